// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"
#include "core/sagemaker/ssd_recognition.h"

namespace boxwright {

/// What an artifact of the cloud is, as far as it can be told without running it. Classes that nobody has named are
/// numbered from 0, and none are listed where not even their count is known. Fails where the artifact contradicts
/// itself or another number of classes was named.
Result<ModelInfo> artifactInfo(const ModelArtifact &artifact, const std::optional<RecognizedSsd> &recognized,
                               const QStringList &classNames);

/// The names for that many classes: those given, else numbers. Fails where the counts differ.
Result<QStringList> namedClasses(const ModelArtifact &artifact, int count, const QStringList &classNames);

/// How the artifact most likely takes pixels (facts 2.7): by the running mean of its first batch norm where it has one
/// ("bn_data"), else with the mean subtracted, as mxnet-ssd trains.
PixelInput usualPixelInput(const ModelArtifact &artifact);

} // namespace boxwright
