// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/project_images.h"

#include "core/edit/commands/add_images.h"
#include "core/edit/commands/relocate_images.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

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

/// What of the two paths differs before their common end, each with a slash behind it: "/old/" and "/new/place/" for
/// "/old/x/a.jpg" and "/new/place/x/a.jpg". Empty where not even the file names agree.
std::pair<QString, QString> movedRoots(const QString &oldFile, const QString &newFile)
{
    QStringList oldParts = oldFile.split(QLatin1Char('/'));
    QStringList newParts = newFile.split(QLatin1Char('/'));
    if (oldParts.last() != newParts.last())
        return {};
    while (oldParts.size() > 1 && newParts.size() > 1 && oldParts.last() == newParts.last()) {
        oldParts.removeLast();
        newParts.removeLast();
    }
    return {oldParts.join(QLatin1Char('/')) + QLatin1Char('/'), newParts.join(QLatin1Char('/')) + QLatin1Char('/')};
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

ImageId firstMissingImage(const ProjectSession &session, ImageId from)
{
    const Dataset &dataset = session.dataset();
    const qsizetype count = dataset.imageCount();
    const qsizetype start = std::max<qsizetype>(0, dataset.indexOf(from));
    for (qsizetype i = 0; i < count; ++i) {
        const ImageInfo &info = dataset.imageAt((start + i) % count).info;
        if (!QFileInfo::exists(session.absoluteImagePath(info)))
            return info.id;
    }
    return ImageId::None;
}

qsizetype relocateImages(ProjectSession &session, ImageId image, const QString &file)
{
    const ImageRecord *shown = session.dataset().image(image);
    if (!shown)
        return 0;
    const QString newFile = QDir::cleanPath(QDir::fromNativeSeparators(file));
    const auto [oldRoot, newRoot] = movedRoots(session.absoluteImagePath(shown->info), newFile);
    QList<RelocatedImage> moved{{image, session.storedImagePath(newFile)}};
    const Dataset &dataset = session.dataset();
    for (qsizetype i = 0; i < dataset.imageCount() && !oldRoot.isEmpty(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        const QString path = session.absoluteImagePath(info);
        if (info.id == image || !path.startsWith(oldRoot) || QFileInfo::exists(path))
            continue;
        const QString there = newRoot + path.mid(oldRoot.size());
        if (QFileInfo::exists(there))
            moved.append({info.id, session.storedImagePath(there)});
    }
    const qsizetype count = moved.size();
    const bool isTaken =
        session.document().push(std::make_unique<RelocateImages>(session.document(), std::move(moved)));
    return isTaken ? count : 0;
}

} // namespace boxwright
