// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/prior_boxes.h"

#include "core/ssd/ssd_network.h"

#include <algorithm>
#include <cmath>

namespace boxwright::ssd {

namespace {

struct HalfSize
{
    float width = 0;
    float height = 0;
};

/// Half sizes of one cell's priors. Widths are multiplied by height / width of the map: square in pixels where the
/// image is square and the map is not.
std::vector<HalfSize> cellShapes(int height, int width, const PriorOptions &options)
{
    std::vector<HalfSize> shapes;
    shapes.reserve(options.sizes.size() + options.ratios.size());
    const float mapAspect = float(height) / float(width);
    const auto add = [&](float size, float ratio) {
        const float root = std::sqrt(ratio);
        shapes.push_back({size * mapAspect * root / 2, size / root / 2});
    };
    const float firstRatio = options.ratios.empty() ? 1.0F : options.ratios.front();
    for (const float size : options.sizes)
        add(size, firstRatio);
    for (size_t i = 1; i < options.ratios.size() && !options.sizes.empty(); ++i)
        add(options.sizes.front(), options.ratios[i]);
    return shapes;
}

} // namespace

torch::Tensor multiboxPrior(int height, int width, const PriorOptions &options)
{
    const std::vector<HalfSize> shapes = cellShapes(height, width, options);
    const float stepY = options.steps[0] > 0 ? options.steps[0] : 1.0F / float(height);
    const float stepX = options.steps[1] > 0 ? options.steps[1] : 1.0F / float(width);
    torch::Tensor priors = torch::empty({int64_t(height) * width * int64_t(shapes.size()), 4}, torch::kFloat32);
    float *out = priors.data_ptr<float>();
    for (int y = 0; y < height; ++y) {
        const float centreY = (float(y) + options.offsets[0]) * stepY;
        for (int x = 0; x < width; ++x) {
            const float centreX = (float(x) + options.offsets[1]) * stepX;
            for (const HalfSize &half : shapes) {
                *out++ = centreX - half.width;
                *out++ = centreY - half.height;
                *out++ = centreX + half.width;
                *out++ = centreY + half.height;
            }
        }
    }
    if (options.clip)
        priors.clamp_(0, 1);
    return priors;
}

torch::Tensor makePriors(const SsdNetworkImpl &network)
{
    const std::vector<PriorSpec> specs = network.priorSpecs();
    const std::vector<std::pair<int, int>> sizes = network.featureSizes();
    std::vector<torch::Tensor> maps;
    for (size_t k = 0; k < specs.size(); ++k) {
        PriorOptions options;
        options.sizes = specs[k].sizes;
        options.ratios = specs[k].ratios;
        options.steps = {specs[k].step, specs[k].step};
        maps.push_back(multiboxPrior(sizes[k].first, sizes[k].second, options));
    }
    return torch::cat(maps, 0); // (N, 4)
}

} // namespace boxwright::ssd
