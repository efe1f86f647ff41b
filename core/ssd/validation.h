// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/evaluation.h"
#include "core/detect/hyperparameters.h"
#include "core/ssd/image_store.h"
#include "core/ssd/ssd_network.h"

#include <functional>

namespace boxwright::ssd {

/// Measures a network on images that it does not learn from. Reads the weights and changes nothing but leaves the
/// network in evaluation mode.
class Validation
{
public:
    /// The store lives longer than this.
    Validation(ImageStore &store, const Hyperparameters &hyperparameters);

    [[nodiscard]] int images() const { return m_store.count(); }

    /// mAP (all points) with overlap_threshold, detections after NMS as the detector gives them. Images that cannot be
    /// read are left out. Negative where `isCancelled` said so or no image could be read.
    double run(SsdNetworkImpl &network, const std::function<bool()> &isCancelled);

private:
    struct Batch;
    Batch load(int first, int count);
    void detect(SsdNetworkImpl &network, const Batch &batch, std::vector<EvaluatedImage> &results);

    ImageStore &m_store;
    Hyperparameters m_hyperparameters;
    torch::Tensor m_priors;
};

} // namespace boxwright::ssd
