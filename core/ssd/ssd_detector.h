// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"
#include "core/ssd/multibox_detection.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// A saved model, ready to detect: image stretched to the network's square, forward pass with batch norms folded into
/// convolutions, softmax, NMS with the model's own threshold. One thread at a time.
class SsdDetector : public Detector
{
public:
    /// `threads` 0: one fewer than cores. Torch counts its threads per calling thread: detect() sets them on its own.
    static Result<std::unique_ptr<Detector>> open(const QString &modelFolder, int threads);

    [[nodiscard]] const ModelInfo &info() const override { return m_info; }
    Result<std::vector<Detection>> detect(const QImage &image, const DetectOptions &options) override;

private:
    SsdDetector(ModelInfo info, std::shared_ptr<SsdNetworkImpl> network, int threads);

    std::vector<DetectedBox> run(const QImage &image, const DetectOptions &options);

    ModelInfo m_info;
    std::shared_ptr<SsdNetworkImpl> m_network;
    torch::Tensor m_priors;
    DetectionOptions m_options;
    int m_threads = 1;
};

} // namespace boxwright::ssd
