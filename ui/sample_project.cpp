// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sample_project.h"

#include "core/formats/format_registry.h"
#include "core/sample/sample_dataset.h"
#include "core/session/import_dataset.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace boxwright {

QString sampleFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("sample"));
}

QString sampleProjectPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("sample") + QLatin1String(kProjectEnding));
}

Result<> drawSample(const QString &folder, const CancelFlag &cancel, const ProgressSink &progress)
{
    return drawSampleDataset(folder, {}, cancel, progress);
}

OpenedSession makeSampleProject(const QString &folder)
{
    const QString path = sampleProjectPath(folder);
    OpenedSession session = ProjectSession::create(path);
    if (!session)
        return session;
    const std::pair<QString, Split> parts[] = {{QStringLiteral("train.manifest"), Split::Train},
                                               {QStringLiteral("validation.manifest"), Split::Validation}};
    for (const auto &[name, split] : parts) {
        ReadOptions reading;
        reading.from = QDir(folder).filePath(name);
        reading.imageFolder = QDir(folder).filePath(QStringLiteral("images"));
        const auto plan = readImport(*datasetFormat(QStringLiteral("augmented-manifest")), reading);
        const auto report = plan ? applyImport(**session, *plan, split) : Result<ImportReport>(failure(plan.error()));
        if (!report) {
            session->reset();
            QFile::remove(path); // half a sample helps nobody
            return failure(report.error());
        }
    }
    return session;
}

} // namespace boxwright
