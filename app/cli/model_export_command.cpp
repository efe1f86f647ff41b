// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_export_command.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "core/detect/artifact_export.h"
#include "core/detect/detector_backend.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelExportCommand)
};

} // namespace

QString ModelExportCommand::summary() const
{
    return Text::tr("Write a model in a form that others read");
}

QString ModelExportCommand::example() const
{
    return QStringLiteral("model export --format sagemaker cells.runs/first/best --to model.tar.gz");
}

void ModelExportCommand::setUp(Options &options)
{
    options.choice({"--format", "FORMAT", Text::tr("sagemaker: model.tar.gz for the channel \"model\""), true},
                   {QStringLiteral("sagemaker")}, m_format);
    options.text({"model", "MODEL", Text::tr("Folder of a model, or a model.tar.gz"), true}, m_model);
    options.text({"--to", "FILE", Text::tr("File to write"), true}, m_target);
}

Result<> ModelExportCommand::run(const Context &context)
{
    if (Result<> exported = exportArtifact(m_model, m_target); !exported)
        return exported;
    const Result<ModelInfo> info = readModelInfo(m_model);
    Console &console = context.console;
    const QString path = QFileInfo(m_target).absoluteFilePath();
    if (console.isJson())
        console.print(QString::fromStdString(nlohmann::ordered_json{{"file", path.toStdString()}}.dump()));
    else
        console.print(QDir::toNativeSeparators(path));
    if (info && info->hasClassNames)
        console.note(Text::tr("The file holds no class names. By number, from 0: %1")
                         .arg(info->classes.join(QStringLiteral(", "))));
    return {};
}

} // namespace boxwright::cli
