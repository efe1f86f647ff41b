// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/training_run.h"

#include "core/ssd/checkpoint.h"
#include "core/ssd/devices.h"
#include "core/ssd/precision.h"

#include <QCoreApplication>

#include <chrono>
#include <cmath>
#include <thread>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Training)
};

constexpr double kTellEvery = 0.1;        ///< seconds between step events
constexpr double kDrawEvery = 1;          ///< seconds between points of a curve
constexpr double kSaveShare = 0.05;       ///< of the time: epochs that are too short for that share a checkpoint
constexpr double kSaveAtLeastEvery = 180; ///< seconds, inside long epochs
constexpr double kEvaluationShare = 0.1;  ///< of the time of a run that time limits
constexpr qint64 kLogEverySteps = 100;    ///< as SageMaker

constexpr qint64 kTrainBudget = qint64{1} << 30;
constexpr qint64 kValidationBudget = qint64{256} << 20;

RunMachine machineOf(const Replicas &replicas, torch::ScalarType inputType, const ThreadPlan &threads)
{
    RunMachine machine{.threads = threads.compute, .isMixed = inputType == torch::kBFloat16};
    for (size_t k = 0; k < replicas.size(); ++k)
        machine.devices << deviceName(deviceOf(replicas.at(k)));
    return machine;
}

} // namespace

TrainingRun::TrainingRun(const TrainingRequest &request, const TrainingControl &control,
                         const TrainingObserver &observer, Replicas replicas, const ThreadPlan &threads)
    : m_request(request)
    , m_control(control)
    , m_observer(observer)
    , m_replicas(std::move(replicas))
    , m_inputType(inputType(request.precision, deviceOf(m_replicas.first())))
    , m_threads(threads)
    , m_batchesPerEpoch(
          BatchLoader::batchesPerEpoch(static_cast<int>(request.train.size()), request.hyperparameters.miniBatchSize))
    , m_trainImages(request.train, storeOptionsFor(request.hyperparameters.imageShape, kTrainBudget))
    , m_validationImages(request.validation, storeOptionsFor(request.hyperparameters.imageShape, kValidationBudget))
    , m_validation(m_validationImages, request.hyperparameters)
    , m_optimiser(makeOptimiser(m_replicas.first(), request.hyperparameters))
    , m_step(
          m_replicas, *m_optimiser, [this](const QString &text) { note(text); }, m_inputType)
    , m_learningRate(request.maxMinutes > 0
                         ? LearningRate::byTime(request.hyperparameters)
                         : LearningRate::bySteps(request.hyperparameters, m_batchesPerEpoch, request.warmsUp))
    , m_earlyStopping(request.hyperparameters)
    , m_record(request, machineOf(m_replicas, m_inputType, threads))
    , m_clock(0)
{
}

Result<TrainingOutcome> TrainingRun::run()
{
    Result<TrainingOutcome> outcome = runEpochs();
    if (!outcome)
        m_record.log(QStringLiteral("Training failed: %1").arg(outcome.error().message));
    return outcome;
}

Result<TrainingOutcome> TrainingRun::runEpochs()
{
    if (auto begun = begin(); !begun)
        return failure(begun.error());
    // A run that was killed between its last checkpoint and its end has nothing more to learn.
    const bool isOver = m_state.step > 0 && m_state.epochSteps == 0 && m_earlyStopping.isOver(epoch() - 1);
    Ending ended = isOver ? Ending::Done : Ending::NotYet;
    while (ended == Ending::NotYet) {
        if (!isEpochFull()) { // it is where a run was stopped between the last step and its evaluation
            if (auto learned = runEpoch(); !learned)
                return failure(learned.error());
        }
        ended = ending();
        if (auto finished = finishEpoch(ended); !finished)
            return failure(finished.error());
        if (ended == Ending::NotYet && m_earlyStopping.isOver(epoch() - 1)) {
            note(Text::tr("Training ends early: validation mAP has not risen for %n epoch(s).", nullptr,
                          m_request.hyperparameters.earlyStoppingPatience));
            ended = Ending::Done;
        }
        if (m_control.isStopAsked())
            ended = Ending::Stopped;
    }
    return finish(ended);
}

Result<> TrainingRun::begin()
{
    if (m_request.resume) {
        if (auto resumed = resume(); !resumed)
            return resumed;
    }
    const auto finishedEpochs = static_cast<int>(m_state.step / m_batchesPerEpoch) - (isEpochFull() ? 1 : 0);
    if (auto opened = m_record.open(finishedEpochs); !opened)
        return opened;
    tellDevices();
    if (m_request.resume)
        note(Text::tr("Training goes on after step %1 (epoch %2).").arg(m_state.step).arg(epoch()));
    BatchLoaderOptions options;
    options.seed = m_request.seed;
    options.imageShape = m_request.hyperparameters.imageShape;
    options.batchSize = m_request.hyperparameters.miniBatchSize;
    options.workers = m_threads.loaders;
    options.threads = m_threads.compute;
    options.firstStep = m_state.step;
    options.augmentation = augmentationOptions(m_request.augmentation);
    m_loader = std::make_unique<BatchLoader>(m_trainImages, options);
    if (!m_request.resume) // so that a run can go on however early it is killed
        return saveCheckpointFile();
    m_savedAt = m_clock.seconds();
    return {};
}

void TrainingRun::tellDevices()
{
    QStringList names;
    for (size_t k = 0; k < m_replicas.size(); ++k)
        names << deviceName(deviceOf(m_replicas.at(k)));
    const QString devices = names.join(QStringLiteral(", "));
    if (names.size() > 1 || !deviceOf(m_replicas.first()).is_cpu())
        note(Text::tr("This training computes on %1.").arg(devices));
    if (m_request.precision == ComputePrecision::Mixed)
        note(m_inputType == torch::kBFloat16
                 ? Text::tr("Convolutions compute in bfloat16.")
                 : Text::tr("There is nothing for bfloat16 in %1: convolutions compute in float32.").arg(devices));
}

Result<> TrainingRun::resume()
{
    if (auto same = RunRecord::checkSameRun(m_request, m_inputType == torch::kBFloat16); !same)
        return same;
    const auto state = loadCheckpoint(RunRecord::checkpointFile(m_request.runFolder), m_replicas.first(), *m_optimiser);
    if (!state)
        return failure(state.error());
    m_replicas.spread(/*withStatistics=*/true);
    m_state = *state;
    m_clock = RunClock(m_state.seconds);
    m_step.setParts(m_state.batchParts);
    m_earlyStopping.restore(m_state.bestMap, m_state.bestEpoch, m_state.lastImprovement);
    m_lastEpoch.epoch = epoch() - 1;
    return {};
}

Result<> TrainingRun::runEpoch()
{
    m_replicas.train();
    const int thisEpoch = epoch();
    while (epoch() == thisEpoch) {
        waitWhilePaused();
        if (ending() != Ending::NotYet)
            return {};
        auto batch = m_loader->next();
        if (!batch)
            return failure(batch.error());
        const double rate = m_learningRate.at({m_state.step, fraction()});
        if (auto learned = learn(*batch, rate); !learned)
            return learned;
        tellStep(rate);
        if (m_clock.seconds() - m_savedAt > kSaveAtLeastEvery) {
            if (auto saved = saveProgress(); !saved)
                return saved;
        }
    }
    return {};
}

Result<> TrainingRun::learn(TrainingBatch &batch, double learningRate)
{
    for (const Error &problem : batch.problems) {
        if (!m_brokenImages.contains(problem.message)) {
            m_brokenImages << problem.message;
            note(Text::tr("An image is left out: %1").arg(problem.message));
        }
    }
    if (m_brokenImages.size() >= m_trainImages.count())
        return failure(Text::tr("None of the training images can be read. The first: %1").arg(m_brokenImages.first()));
    const auto images = static_cast<qint64>(batch.objects.size());
    if (images > 0) {
        const auto loss = m_step.run(batch, learningRate);
        if (!loss)
            return failure(loss.error());
        if (!loss->isFinite())
            return failure(noNumberLeft(
                Text::tr("The loss is no longer a number in epoch %1, step %2, at learning rate %3."), learningRate));
        m_classLoss = loss->classLoss;
        m_boxLoss = loss->boxLoss;
        m_state.epochClassLoss += loss->classLoss;
        m_state.epochBoxLoss += loss->boxLoss;
        m_state.epochSteps += 1;
    }
    m_state.step += 1;
    m_state.images += images;
    m_clock.addStep(images);
    return {};
}

Result<> TrainingRun::finishEpoch(Ending ending)
{
    const bool hasNews = m_state.epochSteps > 0 || (ending == Ending::Done && m_state.evaluatedStep != m_state.step);
    if (ending == Ending::Stopped || m_state.step == 0 || !hasNews)
        return saveProgress();
    EpochEvent event = m_lastEpoch; // where the time ran out right after an epoch, that is evaluated after all
    if (m_state.epochSteps > 0) {
        event = {};
        event.epoch = static_cast<int>((m_state.step - 1) / m_batchesPerEpoch) + 1;
        event.classLoss = m_state.epochClassLoss / static_cast<double>(m_state.epochSteps);
        event.boxLoss = m_state.epochBoxLoss / static_cast<double>(m_state.epochSteps);
        event.seconds = m_clock.seconds() - m_state.epochSeconds;
    }
    if (isEvaluationDue(ending)) {
        if (auto evaluated = evaluate(event); !evaluated)
            return evaluated;
        if (m_control.isStopAsked()) // perhaps half evaluated: done again when the run goes on
            return saveProgress();
    }
    const double rate = m_learningRate.at({m_state.step - 1, fraction()});
    m_record.logEpoch(event, m_state.epochSteps, stepEvent(rate));
    if (auto written = m_record.addEpoch(event, rate, m_clock.imagesPerSecond()); !written)
        return written;
    m_state.epochClassLoss = 0;
    m_state.epochBoxLoss = 0;
    m_state.epochSteps = 0;
    m_state.epochSeconds = m_clock.seconds();
    m_lastEpoch = event;
    if (m_observer)
        m_observer(event);
    const bool isLast = ending != Ending::NotYet;
    const bool isTime = (m_clock.seconds() - m_savedAt) * kSaveShare >= m_saveCost;
    return isLast || isTime ? saveProgress() : Result<>();
}

Result<TrainingOutcome> TrainingRun::finish(Ending ending)
{
    m_loader.reset();
    TrainingOutcome outcome;
    if (m_savedStep != m_state.step) {
        if (auto saved = saveProgress(); !saved)
            return failure(saved.error());
    }
    outcome.lastModel = RunRecord::modelFolder(m_request.runFolder, "last");
    outcome.bestMap = m_earlyStopping.bestMap();
    outcome.bestEpoch = m_earlyStopping.bestEpoch();
    outcome.bestModel = outcome.bestMap >= 0 ? RunRecord::modelFolder(m_request.runFolder, "best") : outcome.lastModel;
    outcome.epochs = std::max(static_cast<int>(m_state.step / m_batchesPerEpoch), m_lastEpoch.epoch);
    outcome.images = m_state.images;
    outcome.seconds = m_clock.seconds();
    outcome.wasStopped = ending == Ending::Stopped;
    if (auto written = m_record.finish(outcome); !written)
        return failure(written.error());
    return outcome;
}

void TrainingRun::waitWhilePaused()
{
    if (!m_control.isPauseAsked())
        return;
    m_clock.pause();
    while (m_control.isPauseAsked() && !m_control.isStopAsked())
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    m_clock.proceed();
}

StepEvent TrainingRun::stepEvent(double learningRate) const
{
    StepEvent event;
    event.step = m_state.step;
    event.epoch = static_cast<int>((m_state.step - 1) / m_batchesPerEpoch) + 1;
    event.totalSteps = totalSteps();
    event.classLoss = m_classLoss;
    event.boxLoss = m_boxLoss;
    event.learningRate = learningRate;
    event.imagesPerSecond = m_clock.imagesPerSecond();
    event.fraction = fraction();
    if (event.fraction > 0)
        event.secondsLeft = m_clock.seconds() * (1 - event.fraction) / event.fraction;
    return event;
}

void TrainingRun::tellStep(double learningRate)
{
    const double now = m_clock.seconds();
    const StepEvent event = stepEvent(learningRate);
    const qint64 stepOfEpoch = (m_state.step - 1) % m_batchesPerEpoch + 1;
    if (stepOfEpoch % kLogEverySteps == 0)
        m_record.logStep(event, stepOfEpoch, m_request.hyperparameters.miniBatchSize, now - m_state.epochSeconds);
    if (m_drawnAt < 0 || now - m_drawnAt >= kDrawEvery) {
        m_drawnAt = now;
        m_record.drawStep(event);
    }
    if (m_toldAt >= 0 && now - m_toldAt < kTellEvery)
        return;
    m_toldAt = now;
    if (m_observer)
        m_observer(event);
}

void TrainingRun::note(const QString &text)
{
    m_record.log(text);
    if (m_observer)
        m_observer(NoteEvent{text});
}

bool TrainingRun::isEvaluationDue(Ending ending) const
{
    if (m_validation.images() == 0)
        return false;
    if (m_request.maxMinutes <= 0 || ending == Ending::Done)
        return true;
    return m_state.evaluationSeconds + expectedEvaluation() <= kEvaluationShare * m_clock.seconds();
}

Result<> TrainingRun::evaluate(EpochEvent &event)
{
    const double start = m_clock.seconds();
    m_replicas.averageStatistics();
    event.validationMap = m_validation.run(m_replicas.first(), [this] { return m_control.isStopAsked(); });
    m_replicas.train();
    m_lastEvaluation = m_clock.seconds() - start;
    m_state.evaluationSeconds += m_lastEvaluation;
    if (event.validationMap < 0 || m_control.isStopAsked())
        return {};
    m_state.evaluatedStep = m_state.step;
    event.isBest = m_earlyStopping.take(event.epoch, event.validationMap);
    m_state.bestMap = m_earlyStopping.bestMap();
    m_state.bestEpoch = m_earlyStopping.bestEpoch();
    m_state.lastImprovement = m_earlyStopping.lastImprovement();
    m_state.lastMap = event.validationMap;
    return event.isBest ? saveNetwork("best", event.validationMap) : Result<>();
}

/// Seconds; a guess from the speed of training before the first evaluation was measured.
double TrainingRun::expectedEvaluation() const
{
    constexpr double kDetectionCost = 0.4; // of a training step, for each image
    const double rate = m_clock.imagesPerSecond();
    if (m_lastEvaluation > 0 || rate <= 0)
        return m_lastEvaluation;
    return kDetectionCost * m_validation.images() / rate;
}

/// What is left for learning where time limits the run: the last evaluation must fit in as well.
double TrainingRun::budgetSeconds() const
{
    const double whole = m_request.maxMinutes * 60;
    return whole - std::min(expectedEvaluation(), whole / 3);
}

double TrainingRun::fraction() const
{
    const double done = m_request.maxMinutes > 0
                            ? m_clock.seconds() / budgetSeconds()
                            : static_cast<double>(m_state.step) / static_cast<double>(totalSteps());
    return std::min(1.0, done);
}

qint64 TrainingRun::totalSteps() const
{
    return m_request.maxMinutes > 0 ? 0 : m_batchesPerEpoch * m_request.hyperparameters.epochs;
}

bool TrainingRun::isEpochFull() const
{
    return m_state.epochSteps > 0 && m_state.step % m_batchesPerEpoch == 0;
}

int TrainingRun::epoch() const
{
    return static_cast<int>(m_state.step / m_batchesPerEpoch) + 1;
}

TrainingRun::Ending TrainingRun::ending() const
{
    if (m_control.isStopAsked())
        return Ending::Stopped;
    return fraction() >= 1 ? Ending::Done : Ending::NotYet;
}

} // namespace boxwright::ssd
