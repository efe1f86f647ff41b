// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cloud_run.h"

#include "core/base/file_io.h"
#include "core/sagemaker/training_log.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

using Json = nlohmann::ordered_json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CloudRun)
};

constexpr qint64 kMaxLogBytes = qint64{256} << 20;

/// As a local training writes it (core/ssd/run_record), as far as the log tells.
QByteArray recordText(const TrainingLog &log, const QString &runName, const QString &logFile)
{
    Json json;
    json["run"] = runName.toStdString();
    if (log.started.isValid())
        json["started"] = log.started.toString(Qt::ISODateWithMs).toStdString();
    json["cloud_log"] = logFile.toStdString();
    json["hyperparameters"] = Json::object();
    for (auto value = log.hyperparameters.cbegin(); value != log.hyperparameters.cend(); ++value)
        json["hyperparameters"][value.key().toStdString()] = value->toStdString();
    bool isNumber = false;
    const int images = log.hyperparameters.value(QStringLiteral("num_training_samples")).toInt(&isNumber);
    if (isNumber)
        json["dataset"]["train_images"] = images;
    if (log.seconds >= 0)
        json["outcome"]["seconds"] = log.seconds;
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

QByteArray metricsText(const TrainingLog &log)
{
    QByteArray text;
    for (const LoggedEpoch &epoch : log.epochs) {
        Json line{{"epoch", epoch.epoch}};
        if (epoch.classLoss >= 0)
            line["class_loss"] = epoch.classLoss;
        if (epoch.boxLoss >= 0)
            line["box_loss"] = epoch.boxLoss;
        if (epoch.validationMap >= 0)
            line["validation_map"] = epoch.validationMap;
        if (epoch.seconds >= 0)
            line["seconds"] = epoch.seconds;
        text += QByteArray::fromStdString(line.dump()) + '\n';
    }
    return text;
}

} // namespace

Result<> importCloudLog(const QString &logFile, const QString &runFolder)
{
    const Result<QByteArray> text = readFile(logFile, kMaxLogBytes);
    if (!text)
        return failure(text.error());
    const Result<TrainingLog> log = parseTrainingLog(*text, QDir::toNativeSeparators(logFile));
    if (!log)
        return failure(log.error());
    if (QFileInfo::exists(runFolder))
        return failure(Text::tr("There is a run %1 already").arg(QDir::toNativeSeparators(runFolder)));
    if (Result<> made = makeFolder(runFolder); !made)
        return made;
    const QDir folder(runFolder);
    Result<> written = writeFile(folder.filePath(QStringLiteral("metrics.jsonl")), metricsText(*log));
    if (written)
        written = writeFile(folder.filePath(QStringLiteral("run.json")),
                            recordText(*log, folder.dirName(), QFileInfo(logFile).absoluteFilePath()));
    if (!written)
        QDir(runFolder).removeRecursively(); // made a moment ago, and nobody else's
    return written;
}

} // namespace boxwright
