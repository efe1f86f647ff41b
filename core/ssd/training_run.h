// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"
#include "core/ssd/batch_loader.h"
#include "core/ssd/early_stopping.h"
#include "core/ssd/learning_rate.h"
#include "core/ssd/optimiser.h"
#include "core/ssd/replicas.h"
#include "core/ssd/run_clock.h"
#include "core/ssd/run_record.h"
#include "core/ssd/run_state.h"
#include "core/ssd/ssd_network.h"
#include "core/ssd/training_step.h"
#include "core/ssd/validation.h"

#include <memory>

namespace boxwright::ssd {

/// How many threads do what.
struct ThreadPlan
{
    int compute = 1; ///< of torch, the trainer's own included
    int loaders = 0; ///< of the batch loader; 0: the compute threads make the batches between steps
};

/// The loop of one training: steps, epochs, their evaluation, checkpoints and models. Lives on the trainer's thread for
/// as long as trainDetector() runs. The request is checked, the network made and filled.
class TrainingRun
{
public:
    TrainingRun(const TrainingRequest &request, const TrainingControl &control, const TrainingObserver &observer,
                Replicas replicas, const ThreadPlan &threads);

    Result<TrainingOutcome> run();

private:
    Result<TrainingOutcome> runEpochs();
    enum class Ending
    {
        NotYet,
        Done,
        Stopped
    };

    Result<> begin();
    Result<> resume();
    void tellDevices();
    Result<> runEpoch();
    Result<> learn(TrainingBatch &batch, double learningRate);
    [[nodiscard]] Error noNumberLeft(const QString &sentence, double learningRate) const;
    Result<> finishEpoch(Ending ending);
    Result<TrainingOutcome> finish(Ending ending);
    void waitWhilePaused();
    [[nodiscard]] StepEvent stepEvent(double learningRate) const;
    void tellStep(double learningRate);
    void note(const QString &text);

    [[nodiscard]] bool isEvaluationDue(Ending ending) const;
    Result<> evaluate(EpochEvent &event);
    Result<> saveNetwork(const char *which, double map);
    Result<> saveProgress();
    Result<> saveCheckpointFile();

    [[nodiscard]] double expectedEvaluation() const;
    [[nodiscard]] double budgetSeconds() const;
    [[nodiscard]] double fraction() const;
    [[nodiscard]] qint64 totalSteps() const;
    [[nodiscard]] int epoch() const;        ///< in work, from 1
    [[nodiscard]] bool isEpochFull() const; ///< all its steps are done, and it is not evaluated yet
    [[nodiscard]] Ending ending() const;

    const TrainingRequest &m_request;
    const TrainingControl &m_control;
    const TrainingObserver &m_observer;
    Replicas m_replicas;
    const torch::ScalarType m_inputType;
    const ThreadPlan m_threads;
    const qint64 m_batchesPerEpoch;
    ImageStore m_trainImages;
    ImageStore m_validationImages;
    Validation m_validation;
    const std::unique_ptr<Optimiser> m_optimiser;
    TrainingStep m_step;
    LearningRate m_learningRate;
    EarlyStopping m_earlyStopping;
    RunRecord m_record;
    RunClock m_clock;
    RunState m_state;
    std::unique_ptr<BatchLoader> m_loader;
    double m_classLoss = 0; ///< of the last step
    double m_boxLoss = 0;
    double m_toldAt = -1;
    double m_drawnAt = -1;
    double m_savedAt = 0;
    double m_saveCost = 0;       ///< seconds that the last one took
    double m_lastEvaluation = 0; ///< seconds that the last one took
    EpochEvent m_lastEpoch;
    qint64 m_savedStep = -1; ///< after which the model last/ was written
    QStringList m_brokenImages;
};

} // namespace boxwright::ssd
