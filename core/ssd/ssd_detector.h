// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"
#include "core/ssd/kept_memory.h"
#include "core/ssd/multibox_detection.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// How a network's answers become detections, and images its input.
struct DetectorSetup
{
    DetectionOptions detection;
    Preprocessing preprocessing;
    bool isBgr = false; ///< the network wants blue first; `preprocessing` is in the network's order
    int threads = 1;
    torch::Device device = torch::kCPU;
    torch::ScalarType inputType = torch::kFloat32; ///< or bfloat16: what convolutions compute in
};

/// A network, ready to detect: image stretched to the network's square, forward pass with batch norms folded into
/// convolutions, softmax, NMS with the model's own threshold. One thread at a time.
class SsdDetector : public Detector
{
public:
    /// Of a model folder; `options.settings` are for artifacts. Torch counts its threads per calling thread: detect()
    /// sets them on its own.
    static Result<std::unique_ptr<Detector>> open(const QString &modelFolder, const OpenOptions &options);

    SsdDetector(ModelInfo info, std::shared_ptr<SsdNetworkImpl> network, const DetectorSetup &setup);

    [[nodiscard]] const ModelInfo &info() const override { return m_info; }
    Result<std::vector<Detection>> detect(const QImage &image, const DetectOptions &options) override;

private:
    std::vector<DetectedBox> run(const QImage &image, const DetectOptions &options);

    ModelInfo m_info;
    std::shared_ptr<SsdNetworkImpl> m_network;
    torch::Tensor m_priors;
    DetectorSetup m_setup;
    KeptMemory m_memory{KeptMemory::Of::Detection};
};

} // namespace boxwright::ssd
