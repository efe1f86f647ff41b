// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/project_images.h"

#include "core/edit/commands/add_images.h"
#include "core/edit/commands/relocate_images.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectImages)
};

Result<QStringList> someImageFiles(const QString &folder)
{
    Result<QStringList> files = findImageFiles(folder);
    if (files && files->isEmpty())
        return failure(Text::tr("There are no images in the folder %1").arg(QDir::toNativeSeparators(folder)));
    return files;
}

QString folderPrefix(const QString &folder)
{
    const QString clean = QDir::cleanPath(QDir::fromNativeSeparators(folder));
    return clean.endsWith(QLatin1Char('/')) ? clean : clean + QLatin1Char('/');
}

} // namespace

Result<std::unique_ptr<ProjectSession>> createProjectFromFolder(const QString &projectPath, const QString &imageFolder)
{
    const Result<QStringList> files = someImageFiles(imageFolder);
    if (!files)
        return failure(files.error());
    Result<std::unique_ptr<ProjectSession>> session = ProjectSession::create(projectPath);
    if (!session)
        return session;
    addImageFiles(**session, *files);
    (*session)->document().undoStack().clear(); // a new project begins with its images
    return session;
}

qsizetype addImageFiles(ProjectSession &session, const QStringList &files)
{
    QList<ImageInfo> infos;
    infos.reserve(files.size());
    for (const QString &file : files) {
        ImageInfo info;
        info.path = session.storedImagePath(file);
        infos.append(info);
    }
    const qsizetype before = session.dataset().imageCount();
    session.document().push(std::make_unique<AddImages>(session.document(), std::move(infos)));
    return session.dataset().imageCount() - before;
}

Result<qsizetype> addImageFolder(ProjectSession &session, const QString &folder)
{
    const Result<QStringList> files = someImageFiles(folder);
    if (!files)
        return failure(files.error());
    return addImageFiles(session, *files);
}

qsizetype relocateImages(ProjectSession &session, const QString &oldFolder, const QString &newFolder)
{
    const QString oldPrefix = folderPrefix(oldFolder);
    const QString newPrefix = folderPrefix(newFolder);
    QList<RelocatedImage> moved;
    const Dataset &dataset = session.dataset();
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        const QString path = session.absoluteImagePath(info);
        if (path.startsWith(oldPrefix))
            moved.append({info.id, session.storedImagePath(newPrefix + path.mid(oldPrefix.size()))});
    }
    const qsizetype count = moved.size();
    const bool isTaken =
        session.document().push(std::make_unique<RelocateImages>(session.document(), std::move(moved)));
    return isTaken ? count : 0;
}

} // namespace boxwright
