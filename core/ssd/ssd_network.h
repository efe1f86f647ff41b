// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/batch_normalization.h"

#include <torch/torch.h>

#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace boxwright::ssd {

/// One feature map's priors. `sizes` and `ratios` as in MultiBoxPrior: sizes.size() - 1 + ratios.size() priors per
/// cell.
struct PriorSpec
{
    std::vector<float> sizes;
    std::vector<float> ratios;
    float step = -1; ///< fraction of the image; <= 0: one cell
};

/// What the network says of a batch: B images, N priors, C classes plus background (class 0).
struct SsdOutput
{
    torch::Tensor classLogits; ///< (B, N, C + 1) float32
    torch::Tensor boxOffsets;  ///< (B, N, 4) float32, encoded with kVariances
};

/// How pixels 0..255 become input: (x - mean) / deviation per channel, RGB.
struct Preprocessing
{
    std::array<float, 3> mean{};
    std::array<float, 3> deviation{1, 1, 1};
};

/// Body, extra maps and heads of a detector. The order of priors is feature map, y, x, prior, as in MXNet.
/// Parameters are registered under the names that weight files use.
class SsdNetworkImpl : public torch::nn::Module
{
public:
    /// `images` (B, 3, S, S) float32, preprocessed.
    virtual SsdOutput forward(const torch::Tensor &images) = 0;
    /// One entry per feature map, in order.
    [[nodiscard]] virtual std::vector<PriorSpec> priorSpecs() const = 0;
    /// Height and width of each feature map for the network's image_shape.
    [[nodiscard]] virtual std::vector<std::pair<int, int>> featureSizes() const = 0;
    [[nodiscard]] virtual Preprocessing preprocessing() const = 0;
    /// Whether a parameter or buffer belongs to the base network, as opposed to extra maps and heads: what files of
    /// ImageNet weights hold.
    [[nodiscard]] virtual bool isBaseWeight(const std::string & /*name*/) const { return true; }
    /// Once, before detection alone: evaluation mode, and what training needs apart is put together (batch norms into
    /// convolutions). `type`, float32 or bfloat16, is what forward() will be given: weights are cast to it here, not in
    /// each pass. No gradients and no change of weights after it.
    virtual void prepareForDetection(torch::ScalarType /*type*/) { eval(); }
};

struct NetworkSpec
{
    QString baseNetwork;
    int imageShape = 300;
    int classes = 1; ///< without background
    /// Networks with MXNet's names (vgg-16, resnet-50) get this part of the filters of each layer, heads excepted: the
    /// same network in small, for tests.
    int widthDivisor = 1;
    /// Of batch norms in networks with MXNet's names.
    NormSums normSums = NormSums::Exact;
};

/// Names of the base networks that makeNetwork() knows; a new one is one line there.
QStringList baseNetworkNames();

/// A network with freshly initialised weights (Xavier as MXNet's: uniform, by fan average, magnitude 3), drawn from
/// torch's default generator: seed it first. The spec is valid (see Hyperparameters); null for an unknown base network.
std::shared_ptr<SsdNetworkImpl> makeNetwork(const NetworkSpec &spec);

/// All priors of the network, (N, 4) xmin ymin xmax ymax as fractions of the image.
torch::Tensor makePriors(const SsdNetworkImpl &network);

} // namespace boxwright::ssd
