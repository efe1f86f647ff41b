// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_loader.h"
#include "core/ssd/optimiser.h"

#include <functional>

namespace boxwright::ssd {

/// One step of a training: what the network says of a batch, the loss, the gradients and their use. Where memory does
/// not suffice for a batch it is halved, and halved again: its parts' gradients are added up, each with the part's
/// share of the images, so that the step stays one of the whole batch (batch norms see the parts alone). Used on the
/// trainer's thread; network and optimiser live longer than this.
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
    TrainingStep(SsdNetworkImpl &network, Optimiser &optimiser, std::function<void(const QString &)> note,
                 torch::ScalarType inputType = torch::kFloat32);

    /// Takes the step, unless the loss is not finite: then the weights stay as they are. Fails where memory does not
    /// suffice for a single image. The batch is not empty.
    Result<Loss> run(const TrainingBatch &batch, double learningRate);

    /// Into how many parts batches are cut; kept in checkpoints, so that a run goes on as it was.
    [[nodiscard]] int parts() const { return m_parts; }
    void setParts(int parts) { m_parts = parts; }

private:
    Loss addGradients(const TrainingBatch &batch);
    Loss addGradients(const TrainingBatch &batch, size_t first, size_t count);
    void forgetGradients();
    Result<> halve(size_t images);

    SsdNetworkImpl &m_network;
    Optimiser &m_optimiser;
    std::function<void(const QString &)> m_note;
    torch::ScalarType m_inputType;
    torch::Tensor m_priors;
    int m_parts = 1;
};

/// The name of the first parameter or buffer that holds infinity or no number; empty where all is well.
QString firstNonFinite(const SsdNetworkImpl &network);

} // namespace boxwright::ssd
