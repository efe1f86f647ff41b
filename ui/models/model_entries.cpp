// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_entries.h"

#include "core/detect/detector_backend.h"

#include <QDir>

#include <algorithm>

namespace boxwright {

namespace {

const QString kOpenedSetting = QStringLiteral("models/opened");

QStringList openedFolders(const ProjectSession &session)
{
    return session.setting(kOpenedSetting).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

ModelEntry openedEntry(const QString &folder, const ModelInfo &info)
{
    ModelEntry entry;
    entry.isOpened = true;
    entry.run.name = info.name;
    entry.run.folder = folder;
    entry.run.model = folder;
    entry.run.baseNetwork = info.baseNetwork;
    entry.run.bestMap = info.validationMap;
    return entry;
}

} // namespace

QList<ModelEntry> readModels(const ProjectSession &session)
{
    QList<ModelEntry> entries;
    for (const RunRecord &run : readRuns(session.runsFolder())) {
        if (!run.model.isEmpty())
            entries.append({run, false});
    }
    for (const QString &folder : openedFolders(session)) {
        if (const Result<ModelInfo> info = readModelInfo(folder))
            entries.append(openedEntry(folder, *info));
    }
    return entries;
}

Result<> rememberModel(ProjectSession &session, const QString &folder)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    const Result<ModelInfo> info = readModelInfo(path);
    if (!info)
        return failure(info.error());
    const QList<ModelEntry> known = readModels(session);
    const bool isKnown = std::any_of(known.cbegin(), known.cend(), [&path](const ModelEntry &entry) {
        return QDir::cleanPath(entry.run.model) == path;
    });
    if (!isKnown)
        session.setSetting(kOpenedSetting, (openedFolders(session) << path).join(QLatin1Char('\n')));
    return {};
}

void forgetModel(ProjectSession &session, const QString &folder)
{
    QStringList folders = openedFolders(session);
    folders.removeAll(QDir::cleanPath(folder));
    session.setSetting(kOpenedSetting, folders.join(QLatin1Char('\n')));
}

} // namespace boxwright
