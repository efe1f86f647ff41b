// SPDX-License-Identifier: GPL-3.0-or-later
// The network with its own batch norm against one of torch's plain layers with the same weights.
#include "core/ssd/mobilenet_v2.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

/// mobilenet-v2 with SSDLite heads from torch's functions and the network's parameters by name, training mode.
class PlainNetwork
{
public:
    explicit PlainNetwork(const SsdNetworkImpl &network)
    {
        for (const auto &entry : network.named_parameters())
            m_parameters[entry.key()] = entry.value().detach().clone().to(torch::kFloat64).requires_grad_();
    }

    [[nodiscard]] SsdOutput forward(const torch::Tensor &images)
    {
        std::vector<torch::Tensor> maps;
        torch::Tensor x = layer(images, "features.0.0", "features.0.1", 2);
        for (int block = 1; block <= 17; ++block) {
            const std::string at = "features." + std::to_string(block) + ".conv.";
            const bool isHalving = block == 2 || block == 4 || block == 7 || block == 14;
            torch::Tensor wide = block == 1 ? x : layer(x, at + "0.0", at + "0.1");
            if (block == 7 || block == 14)
                maps.push_back(wide);
            const std::string depthwise = at + (block == 1 ? "0" : "1");
            wide = layer(wide, depthwise + ".0", depthwise + ".1", isHalving ? 2 : 1);
            const torch::Tensor y =
                normalized(convolved(wide, at + (block == 1 ? "1" : "2")), at + (block == 1 ? "2" : "3"));
            x = y.sizes() == x.sizes() ? y + x : y;
        }
        maps.push_back(layer(x, "features.18.0", "features.18.1"));
        for (int extra = 0; extra < 4; ++extra) {
            const std::string at = "extra." + std::to_string(extra) + ".";
            x = maps.back();
            for (int i = 0; i < 3; ++i) {
                const std::string name = at + std::to_string(i);
                x = layer(x, name + ".0", name + ".1", i == 1 ? 2 : 1);
            }
            maps.push_back(x);
        }
        return {predictions(maps, "class_heads."), predictions(maps, "box_heads.")};
    }

    [[nodiscard]] const torch::Tensor &parameter(const std::string &name) { return m_parameters.at(name); }

private:
    torch::Tensor convolved(const torch::Tensor &x, const std::string &name, int64_t stride = 1)
    {
        const torch::Tensor &weight = m_parameters.at(name + ".weight");
        const auto bias = m_parameters.find(name + ".bias");
        return torch::conv2d(x, weight, bias == m_parameters.end() ? torch::Tensor() : bias->second, stride,
                             weight.size(2) / 2, 1, x.size(1) / weight.size(1));
    }

    torch::Tensor normalized(const torch::Tensor &x, const std::string &name)
    {
        return torch::batch_norm(x, m_parameters.at(name + ".weight"), m_parameters.at(name + ".bias"), {}, {}, true,
                                 0.1, 1e-5, false);
    }

    torch::Tensor layer(const torch::Tensor &x, const std::string &conv, const std::string &norm, int64_t stride = 1)
    {
        return torch::clamp(normalized(convolved(x, conv, stride), norm), 0, 6);
    }

    torch::Tensor predictions(const std::vector<torch::Tensor> &maps, const std::string &heads)
    {
        std::vector<torch::Tensor> parts;
        for (size_t k = 0; k < maps.size(); ++k) {
            const std::string at = heads + std::to_string(k);
            const int64_t width = heads == "box_heads." ? 4 : m_parameters.at(at + ".1.weight").size(0);
            const torch::Tensor y = convolved(layer(maps[k], at + ".0.0", at + ".0.1"), at + ".1");
            parts.push_back(y.permute({0, 2, 3, 1}).reshape({y.size(0), -1, heads == "box_heads." ? width : 3}));
        }
        return torch::cat(parts, 1);
    }

    std::map<std::string, torch::Tensor> m_parameters;
};

/// |a - b| as a fraction of |b|.
double distance(const torch::Tensor &a, const torch::Tensor &b)
{
    const torch::Tensor exact = b.to(torch::kFloat64);
    return ((a.to(torch::kFloat64) - exact).norm() / (exact.norm() + 1e-12)).item<double>();
}

} // namespace

class MobileNetV2Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trainingAnswersAndLearnsAsPlainLayersDo();
};

void MobileNetV2Test::trainingAnswersAndLearnsAsPlainLayersDo()
{
    torch::manual_seed(5);
    MobileNetV2Ssd network({QStringLiteral("mobilenet-v2"), 300, 2});
    network.train();
    PlainNetwork plain(network);
    const torch::Tensor images = torch::randn({4, 3, 300, 300});
    const SsdOutput ours = network.forward(images);
    const SsdOutput expected = plain.forward(images.to(torch::kFloat64));
    QVERIFY(distance(ours.classLogits, expected.classLogits) < 1e-3);
    QVERIFY(distance(ours.boxOffsets, expected.boxOffsets) < 1e-3);

    const torch::Tensor classSlope = torch::randn(ours.classLogits.sizes());
    const torch::Tensor boxSlope = torch::randn(ours.boxOffsets.sizes());
    ((ours.classLogits * classSlope).sum() + (ours.boxOffsets * boxSlope).sum()).backward();
    ((expected.classLogits * classSlope).sum() + (expected.boxOffsets * boxSlope).sum()).backward();
    for (const auto &entry : network.named_parameters()) {
        const torch::Tensor slope = plain.parameter(entry.key()).grad();
        if (slope.abs().max().item<double>() < 1e-9) // a bias that the batch norm behind takes out again
            continue;
        const double off = distance(entry.value().grad(), slope);
        QVERIFY2(off < 0.1, entry.key().c_str()); // kinks of ReLU6 fall differently in single precision
    }
}

QTEST_GUILESS_MAIN(MobileNetV2Test)
#include "mobilenet_v2_test.moc"
