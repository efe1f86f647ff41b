// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_command.h"

#include "app/cli/console.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "app/cli/training_options.h"
#include "core/detect/detector_backend.h"
#include "core/session/training_snapshot.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <limits>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainCommand)
};

constexpr double kMostMinutes = 60.0 * 24 * 365;
constexpr int kMostThreads = 1024;
constexpr qint64 kParts = 1000; ///< of the whole run, where only time limits it

QString lossText(double classLoss, double boxLoss)
{
    return Text::tr("loss %1 class + %2 box").arg(classLoss, 0, 'f', 3).arg(boxLoss, 0, 'f', 3);
}

/// Tells the person at the console of a training; called on the trainer's thread.
class TrainingReport
{
public:
    explicit TrainingReport(Console &console)
        : m_console(console)
    {
    }

    void operator()(const StepEvent &event) const
    {
        Progress progress{.phase = Text::tr("Training"),
                          .done = event.step,
                          .total = event.totalSteps,
                          .rate = event.imagesPerSecond,
                          .secondsLeft = event.secondsLeft,
                          .isShare = event.totalSteps == 0};
        if (progress.isShare) {
            progress.done = qint64(event.fraction * kParts);
            progress.total = kParts;
        }
        const QString rate = Text::tr("%1 images per second").arg(event.imagesPerSecond, 0, 'f', 1);
        m_console.progress(progress, Text::tr("epoch %1").arg(event.epoch) + QStringLiteral(", ") + rate +
                                         QStringLiteral(", ") + lossText(event.classLoss, event.boxLoss));
    }

    void operator()(const EpochEvent &event) const
    {
        QStringList parts{Text::tr("epoch %1").arg(event.epoch), lossText(event.classLoss, event.boxLoss)};
        if (event.validationMap >= 0)
            parts << QStringLiteral("mAP %1").arg(event.validationMap, 0, 'f', 4);
        parts << durationText(event.seconds);
        if (event.isBest)
            parts << Text::tr("best so far");
        m_console.note(parts.join(QStringLiteral(", ")));
    }

    void operator()(const NoteEvent &event) const { m_console.note(event.text); }

private:
    Console &m_console;
};

std::string jsonText(const TrainingRequest &request, const TrainingOutcome &outcome)
{
    nlohmann::ordered_json json{{"run", request.runName.toStdString()},
                                {"best_model", outcome.bestModel.toStdString()},
                                {"last_model", outcome.lastModel.toStdString()},
                                {"mAP", nullptr},
                                {"best_epoch", outcome.bestEpoch},
                                {"epochs", outcome.epochs},
                                {"images", outcome.images},
                                {"seconds", outcome.seconds},
                                {"stopped", outcome.wasStopped}};
    if (outcome.bestMap >= 0)
        json["mAP"] = outcome.bestMap;
    return json.dump();
}

void print(Console &console, const TrainingOutcome &outcome)
{
    if (outcome.bestMap >= 0)
        console.print(Text::tr("mAP         %1 (epoch %2 of %3)")
                          .arg(outcome.bestMap, 0, 'f', 4)
                          .arg(outcome.bestEpoch)
                          .arg(outcome.epochs));
    else
        console.print(Text::tr("mAP         - (no validation image)"));
    console.print(Text::tr("trained     %1 images in %2").arg(outcome.images).arg(durationText(outcome.seconds)));
    console.print(Text::tr("best model  %1").arg(outcome.bestModel));
    console.print(Text::tr("last model  %1").arg(outcome.lastModel));
}

/// Says which images take no part, so that nobody wonders.
void noteSkipped(Console &console, const TrainingSnapshot &snapshot)
{
    console.note(Text::tr("%1 images to train on, %2 for validation")
                     .arg(snapshot.train.size())
                     .arg(snapshot.validation.size()));
    if (snapshot.skippedUnreviewed > 0)
        console.note(Text::tr("left out: %1 images without labels that nobody has said to be empty")
                         .arg(snapshot.skippedUnreviewed));
    if (snapshot.skippedBoxes > 0)
        console.note(Text::tr("left out: %1 labels whose boxes have no area").arg(snapshot.skippedBoxes));
    if (snapshot.skippedProblem > 0)
        console.note(Text::tr("left out: %1 images that cannot be read").arg(snapshot.skippedProblem));
}

} // namespace

QString TrainCommand::summary() const
{
    return Text::tr("Train a model on a project's labelled images");
}

QString TrainCommand::example() const
{
    return QStringLiteral("train cells.boxwright --run first --preset quick --set mini_batch_size=16");
}

void TrainCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.text({"--run", "NAME", Text::tr("Name of the run: its models come into P.runs/NAME"), true}, m_run);
    options.choice({"--preset", "P", Text::tr("Start from these hyperparameters (balanced, without a file)")},
                   presetWords(), m_preset);
    m_augmentation.setUp(options);
    options.text({"--hyperparameters", "FILE.json", Text::tr("SageMaker's hyperparameters: one flat JSON object")},
                 m_hyperparameterFile);
    options.texts({"--set", "NAME=VALUE...", Text::tr("Single hyperparameters under SageMaker's names; win over all")},
                  m_values);
    options.text(
        {"--weights", "FILE",
         Text::tr("File of ImageNet weights to start the base network from: safetensors, .pth, .onnx or .params")},
        m_weights);
    options.text(
        {"--start-model", "MODEL", Text::tr("Earlier model to train further: its folder, or SageMaker's model.tar.gz")},
        m_startModel);
    options.flag("--backbone-only", Text::tr("Of that model take the base network alone: classes may be others"),
                 m_backboneOnly);
    options.number(
        {"--minutes", "M", Text::tr("End after that time, with the learning rate fitted to it; 0: no limit")}, 0.0,
        kMostMinutes, m_minutes);
    options.integer({"--threads", "N", Text::tr("Threads to use; 0: one fewer than cores")}, 0, kMostThreads,
                    m_threads);
    setUpDevice(options, m_device);
    setUpPrecision(options, m_precision);
    options.integer({"--seed", "N", Text::tr("The same seed and thread count give the same run (1)")}, 0,
                    std::numeric_limits<qint64>::max(), m_seed);
    options.flag("--resume", Text::tr("Go on with a run that was stopped"), m_isResuming);
}

Result<> TrainCommand::checkRunName() const
{
    static const QRegularExpression allowed(QStringLiteral("^[^./\\\\:*?\"<>|][^/\\\\:*?\"<>|]{0,99}$"));
    if (!allowed.match(m_run).hasMatch())
        return failure(Text::tr("--run %1: a run becomes a folder; use up to 100 letters, digits, spaces, \"-\" and "
                                "\"_\".")
                           .arg(m_run));
    return {};
}

Result<> TrainCommand::checkStart() const
{
    if (!m_weights.isEmpty() && !m_startModel.isEmpty())
        return failure(Text::tr("--weights and --start-model are two starts of one training; choose one."));
    if (m_backboneOnly && m_startModel.isEmpty())
        return failure(Text::tr("--backbone-only says what to take of a model; name that with --start-model."));
    return {};
}

Result<TrainingRequest> TrainCommand::makeRequest(const Context &context, const DetectorBackend &backend) const
{
    const Result<std::unique_ptr<ProjectSession>> session = ProjectSession::open(m_project);
    if (!session)
        return failure(session.error());
    const Result<DeviceChoice> device = deviceFrom(m_device);
    if (!device)
        return failure(device.error());
    TrainingRequest request;
    request.runName = m_run;
    request.runFolder = QDir((*session)->runsFolder()).filePath(m_run);
    const bool exists = QFileInfo::exists(request.runFolder);
    if (exists && !m_isResuming)
        return failure(Text::tr("The run \"%1\" exists already; choose another name, or --resume it.").arg(m_run));
    if (!exists && m_isResuming)
        return failure(Text::tr("There is no run \"%1\" to resume in %2.").arg(m_run, (*session)->runsFolder()));

    TrainingSnapshot snapshot = trainingSnapshot(**session, quint64(m_seed));
    if (snapshot.train.empty())
        return failure(Text::tr("%1 has no labelled image to train on.").arg(m_project));
    noteSkipped(context.console, snapshot);
    HyperparameterSources sources{m_preset,
                                  m_hyperparameterFile,
                                  m_values,
                                  !m_weights.isEmpty() || !m_startModel.isEmpty(),
                                  int(snapshot.train.size()),
                                  decided(*device, backend.devices()).isGpu(),
                                  {}};
    if (!m_startModel.isEmpty()) {
        const Result<ModelInfo> model = readModelInfo(absolutePath(m_startModel));
        if (!model)
            return failure(model.error());
        sources.ofModel = {{QStringLiteral("base_network"), model->baseNetwork},
                           {QStringLiteral("image_shape"), QString::number(model->imageShape)}};
        if (!m_backboneOnly)
            takeClassOrder(snapshot, model->classes);
    }
    Result<Hyperparameters> hyperparameters = chooseHyperparameters(sources);
    if (!hyperparameters)
        return failure(hyperparameters.error());

    request.hyperparameters = std::move(*hyperparameters);
    request.classes = std::move(snapshot.classes);
    request.train = std::move(snapshot.train);
    request.validation = std::move(snapshot.validation);
    const Result<AugmentationSettings> augmentation = m_augmentation.settings(m_preset);
    if (!augmentation)
        return failure(augmentation.error());
    request.augmentation = *augmentation;
    request.weightsFile = m_weights;
    request.startModel = m_startModel.isEmpty() ? QString() : absolutePath(m_startModel);
    request.backboneOnly = m_backboneOnly;
    request.maxMinutes = m_minutes;
    request.threads = int(m_threads);
    request.device = *device;
    request.warmsUp = m_hyperparameterFile.isEmpty() || !m_preset.isEmpty();
    request.precision = precisionFrom(m_precision);
    request.seed = quint64(m_seed);
    request.resume = m_isResuming;
    return request;
}

Result<> TrainCommand::run(const Context &context)
{
    if (auto checked = checkRunName(); !checked)
        return checked;
    if (auto checked = checkStart(); !checked)
        return checked;
    const Result<DetectorBackend *> backend = detectorBackend();
    if (!backend)
        return failure(backend.error());
    const Result<TrainingRequest> request = makeRequest(context, **backend);
    if (!request)
        return failure(request.error());

    const TrainingReport report(context.console);
    const Result<TrainingOutcome> outcome =
        (*backend)->train(*request, context.interrupt.trainingControl(),
                          [&report](const TrainingEvent &event) { std::visit(report, event); });
    if (!outcome)
        return failure(outcome.error());
    if (outcome->lastModel.isEmpty())
        return failure(Text::tr("The training ended before there was a model."));
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(*request, *outcome)));
    else
        print(context.console, *outcome);
    return {};
}

} // namespace boxwright::cli
