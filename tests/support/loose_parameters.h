// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// Parameters without a network.
class LooseParameters : public SsdNetworkImpl
{
public:
    void add(const std::string &name, const torch::Tensor &value) { register_parameter(name, value); }
    SsdOutput forward(const torch::Tensor &) override { return {}; }
    [[nodiscard]] std::vector<PriorSpec> priorSpecs() const override { return {}; }
    [[nodiscard]] std::vector<std::pair<int, int>> featureSizes() const override { return {}; }
    [[nodiscard]] Preprocessing preprocessing() const override { return {}; }
};

} // namespace boxwright::ssd
