// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_loader.h"
#include "core/ssd/optimiser.h"
#include "core/ssd/replicas.h"

#include <functional>

namespace boxwright::ssd {

/// One step of a training: what the network says of a batch, the loss, the gradients and their use. Where memory does
/// not suffice for a batch it is halved, and halved again: its parts' gradients are added up, each with the part's
/// share of the images, so that the step stays one of the whole batch (batch norms see the parts alone). Several
/// replicas share a batch in the same way, each on a thread of its own. Used on the trainer's thread; replicas and
/// optimiser (the first replica's) live longer than this.
class TrainingStep
{
public:
    struct Loss
    {
        double classLoss = 0;
        double boxLoss = 0;

        [[nodiscard]] bool isFinite() const;
    };

    /// `inputType` is what the network computes in: float32 or bfloat16.
    TrainingStep(Replicas &replicas, Optimiser &optimiser, std::function<void(const QString &)> note,
                 torch::ScalarType inputType = torch::kFloat32);

    /// Takes the step, unless the loss is not finite: then the weights stay as they are. Fails where memory does not
    /// suffice for a single image. The batch is not empty.
    Result<Loss> run(const TrainingBatch &batch, double learningRate);

    /// Into how many parts a replica's share of a batch is cut; kept in checkpoints, so that a run goes on as it was.
    [[nodiscard]] int parts() const { return m_parts; }
    void setParts(int parts) { m_parts = parts; }

private:
    struct Part
    {
        size_t first = 0; ///< image of the batch
        size_t count = 0;
    };

    [[nodiscard]] std::vector<Part> partsOf(size_t images) const;
    Loss addGradients(const TrainingBatch &batch);
    Loss addGradients(const TrainingBatch &batch, const std::vector<Part> &parts, size_t replica);
    Loss addGradients(const TrainingBatch &batch, const Part &part, SsdNetworkImpl &network);
    Result<> halve(size_t images);

    Replicas &m_replicas;
    Optimiser &m_optimiser;
    std::function<void(const QString &)> m_note;
    torch::ScalarType m_inputType;
    torch::Tensor m_priors;
    int m_parts = 1;
};

/// The name of the first parameter or buffer that holds infinity or no number; empty where all is well.
QString firstNonFinite(const SsdNetworkImpl &network);

} // namespace boxwright::ssd
