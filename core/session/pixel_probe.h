// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/detect/detector_backend.h"
#include "core/session/training_snapshot.h"

namespace boxwright {

/// What a model of the cloud is tried on.
struct PixelProbe
{
    QString model;       ///< an artifact
    QStringList classes; ///< of the labels; the model's classes are named so where their number fits
    std::vector<TruthImage> images;
    int threads = 0;
    QStringList modelClasses{}; ///< names of the model's classes; empty: those stored beside it, else by number
};

/// How well one way of giving pixels agrees with the labels.
struct PixelProbeResult
{
    PixelInput pixels = PixelInput::RgbMean;
    double map = 0;        ///< VOC, all points, IoU 0.5
    double confidence = 0; ///< mean of the best detection on each image: tells ways apart that all find nothing
    std::vector<std::vector<Detection>> detections{}; ///< on each of the probe's images, in the labels' classes
};

/// Runs the model on the images once for each way of taking pixels, the most likely first. Works on the calling
/// thread. Images that cannot be read are passed over; fails where none is left, where the model cannot be opened or
/// where it was cancelled.
Result<std::vector<PixelProbeResult>> probePixels(DetectorBackend &backend, const PixelProbe &probe,
                                                  const ProgressSink &progress, const CancelFlag &cancel);

/// The way that agrees best; nullopt where no way finds anything that is labelled.
std::optional<PixelInput> bestPixels(const std::vector<PixelProbeResult> &results);

} // namespace boxwright
