// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_history.h"

#include "core/base/file_io.h"
#include "core/detect/detector_backend.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace boxwright {

namespace {

constexpr qint64 kMaxRecordBytes = qint64{16} << 20;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunHistory)
};

int wholeNumber(const QJsonValue &value, int otherwise)
{
    return value.isDouble() ? int(std::clamp(value.toDouble(), 0.0, 2e9)) : otherwise;
}

void noteProblem(RunRecord &run, const QString &problem)
{
    if (run.problem.isEmpty())
        run.problem = problem;
}

/// An empty object where the file is missing; a broken one is noted.
QJsonObject readObject(const QString &path, RunRecord &run)
{
    if (!QFileInfo(path).isFile())
        return {};
    const Result<QByteArray> content = readFile(path, kMaxRecordBytes);
    if (!content) {
        noteProblem(run, content.error().message);
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &error);
    if (!document.isObject())
        noteProblem(run, Text::tr("%1 is damaged: %2")
                             .arg(QDir::toNativeSeparators(path), error.error == QJsonParseError::NoError
                                                                      ? Text::tr("it holds no object")
                                                                      : error.errorString()));
    return document.object();
}

void readRecord(RunRecord &run)
{
    const QJsonObject record = readObject(run.folder + QStringLiteral("/run.json"), run);
    const QJsonObject values = record[QLatin1String("hyperparameters")].toObject();
    run.started = QDateTime::fromString(record[QLatin1String("started")].toString(), Qt::ISODateWithMs);
    run.baseNetwork = values[QLatin1String("base_network")].toString();
    run.plannedEpochs = values[QLatin1String("epochs")].toVariant().toInt();
    run.weightsFile = record[QLatin1String("weights_file")].toString();
    run.startModel = record[QLatin1String("start_model")].toString();
    run.cloudLog = record[QLatin1String("cloud_log")].toString();
    const QJsonObject dataset = record[QLatin1String("dataset")].toObject();
    run.trainingImages = wholeNumber(dataset[QLatin1String("train_images")], -1);
    run.labels = wholeNumber(dataset[QLatin1String("train_labels")], -1);
    run.seconds = record[QLatin1String("outcome")].toObject()[QLatin1String("seconds")].toDouble(-1);
}

EpochEvent epochOf(const QJsonObject &line)
{
    EpochEvent epoch;
    epoch.epoch = wholeNumber(line[QLatin1String("epoch")], 0);
    epoch.classLoss = line[QLatin1String("class_loss")].toDouble();
    epoch.boxLoss = line[QLatin1String("box_loss")].toDouble();
    epoch.validationMap = line[QLatin1String("validation_map")].toDouble(-1);
    epoch.seconds = line[QLatin1String("seconds")].toDouble();
    return epoch;
}

/// A line that a killed program left half-written is no problem: the epochs before it count.
void readMetrics(RunRecord &run)
{
    const QString path = run.folder + QStringLiteral("/metrics.jsonl");
    if (!QFileInfo(path).isFile())
        return;
    const Result<QByteArray> content = readFile(path, kMaxRecordBytes);
    if (!content) {
        noteProblem(run, content.error().message);
        return;
    }
    double seconds = 0;
    for (const QByteArray &text : content->split('\n')) {
        EpochEvent epoch = epochOf(QJsonDocument::fromJson(text).object());
        if (epoch.epoch <= 0)
            continue;
        seconds += epoch.seconds;
        epoch.isBest = epoch.validationMap > run.bestMap;
        if (epoch.isBest) {
            run.bestMap = epoch.validationMap;
            run.bestEpoch = epoch.epoch;
        }
        run.epochs << epoch;
    }
    if (run.seconds < 0 && seconds > 0)
        run.seconds = seconds;
}

void findModel(RunRecord &run)
{
    for (const QString &name : {QStringLiteral("best"), QStringLiteral("last")}) {
        const QString folder = run.folder + QLatin1Char('/') + name;
        const QJsonObject model = readObject(folder + QStringLiteral("/model.json"), run);
        if (model.isEmpty() || !QFileInfo(folder + QStringLiteral("/weights.safetensors")).isFile())
            continue;
        run.model = folder;
        if (run.baseNetwork.isEmpty())
            run.baseNetwork = model[QLatin1String("base_network")].toString();
        if (run.bestMap < 0)
            run.bestMap = model[QLatin1String("validation_map")].toDouble(-1);
        return;
    }
}

} // namespace

QList<RunRecord> readRuns(const QString &runsFolder)
{
    QList<RunRecord> runs;
    const QFileInfoList folders = QDir(runsFolder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        RunRecord run;
        run.name = folder.fileName();
        run.folder = folder.absoluteFilePath();
        const bool hasRecord = QFileInfo(run.folder + QStringLiteral("/run.json")).isFile();
        readRecord(run);
        readMetrics(run);
        findModel(run);
        if (!run.started.isValid())
            run.started = folder.lastModified();
        if (hasRecord || !run.model.isEmpty() || !run.epochs.isEmpty())
            runs << run;
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const RunRecord &a, const RunRecord &b) { return a.started > b.started; });
    return runs;
}

QString freeRunName(const QString &runsFolder, const QString &stem)
{
    int highest = 0;
    const QString start = stem + QLatin1Char('-');
    const QStringList names = QDir(runsFolder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (name.startsWith(start))
            highest = std::max(highest, QStringView(name).mid(start.size()).toInt());
    }
    return start + QString::number(highest + 1);
}

} // namespace boxwright
