// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace boxwright {

/// Names of the base networks, the one for a laptop first. Each is one line in core/ssd/make_network.cpp too.
QStringList knownBaseNetworks();

/// The hyperparameters of SageMaker's "Object Detection - MXNet", with its names, ranges and defaults (facts 1.1), plus
/// the base network mobilenet-v2. Values arrive as strings, as in the API.
struct Hyperparameters
{
    QString baseNetwork = QStringLiteral("mobilenet-v2"); ///< one of knownBaseNetworks()
    int numClasses = 0;                                   ///< > 0, background not counted; 0: taken from the data set
    int numTrainingSamples = 0;                           ///< > 0; 0: counted from the data set
    bool usePretrainedModel = true;
    int epochs = 30;
    int imageShape = 300; ///< >= 300; side of the square the network sees
    int miniBatchSize = 32;
    double learningRate = 0.001;
    double lrSchedulerFactor = 0.1;
    QList<int> lrSchedulerStep;                ///< epochs at which the rate is multiplied
    QString optimizer = QStringLiteral("sgd"); ///< sgd, adam, rmsprop, adadelta
    double momentum = 0.9;
    double weightDecay = 0.0005;
    double overlapThreshold = 0.5; ///< evaluation IoU
    double nmsThreshold = 0.45;
    int nmsTopk = 400;
    QString freezeLayerPattern; ///< regular expression matched from the start of parameter names; empty: nothing frozen
    bool earlyStopping = false;
    int earlyStoppingMinEpochs = 10;
    int earlyStoppingPatience = 5;
    double earlyStoppingTolerance = 0.0;
    int labelWidth = 350;

    /// Starts from `defaults` and takes each value; an unknown name, a value out of its range or a value that this
    /// program cannot honour is refused with name, value and range.
    static Result<Hyperparameters> fromStrings(const QMap<QString, QString> &values, const Hyperparameters &defaults);
    static Result<Hyperparameters> fromStrings(const QMap<QString, QString> &values) { return fromStrings(values, {}); }

    /// What SageMaker takes where a job names nothing (its base network is vgg-16).
    static Hyperparameters sagemakerDefaults();

    /// Every value under its SageMaker name.
    [[nodiscard]] QMap<QString, QString> toStrings() const;

    bool operator==(const Hyperparameters &) const = default;
};

/// What a person asks for: a quick look, a balanced or a thorough training.
enum class TrainingPreset
{
    QuickLook,
    Balanced,
    Thorough
};

/// What a preset depends on.
struct PresetBasis
{
    int trainingImages = 0;
    bool hasPretrainedWeights = false; ///< or an earlier model to go on from
    QString baseNetwork = QStringLiteral("mobilenet-v2");
    bool isOnGpu = false;
};

/// Hyperparameters that suit a laptop: small batches, and as many epochs as the preset's patience pays for. A GPU works
/// through large batches at no higher price, and gets as many steps.
Hyperparameters presetHyperparameters(TrainingPreset preset, const PresetBasis &basis);

} // namespace boxwright
