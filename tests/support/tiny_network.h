// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// A detector small enough to train in a test: two convolutions, two feature maps.
class TinyNetwork : public SsdNetworkImpl
{
public:
    explicit TinyNetwork(int classes, int imageShape = 300)
        : m_classes(classes)
        , m_imageShape(imageShape)
    {
        using Options = torch::nn::Conv2dOptions;
        m_body = register_module("body", torch::nn::Conv2d(Options(3, 8, 16).stride(16)));
        m_norm = register_module("norm", torch::nn::BatchNorm2d(8));
        m_next = register_module("extra", torch::nn::Conv2d(Options(8, 8, 3).stride(2).padding(1)));
        for (int map = 0; map < 2; ++map) {
            const std::string number = std::to_string(map);
            m_classHeads.push_back(register_module(
                "class_head" + number, torch::nn::Conv2d(Options(8, kPriors * (classes + 1), 3).padding(1))));
            m_boxHeads.push_back(
                register_module("box_head" + number, torch::nn::Conv2d(Options(8, kPriors * 4, 3).padding(1))));
        }
    }

    SsdOutput forward(const torch::Tensor &images) override
    {
        const torch::Tensor first = torch::relu(m_norm(m_body(images)));
        const torch::Tensor maps[]{first, torch::relu(m_next(first))};
        std::vector<torch::Tensor> classes;
        std::vector<torch::Tensor> boxes;
        for (int map = 0; map < 2; ++map) {
            const auto flat = [&](const torch::Tensor &x, int64_t width) {
                return x.permute({0, 2, 3, 1}).reshape({x.size(0), -1, width}); // (B, H * W * A, width)
            };
            classes.push_back(flat(m_classHeads[map](maps[map]), m_classes + 1));
            boxes.push_back(flat(m_boxHeads[map](maps[map]), 4));
        }
        return {torch::cat(classes, 1), torch::cat(boxes, 1)};
    }

    [[nodiscard]] std::vector<PriorSpec> priorSpecs() const override
    {
        return {{{0.2F, 0.3F}, {1.F}, 0}, {{0.5F, 0.7F}, {1.F}, 0}};
    }

    [[nodiscard]] std::vector<std::pair<int, int>> featureSizes() const override
    {
        const int first = (m_imageShape - 16) / 16 + 1;
        const int second = (first - 1) / 2 + 1;
        return {{first, first}, {second, second}};
    }

    [[nodiscard]] Preprocessing preprocessing() const override { return {{127, 127, 127}, {64, 64, 64}}; }

private:
    static constexpr int kPriors = 2;
    int m_classes;
    int m_imageShape;
    torch::nn::Conv2d m_body = nullptr;
    torch::nn::BatchNorm2d m_norm = nullptr;
    torch::nn::Conv2d m_next = nullptr;
    std::vector<torch::nn::Conv2d> m_classHeads;
    std::vector<torch::nn::Conv2d> m_boxHeads;
};

} // namespace boxwright::ssd
