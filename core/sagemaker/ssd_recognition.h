// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/model_artifact.h"
#include "core/sagemaker/ssd_symbol.h"

#include <array>
#include <optional>

namespace boxwright {

/// The detection operator of a graph with what it is set to.
struct DetectionNode
{
    int node = -1;
    double threshold = 0.01;
    double nmsThreshold = 0.5;
    int nmsTopk = -1; ///< <= 0: all
    bool forceSuppress = false;
    bool clip = true;
    std::array<double, 4> variances{0.1, 0.1, 0.2, 0.2};
};

/// The graph's _contrib_MultiBoxDetection; nullopt where it has none. Fails where an attribute is no number.
Result<std::optional<DetectionNode>> findDetectionNode(const SymbolGraph &graph);

/// An artifact whose network is, up to names, one that this program builds itself.
struct RecognizedSsd
{
    SsdSymbolSpec spec;
    QMap<QString, QString> names; ///< of parameters and running statistics: ours to the artifact's
};

/// Compares what the detections of the artifact are computed from with the graph of ssdTrainingSymbol(), by topology
/// and attributes; names may differ, and so may training heads and NMS. nullopt where it is another network.
std::optional<RecognizedSsd> recognizeSsd(const ModelArtifact &artifact);

/// Side of the square that the network was made for: image_shape of the hyperparameters, the shape of the variable
/// "data", a number in the file's name, in this order; 300 where nothing says it.
int artifactImageShape(const ModelArtifact &artifact);

/// Where hyperparams.json contradicts the recognised network, one translated sentence ("num_classes is 3, but ...");
/// empty where all agrees.
QString hyperparameterConflict(const ModelArtifact &artifact, const RecognizedSsd &recognized);

} // namespace boxwright
