// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/result.h"
#include "core/detect/augmentation_settings.h"
#include "core/detect/detection.h"
#include "core/detect/device_choice.h"
#include "core/detect/hyperparameters.h"
#include "core/model/ids.h"

#include <QImage>
#include <QMap>
#include <QSize>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace boxwright {

struct TrainingBox
{
    int classIndex = 0; ///< index into TrainingRequest::classes
    Box box;            ///< pixels of the oriented image
    bool isDifficult = false;
};

struct TrainingImage
{
    ImageId id = ImageId::None;
    QString path; ///< absolute
    std::vector<TrainingBox> boxes;
};

/// Everything that a training needs, by value: the data set may change meanwhile.
struct TrainingRequest
{
    QString runFolder; ///< made by the trainer; holds the models best/ and last/, metrics.jsonl, run.json, checkpoint
    QString runName;
    QStringList classes;
    std::vector<TrainingImage> train;
    std::vector<TrainingImage> validation;
    Hyperparameters hyperparameters;
    AugmentationSettings augmentation;
    QString weightsFile;       ///< for the base network, of any kind that loadBaseWeights() knows; empty: from scratch
    QString startModel;        ///< folder of an earlier model to train further; empty: none
    bool backboneOnly = false; ///< of that model only the base network: its classes may be others
    double maxMinutes =
        0;           ///< stop after that much wall time, with the learning rate schedule fitted to it; 0: no limit
    int threads = 0; ///< 0: one fewer than cores, at least one
    DeviceChoice device;
    ComputePrecision precision = ComputePrecision::Float32;
    quint64 seed = 1;
    bool warmsUp = true; ///< the learning rate rises over the first steps; SageMaker's does not
    bool resume = false; ///< go on from the run folder's checkpoint
};

/// What the network sees of a training image in one epoch.
struct TrainingView
{
    QImage image;                   ///< Format_RGB888, image_shape x image_shape
    std::vector<TrainingBox> boxes; ///< pixels of `image`
};

/// One optimiser step (told at most some ten times a second: the latest counts).
struct StepEvent
{
    int epoch = 0;
    qint64 step = 0;
    qint64 totalSteps = 0; ///< 0 where only time limits the run
    double classLoss = 0;  ///< mean cross entropy over counted priors
    double boxLoss = 0;    ///< mean smooth L1
    double learningRate = 0;
    double imagesPerSecond = 0;
    double secondsLeft = -1;
    double fraction = 0; ///< 0..1 of the whole run
};

/// One pass over the training images with its evaluation.
struct EpochEvent
{
    int epoch = 0;
    double classLoss = 0;
    double boxLoss = 0;
    double validationMap = -1; ///< negative where there is no validation image
    bool isBest = false;
    double seconds = 0;
};

/// Something that a person should read ("210 of 240 weights taken from ..."), translated.
struct NoteEvent
{
    QString text;
};

using TrainingEvent = std::variant<StepEvent, EpochEvent, NoteEvent>;

/// Steers a running training from another thread. Copies share one state.
class TrainingControl
{
public:
    void stop() { m_state->stop = true; } ///< after the step in work; best and last model are kept
    void setPaused(bool isPaused) { m_state->pause = isPaused; }
    [[nodiscard]] bool isStopAsked() const { return m_state->stop; }
    [[nodiscard]] bool isPauseAsked() const { return m_state->pause; }

private:
    struct State
    {
        std::atomic<bool> stop = false;
        std::atomic<bool> pause = false;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

struct TrainingOutcome
{
    QString bestModel; ///< folder; equal to lastModel where nothing was validated
    QString lastModel;
    double bestMap = -1;
    int bestEpoch = 0;
    int epochs = 0; ///< told of; time may have cut the last one short
    qint64 images = 0;
    double seconds = 0;
    bool wasStopped = false;
};

using TrainingObserver = std::function<void(const TrainingEvent &)>; ///< called on the trainer's thread

} // namespace boxwright
