// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_door.h"

#include "core/sagemaker/model_artifact.h"
#include "core/session/project_images.h"
#include "ui/dialogs/ask.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectDoor)
};

QString withEnding(const QString &path)
{
    const QString ending = QLatin1String(kProjectEnding);
    return path.endsWith(ending) ? path : path + ending;
}

/// Where the project of a folder goes; empty where the person gave up.
QString projectPathFor(QWidget *parent, const QString &folder)
{
    const QDir dir(folder);
    const QString name = withEnding(dir.dirName().isEmpty() ? QStringLiteral("images") : dir.dirName());
    if (QFileInfo(folder).isWritable())
        return dir.filePath(name);
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString chosen = askSaveFile(parent, Text::tr("This folder cannot be written. Where shall the project lie?"),
                                       QDir(documents).filePath(name), projectFileFilter());
    return chosen.isEmpty() ? QString() : withEnding(chosen);
}

} // namespace

QString projectFileFilter()
{
    return Text::tr("Boxwright project (*%1)").arg(QLatin1String(kProjectEnding));
}

OpenedSession openPath(QWidget *parent, const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Text::tr("%1 does not exist.").arg(QDir::toNativeSeparators(path)));
    return info.isDir() ? openImageFolder(parent, info.absoluteFilePath())
                        : ProjectSession::open(info.absoluteFilePath());
}

bool isModelPath(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return isModelArtifact(path) || QDir(path).exists(QStringLiteral("model.json"));
    const QString name = info.fileName().toLower();
    const auto endings = {".tar.gz", ".tgz", ".tar", "-symbol.json"};
    return std::any_of(endings.begin(), endings.end(),
                       [&name](const char *ending) { return name.endsWith(QLatin1String(ending)); });
}

OpenedSession openImageFolder(QWidget *parent, const QString &folder)
{
    const QFileInfoList projects =
        QDir(folder).entryInfoList({QLatin1Char('*') + QLatin1String(kProjectEnding)}, QDir::Files, QDir::Time);
    if (!projects.isEmpty())
        return ProjectSession::open(projects.first().absoluteFilePath());
    const QString projectPath = projectPathFor(parent, folder);
    if (projectPath.isEmpty())
        return failure(QString());
    if (QFileInfo::exists(projectPath))
        return ProjectSession::open(projectPath);
    return createProjectFromFolder(projectPath, folder);
}

OpenedSession makeNewProject(QWidget *parent)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = askSaveFile(parent, Text::tr("New project"), documents, projectFileFilter());
    if (path.isEmpty())
        return failure(QString());
    return ProjectSession::create(withEnding(path));
}

} // namespace boxwright
