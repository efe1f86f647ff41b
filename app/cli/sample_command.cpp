// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sample_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "core/sample/sample_dataset.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>

#include <limits>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleCommand)
};

constexpr qint64 kMostImages = 100'000;

} // namespace

QString SampleCommand::summary() const
{
    return Text::tr("Draw a data set of three classes with exact boxes, to try everything with");
}

QString SampleCommand::example() const
{
    return QStringLiteral("sample fruits");
}

void SampleCommand::setUp(Options &options)
{
    options.text({"dir", "DIR", Text::tr("Folder to draw into"), true}, m_folder);
    options.integer({"--images", "N", Text::tr("How many images (120)")}, 1, kMostImages, m_images);
    options.integer({"--seed", "N", Text::tr("The same seed gives the same files (1)")}, 0,
                    std::numeric_limits<qint64>::max(), m_seed);
}

Result<> SampleCommand::run(const Context &context)
{
    const QDir folder(absolutePath(m_folder));
    SampleOptions options;
    options.images = int(m_images);
    options.seed = quint64(m_seed);
    if (auto drawn =
            drawSampleDataset(folder.path(), options, context.interrupt.cancelFlag(), context.console.progressSink());
        !drawn)
        return drawn;

    const QString images = folder.filePath(QStringLiteral("images"));
    const QString train = folder.filePath(QStringLiteral("train.manifest"));
    const QString validation = folder.filePath(QStringLiteral("validation.manifest"));
    if (context.console.isJson()) {
        const nlohmann::ordered_json json{{"images", m_images},
                                          {"folder", images.toStdString()},
                                          {"train", train.toStdString()},
                                          {"validation", validation.toStdString()}};
        context.console.print(QString::fromStdString(json.dump()));
        return {};
    }
    context.console.print(Text::tr("%1 images in %2").arg(QString::number(m_images), images));
    context.console.print(train);
    context.console.print(validation);
    return {};
}

} // namespace boxwright::cli
