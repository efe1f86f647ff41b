// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/graph_program.h"
#include "core/ssd/kept_memory.h"
#include "core/ssd/ssd_detector.h"

namespace boxwright::ssd {

/// A network of MXNet that this program does not build itself, run node by node. Its detections come from
/// _contrib_MultiBoxDetection, whose inputs are computed so that thresholds can be chosen, or from three heads ids,
/// scores, boxes behind _contrib_box_nms, as GluonCV exports them. One thread at a time.
class GraphDetector : public Detector
{
public:
    /// Runs the network once on nothing, so that whatever is wrong with it shows now. `info` gets the classes where it
    /// has none. GluonCV's networks take pixels as ImageNet's do, unless the pixels were decided by a person.
    static Result<std::unique_ptr<Detector>> open(const ModelArtifact &artifact, ModelInfo info, DetectorSetup setup,
                                                  bool arePixelsDecided);

    [[nodiscard]] const ModelInfo &info() const override { return m_info; }
    Result<std::vector<Detection>> detect(const QImage &image, const DetectOptions &options) override;

private:
    enum class Kind
    {
        MultiBox,
        Gluon
    };

    GraphDetector(GraphProgram program, Kind kind, ModelInfo info, const DetectorSetup &setup);

    Result<GraphValues> run(const torch::Tensor &input);
    [[nodiscard]] std::vector<DetectedBox> multiBoxes(const GraphValues &outputs, const DetectOptions &options) const;
    [[nodiscard]] std::vector<DetectedBox> gluonBoxes(const GraphValues &outputs, const DetectOptions &options) const;
    Result<> learnClasses(const ModelArtifact &artifact);

    GraphProgram m_program;
    Kind m_kind;
    ModelInfo m_info;
    DetectorSetup m_setup;
    KeptMemory m_memory{KeptMemory::Of::Detection};
};

} // namespace boxwright::ssd
