// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/model_artifact.h"
#include "core/ssd/graph_operator.h"

#include <QStringList>

namespace boxwright::ssd {

/// A symbol graph made ready to run: operators bound to their attributes, parts that depend on no image computed once,
/// batch norms put into the convolutions before them. Runs by topology; names only appear in messages. Torch's thread
/// count is the caller's. One thread at a time.
class GraphProgram
{
public:
    /// The part of the artifact's graph that the outputs need; node numbers are those of `graph`, which is
    /// inferenceGraph() of the artifact's. What is in no parameter file is the image; there must be exactly one such
    /// variable. Fails where a parameter is missing, an operator unknown, an attribute wrong or the graph a circle.
    static Result<GraphProgram> compile(const ModelArtifact &artifact, const SymbolGraph &graph,
                                        const std::vector<SymbolOutput> &outputs);

    /// The outputs for a batch of images (B, C, H, W), in the order asked for. Fails where shapes do not fit, naming
    /// the node. Parts that depend on the size of the images alone are kept for the next run with the same size.
    Result<GraphValues> run(const torch::Tensor &images);

    /// Nodes that are computed at each run, for tests and benchmarks.
    [[nodiscard]] size_t steps() const { return m_steps.size(); }

private:
    friend class GraphCompiler;

    /// One node with the places of its inputs and outputs in the table of values.
    struct Step
    {
        QString node; ///< "conv0 (Convolution)"
        GraphOperation operation;
        std::vector<int> inputs;
        std::vector<int> outputs; ///< -1 where nobody asks for that output
        bool readsShapesOnly = false;
        std::vector<int> lastUses; ///< values that nobody needs after this step
    };

    Result<> runStep(const Step &step, GraphValues &values) const;
    void keepShapeParts(const GraphValues &values);
    void planLifetimes(std::vector<Step> &steps) const;

    QString m_name; ///< of the artifact
    std::vector<Step> m_steps;
    GraphValues m_constants;     ///< by place; undefined where a value is computed
    std::vector<bool> m_isFixed; ///< by place: depends on no more of the image than its size
    int m_input = -1;
    std::vector<int> m_outputs;
    // The same without what depends on the image's size alone, for that size.
    std::vector<int64_t> m_keptSize;
    std::vector<Step> m_shortSteps;
    GraphValues m_keptValues;
};

} // namespace boxwright::ssd
