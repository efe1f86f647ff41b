// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace boxwright {

struct ModelInfo;

/// Writes a model as SageMaker's object detection hands models out (facts 1.9): model.tar.gz with hyperparams.json (26
/// texts), model_algo_1-symbol.json (the training graph) and model_algo_1-0000.params (V2). `model` is a model folder
/// of base network vgg-16 or resnet-50, or an artifact, whose graph and parameters are written as they are. Whole or
/// not at all.
Result<> exportArtifact(const QString &model, const QString &target);

/// Why the model cannot be handed to the cloud, translated; empty where it can.
QString whyNotForTheCloud(const ModelInfo &info);

} // namespace boxwright
