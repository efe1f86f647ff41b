// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"

namespace boxwright::ssd {

/// Opens a model of SageMaker or MXNet to detect: in a network of our own where its graph is recognised, in the graph
/// runner otherwise. Classes and pixels are those of `options`, else those stored beside the artifact, else numbers and
/// the likely way (usualPixelInput()).
Result<std::unique_ptr<Detector>> openArtifactDetector(const QString &path, const OpenOptions &options);

} // namespace boxwright::ssd
