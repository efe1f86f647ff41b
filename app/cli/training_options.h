// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/augmentation_settings.h"
#include "core/detect/hyperparameters.h"

#include <QStringList>

namespace boxwright::cli {

class Options;

/// Where the hyperparameters of a run come from: a preset or SageMaker's defaults, then a file, then single values.
struct HyperparameterSources
{
    QString preset; ///< "quick", "balanced", "thorough"; empty: balanced, or SageMaker's defaults where a file is given
    QString file;   ///< SageMaker's hyperparameters.json: one flat object; empty: none
    QStringList values;      ///< NAME=VALUE, the last one counts
    bool hasWeights = false; ///< a file of weights or an earlier model
    int trainingImages = 0;
    bool isOnGpu = false;
    QMap<QString, QString> ofModel; ///< what an earlier model is like: counts where nobody says otherwise
};

/// The words of HyperparameterSources::preset.
QStringList presetWords();

/// How a command line says what is done to training images.
struct AugmentationWords
{
    QString variation; ///< empty: the preset's
    QString steps;     ///< "mirror,crop", "none"; empty: all

    void setUp(Options &options);
    /// `preset` is one of presetWords() or empty.
    [[nodiscard]] Result<AugmentationSettings> settings(const QString &preset) const;
};

/// One flat object of strings as SageMaker writes it; numbers and booleans are taken as well. Messages name the file,
/// the key and the value.
Result<QMap<QString, QString>> readHyperparameterFile(const QString &path);

/// Takes texts NAME=VALUE into `values`.
Result<> takeValues(const QStringList &texts, QMap<QString, QString> &values);

/// The hyperparameters of the run. `use_pretrained_model` follows the weights where nobody sets it, and must agree with
/// them where somebody does.
Result<Hyperparameters> chooseHyperparameters(const HyperparameterSources &sources);

} // namespace boxwright::cli
