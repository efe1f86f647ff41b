// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/run_record.h"

#include "core/base/file_io.h"

#include <torch/version.h>

#include <opencv2/core/version.hpp>

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QThread>

#include <cmath>
#include <numeric>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunRecord)
};

using Json = nlohmann::ordered_json;

QString runFile(const QString &folder)
{
    return folder + QStringLiteral("/run.json");
}

QString metricsFile(const QString &folder)
{
    return folder + QStringLiteral("/metrics.jsonl");
}

Json stringsToJson(const QMap<QString, QString> &values)
{
    Json json = Json::object();
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry)
        json[entry.key().toStdString()] = entry.value().toStdString();
    return json;
}

/// As a number with six digits after the point, as SageMaker logs it.
QString logged(double value)
{
    return QString::number(value, 'f', 6);
}

void addImages(QCryptographicHash &hash, const std::vector<TrainingImage> &images)
{
    for (const TrainingImage &image : images) {
        hash.addData(image.path.toUtf8() + '\0');
        for (const TrainingBox &box : image.boxes) {
            const std::array<double, 5> numbers{box.box.left, box.box.top, box.box.right, box.box.bottom,
                                                box.classIndex + (box.isDifficult ? 0.5 : 0.0)};
            hash.addData(QByteArray::fromRawData(reinterpret_cast<const char *>(numbers.data()), sizeof(numbers)));
        }
        hash.addData(QByteArrayLiteral("\n"));
    }
}

size_t labelsOf(const std::vector<TrainingImage> &images)
{
    return std::accumulate(images.begin(), images.end(), size_t{0},
                           [](size_t sum, const TrainingImage &image) { return sum + image.boxes.size(); });
}

/// What a killed run was in the midst of writing: files and folders that QSaveFile and QTemporaryDir had made.
void removeLeftovers(const QString &runFolder)
{
    const QDir folder(runFolder);
    const QStringList unfinished = folder.entryList(
        {QStringLiteral("checkpoint.??????"), QStringLiteral("best.??????"), QStringLiteral("last.??????"),
         QStringLiteral("metrics.jsonl.??????"), QStringLiteral("run.json.??????")},
        QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &name : unfinished) {
        const QFileInfo entry(folder.filePath(name));
        entry.isDir() ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath());
    }
}

Json augmentationToJson(const AugmentationSettings &settings)
{
    Json steps = Json::array();
    for (const QString &step : settings.steps())
        steps.push_back(step.toStdString());
    return {{"variation", variationName(settings.variation).toStdString()}, {"steps", steps}};
}

std::string precisionName(bool isMixed)
{
    return isMixed ? "mixed" : "float32";
}

Json stringsToJson(const QStringList &strings)
{
    Json json = Json::array();
    for (const QString &string : strings)
        json.push_back(string.toStdString());
    return json;
}

} // namespace

RunRecord::RunRecord(const TrainingRequest &request, const RunMachine &machine)
    : m_request(request)
    , m_machine(machine)
    , m_log(request.runFolder + QStringLiteral("/training.log"))
{
}

Result<> RunRecord::open(int finishedEpochs)
{
    if (auto made = makeFolder(m_request.runFolder); !made)
        return made;
    if (m_request.resume) {
        removeLeftovers(m_request.runFolder);
        if (const auto before = readFile(metricsFile(m_request.runFolder)))
            m_epochLines = before->trimmed().split('\n').mid(0, finishedEpochs);
    }
    if (!m_log.open((m_request.resume ? QIODevice::Append : QIODevice::Truncate) | QIODevice::WriteOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(m_log.fileName(), m_log.errorString()));
    if (auto opened = m_curves.open(m_request.runFolder); !opened)
        return opened;
    log(QStringLiteral("Final configuration: %1")
            .arg(QString::fromStdString(stringsToJson(m_request.hyperparameters.toStrings()).dump())));
    if (auto written = writeMetrics(); !written)
        return written;
    return writeFile(runFile(m_request.runFolder), description(nullptr));
}

Result<> RunRecord::addEpoch(const EpochEvent &event, double learningRate, double imagesPerSecond)
{
    Json line{{"epoch", event.epoch},          {"class_loss", event.classLoss}, {"box_loss", event.boxLoss},
              {"learning_rate", learningRate}, {"seconds", event.seconds},      {"images_per_second", imagesPerSecond}};
    if (event.validationMap >= 0)
        line["validation_map"] = event.validationMap;
    line["is_best"] = event.isBest;
    if (event.epoch == m_lastEpoch && !m_epochLines.isEmpty())
        m_epochLines.removeLast();
    m_lastEpoch = event.epoch;
    m_epochLines << QByteArray::fromStdString(line.dump());
    return writeMetrics();
}

Result<> RunRecord::writeMetrics() const
{
    const QByteArray end = m_epochLines.isEmpty() ? QByteArray() : QByteArrayLiteral("\n");
    return writeFile(metricsFile(m_request.runFolder), m_epochLines.join('\n') + end);
}

void RunRecord::log(const QString &text)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("MM/dd/yyyy HH:mm:ss"));
    const auto thread = reinterpret_cast<quintptr>(QThread::currentThreadId());
    m_log.write(QStringLiteral("[%1 INFO %2] %3\n").arg(time).arg(thread).arg(text).toUtf8());
    m_log.flush();
}

void RunRecord::logStep(const StepEvent &event, qint64 stepOfEpoch, int batchSize, double epochSeconds)
{
    const auto micros = static_cast<qint64>(epochSeconds * 1e6);
    constexpr qint64 kSecond = 1'000'000;
    const QString time = QStringLiteral("%1:%2:%3.%4")
                             .arg(micros / (3600 * kSecond))
                             .arg(micros / (60 * kSecond) % 60, 2, 10, QLatin1Char('0'))
                             .arg(micros / kSecond % 60, 2, 10, QLatin1Char('0'))
                             .arg(micros % kSecond, 6, 10, QLatin1Char('0'));
    log(QStringLiteral("Epoch: %1, batches: %2, num_examples: %3, %4 samples/sec, epoch time so far:  %5")
            .arg(event.epoch - 1, 4)
            .arg(stepOfEpoch, 6)
            .arg(stepOfEpoch * batchSize, 6)
            .arg(event.imagesPerSecond, 0, 'f', 1)
            .arg(time));
}

void RunRecord::logEpoch(const EpochEvent &event, qint64 batches, const StepEvent &last)
{
    const QString head = QStringLiteral("#quality_metric: host=algo-1, epoch=%1, ").arg(event.epoch - 1);
    const QString train = head + QStringLiteral("batch=%1 train ").arg(batches);
    log(QStringLiteral("#progress_metric: host=algo-1, completed %1 %").arg(std::lround(100 * last.fraction)));
    log(train + QStringLiteral("cross_entropy <loss>=%1").arg(logged(event.classLoss)));
    log(train + QStringLiteral("smooth_l1 <loss>=%1").arg(logged(event.boxLoss)));
    log(QStringLiteral("#throughput_metric: host=algo-1, train throughput=%1 records/second")
            .arg(last.imagesPerSecond));
    if (event.validationMap >= 0)
        log(head + QStringLiteral("validation mAP <score>=(%1)").arg(logged(event.validationMap)));
    if (event.isBest)
        log(QStringLiteral("Updating the best model with validation-mAP=%1").arg(logged(event.validationMap)));
    m_curves.add(last.step, {{"epoch/class_loss", event.classLoss}, {"epoch/box_loss", event.boxLoss}});
    if (event.validationMap >= 0)
        m_curves.add(last.step, {{"validation/mAP", event.validationMap}});
}

void RunRecord::drawStep(const StepEvent &event)
{
    m_curves.add(event.step, {{"train/class_loss", event.classLoss},
                              {"train/box_loss", event.boxLoss},
                              {"train/learning_rate", event.learningRate},
                              {"train/images_per_second", event.imagesPerSecond}});
}

Result<> RunRecord::finish(const TrainingOutcome &outcome)
{
    log(outcome.wasStopped ? QStringLiteral("Training was stopped.") : QStringLiteral("Training is done."));
    return writeFile(runFile(m_request.runFolder), description(&outcome));
}

QByteArray RunRecord::description(const TrainingOutcome *outcome) const
{
    Json classes = Json::array();
    for (const QString &name : m_request.classes)
        classes.push_back(name.toStdString());
    Json json{
        {"run", m_request.runName.toStdString()},
        {"seed", m_request.seed},
        {"threads", m_machine.threads},
        {"devices", stringsToJson(m_machine.devices)},
        {"warm_up", m_request.warmsUp},
        {"max_minutes", m_request.maxMinutes},
        {"precision", precisionName(m_machine.isMixed)},
        {"augmentation", augmentationToJson(m_request.augmentation)},
        {"weights_file", m_request.weightsFile.toStdString()},
        {"start_model", m_request.startModel.toStdString()},
        {"backbone_only", m_request.backboneOnly},
        {"classes", classes},
        {"hyperparameters", stringsToJson(m_request.hyperparameters.toStrings())},
        {"dataset",
         {{"fingerprint", fingerprint(m_request).toStdString()},
          {"train_images", m_request.train.size()},
          {"train_labels", labelsOf(m_request.train)},
          {"validation_images", m_request.validation.size()},
          {"validation_labels", labelsOf(m_request.validation)}}},
        {"versions",
         {{"boxwright", BOXWRIGHT_VERSION}, {"torch", TORCH_VERSION}, {"opencv", CV_VERSION}, {"qt", qVersion()}}}};
    if (outcome) {
        json["outcome"] = {{"epochs", outcome->epochs},        {"images", outcome->images},
                           {"seconds", outcome->seconds},      {"best_map", outcome->bestMap},
                           {"best_epoch", outcome->bestEpoch}, {"was_stopped", outcome->wasStopped}};
    }
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

QString RunRecord::fingerprint(const TrainingRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.classes.join(QLatin1Char('\n')).toUtf8() + '\0');
    addImages(hash, request.train);
    hash.addData(QByteArrayLiteral("validation\n"));
    addImages(hash, request.validation);
    return QString::fromLatin1(hash.result().toHex());
}

Result<> RunRecord::checkSameRun(const TrainingRequest &request, bool isMixed)
{
    const QString file = runFile(request.runFolder);
    const auto bytes = readFile(file);
    if (!bytes)
        return failure(bytes.error());
    const Json json = Json::parse(bytes->toStdString(), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        return failure(Text::tr("%1 is damaged.").arg(file));
    const Json wanted = stringsToJson(request.hyperparameters.toStrings());
    const Json before = json.value("hyperparameters", Json::object());
    for (const auto &[name, value] : wanted.items()) {
        const std::string old = before.contains(name) && before[name].is_string() ? before[name] : "";
        if (old != value.get<std::string>())
            return failure(Text::tr("The run %1 cannot go on: %2 was \"%3\" and is now \"%4\".")
                               .arg(request.runName, QString::fromStdString(name), QString::fromStdString(old),
                                    QString::fromStdString(value)));
    }
    if (json.value("seed", quint64{0}) != request.seed)
        return failure(Text::tr("The run %1 cannot go on: its seed was another one.").arg(request.runName));
    if (json.value("augmentation", Json()) != augmentationToJson(request.augmentation))
        return failure(
            Text::tr("The run %1 cannot go on: its images were varied in another way.").arg(request.runName));
    const std::string precision = json.value("precision", std::string("float32"));
    if (precision != precisionName(isMixed))
        return failure(Text::tr("The run %1 cannot go on: its precision was %2 and would be %3 now.")
                           .arg(request.runName, QString::fromStdString(precision),
                                QString::fromStdString(precisionName(isMixed))));
    if (json.value("warm_up", true) != request.warmsUp)
        return failure(Text::tr("The run %1 cannot go on: its learning rate began in another way in the first steps. "
                                "Give --hyperparameters and --preset as at its beginning.")
                           .arg(request.runName));
    const Json dataset = json.value("dataset", Json::object());
    if (dataset.value("fingerprint", std::string()) != fingerprint(request).toStdString())
        return failure(
            Text::tr("The run %1 cannot go on: its images, labels or classes have changed since. Start a new run; "
                     "it can start from this one's model.")
                .arg(request.runName));
    return {};
}

QString RunRecord::checkpointFile(const QString &runFolder)
{
    return runFolder + QStringLiteral("/checkpoint");
}

QString RunRecord::modelFolder(const QString &runFolder, const char *which)
{
    return runFolder + QLatin1Char('/') + QLatin1String(which);
}

} // namespace boxwright::ssd
