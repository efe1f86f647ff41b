// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/mxnet_ssd.h"

#include "core/ssd/prior_tables.h"
#include "core/ssd/ssd_heads.h"

namespace boxwright::ssd {

MxnetSsd::MxnetSsd(const NetworkSpec &spec)
    : m_spec(spec)
{
}

void MxnetSsd::makeTop(const Top &top)
{
    m_extraMaps = top.extraMaps;
    m_priors = top.priors;
    std::vector<BodyMap> maps = top.bodyMaps;
    for (const ExtraMap &map : top.extraMaps) {
        const std::string name = "multi_feat_" + std::to_string(maps.size()) + "_conv_";
        const int64_t narrow = filters(std::max<int64_t>(128, map.filters / 2));
        const int64_t wide = filters(map.filters);
        m_extra.emplace_back(*this, name + "1x1_conv", ConvShape{maps.back().channels, narrow});
        m_extra.emplace_back(
            *this, name + "3x3_conv",
            ConvShape{narrow, wide, /*kernel=*/3, map.stride, /*groups=*/1, map.padding, /*dilation=*/1});
        maps.push_back({name + "3x3_relu", wide});
    }
    for (size_t k = 0; k < maps.size(); ++k)
        makeHeads(maps[k].name, maps[k].channels, priorsPerCell(m_priors.at(k)));
}

void MxnetSsd::makeHeads(const std::string &map, int64_t channels, int priorsPerCell)
{
    const int64_t classes = int64_t(priorsPerCell) * (m_spec.classes + 1);
    const int64_t numbers = int64_t(priorsPerCell) * 4;
    m_boxHeads.emplace_back(*this, map + "_loc_pred_conv", ConvShape{channels, numbers, /*kernel=*/3});
    m_classHeads.emplace_back(*this, map + "_cls_pred_conv", ConvShape{channels, classes, /*kernel=*/3});
}

SsdOutput MxnetSsd::forward(const torch::Tensor &images)
{
    std::vector<torch::Tensor> maps = bodyMaps(images.contiguous(torch::MemoryFormat::ChannelsLast));
    for (size_t i = 0; i < m_extra.size(); i += 2) {
        const torch::Tensor narrow = m_extra[i].forward(maps.back()).relu_();
        maps.push_back(m_extra[i + 1].forward(narrow).relu_());
    }
    std::vector<torch::Tensor> classes;
    std::vector<torch::Tensor> boxes;
    for (size_t k = 0; k < maps.size(); ++k) {
        const torch::Tensor map = maps[k].to(torch::kFloat32);
        classes.push_back(flattenPredictions(m_classHeads[k].forward(map), m_spec.classes + 1));
        boxes.push_back(flattenPredictions(m_boxHeads[k].forward(map), 4));
    }
    return joinPredictions(classes, boxes);
}

std::vector<std::pair<int, int>> MxnetSsd::featureSizes() const
{
    std::vector<int> sides = bodySides();
    for (const ExtraMap &map : m_extraMaps)
        sides.push_back((sides.back() + 2 * int(map.padding) - 3) / int(map.stride) + 1);
    std::vector<std::pair<int, int>> sizes;
    for (const int side : sides)
        sizes.emplace_back(side, side);
    return sizes;
}

void MxnetSsd::prepareForDetection(torch::ScalarType type)
{
    eval();
    for (MxnetConv &conv : m_extra)
        conv.castTo(type);
}

NormRules MxnetSsd::normRules() const
{
    NormRules rules = kMxnetNorm;
    rules.sums = m_spec.normSums;
    return rules;
}

bool MxnetSsd::isBaseWeight(const std::string &name) const
{
    // relu4_3_scale belongs to vgg-16's first map, which no file of ImageNet weights has.
    for (const char *part : {"multi_feat_", "_pred_conv_", "_scale"})
        if (name.find(part) != std::string::npos)
            return false;
    return true;
}

} // namespace boxwright::ssd
