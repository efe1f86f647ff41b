// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace boxwright {

/// Hyperparameters of a cloud training: the cloud's defaults, written out, with `chosen` laid over them. Every name and
/// value is checked against what SageMaker's container takes (facts: developer guide, "Object Detection
/// Hyperparameters"); this is the cloud's own list, core/detect's is what the program itself can train.
/// num_classes, num_training_samples and label_width are the caller's.
Result<QMap<QString, QString>> jobHyperparameters(const QMap<QString, QString> &chosen);

} // namespace boxwright
