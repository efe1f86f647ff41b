// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/training_snapshot.h"
#include "ui/project_models/start_model.h"

namespace boxwright {

/// What a person chose on the Train page. A plain value.
struct TrainingPlan
{
    TrainingPreset preset = TrainingPreset::Balanced;
    QString baseNetwork = QStringLiteral("mobilenet-v2");
    QString weightsFile;       ///< for the base network; empty: from scratch or from `startModel`
    StartModel startModel;     ///< to train further; of an empty path: none
    bool backboneOnly = false; ///< of that model only the base network
    int threads = 1;
    DeviceChoice device;
    ComputePrecision precision = ComputePrecision::Float32;
    QMap<QString, QString> changed; ///< hyperparameters that the person set, by name; they outlive a change of preset

    /// The preset's values with what the person changed.
    [[nodiscard]] Result<Hyperparameters> hyperparameters(qsizetype trainingImages) const;
    /// The preset's values alone.
    [[nodiscard]] Hyperparameters presetValues(qsizetype trainingImages) const;
};

/// The first part of the names of runs with that preset ("balanced").
QString runStem(TrainingPreset preset);

/// Everything that the trainer needs; the run's name is the next free one in the folder.
Result<TrainingRequest> makeTrainingRequest(const TrainingPlan &plan, TrainingSnapshot snapshot,
                                            const QString &runsFolder);

/// Why the chosen model cannot be trained further on these images; empty where it can, and where none was chosen.
QString whyNotFurther(const TrainingPlan &plan, const TrainingSnapshot &snapshot);

/// Labels of these images.
qint64 labelCount(const std::vector<TrainingImage> &images);

/// Why these images cannot be trained with, in words that say what to do; empty where they can.
QString whyNotTrainable(const TrainingSnapshot &snapshot);

/// What a person should know of the images before training, most important first; nothing that stops it.
QStringList trainingAdvice(const TrainingSnapshot &snapshot);

} // namespace boxwright
