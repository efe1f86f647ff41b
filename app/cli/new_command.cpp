// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/new_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "app/cli/project_access.h"
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/imaging/image_reader.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewCommand)
};

/// What the headers say; an image that cannot be read is an entry with its problem. Paths stay absolute.
Result<QList<ImageInfo>> readHeaders(const QStringList &files, const Context &context)
{
    QList<ImageInfo> images;
    images.reserve(files.size());
    for (const QString &file : files) {
        if (context.interrupt.isAsked())
            return failure(Text::tr("Stopped before the project was made; nothing was written."));
        ImageInfo image;
        image.path = file;
        if (const Result<ImageHeader> header = readImageHeader(file)) {
            image.size = header->size;
            image.orientation = header->orientation;
        } else {
            image.problem = header.error().message;
            context.console.note(image.problem);
        }
        images << image;
        context.console.progress({Text::tr("Reading image headers"), images.size(), files.size()});
    }
    return images;
}

QStringList splitNames(const QString &text)
{
    QStringList names;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

Result<> fill(ProjectSession &session, const QStringList &classes, QList<ImageInfo> images)
{
    Document &document = session.document();
    for (const QString &name : classes)
        document.push(std::make_unique<AddClass>(document, name));
    for (ImageInfo &image : images)
        image.path = session.storedImagePath(image.path);
    document.push(std::make_unique<AddImages>(document, std::move(images)));
    return saveAll(session);
}

} // namespace

QString NewCommand::summary() const
{
    return Text::tr("Make a project of a folder of images");
}

QString NewCommand::example() const
{
    return QStringLiteral("new cats.boxwright --images photos --classes cat,dog");
}

void NewCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file to make"), true}, m_project);
    options.text({"--images", "DIR", Text::tr("Folder of images; they stay where they are"), true}, m_images);
    options.text({"--classes", "a,b", Text::tr("Classes, in export order")}, m_classes);
}

Result<> NewCommand::run(const Context &context)
{
    if (QFileInfo::exists(m_project))
        return failure(Text::tr("%1 exists already; a project is never overwritten.").arg(m_project));
    const Result<QStringList> files = findImageFiles(absolutePath(m_images));
    if (!files)
        return failure(files.error());
    if (files->isEmpty())
        return failure(Text::tr("%1 holds no image, and neither do the folders below it.").arg(m_images));
    Result<QList<ImageInfo>> images = readHeaders(*files, context);
    if (!images)
        return failure(images.error());

    const Result<std::unique_ptr<ProjectSession>> session = ProjectSession::create(m_project);
    if (!session)
        return failure(session.error());
    if (auto filled = fill(**session, splitNames(m_classes), std::move(*images)); !filled)
        return filled;

    const Dataset &dataset = (*session)->dataset();
    if (context.console.isJson()) {
        const nlohmann::ordered_json json{{"project", (*session)->path().toStdString()},
                                          {"images", dataset.imageCount()},
                                          {"classes", dataset.classes().size()}};
        context.console.print(QString::fromStdString(json.dump()));
    } else {
        context.console.print(Text::tr("%1: %2 images, %3 classes")
                                  .arg((*session)->path(), QString::number(dataset.imageCount()),
                                       QString::number(dataset.classes().size())));
    }
    return {};
}

} // namespace boxwright::cli
