// SPDX-License-Identifier: GPL-3.0-or-later
// The worked example of CONTRIBUTING ("A base network"), so that it stays true.
#include "core/ssd/mxnet_ssd.h"
#include "core/ssd/prior_tables.h"

#include <QTest>

using namespace boxwright::ssd;

namespace {

/// Five convolutions of stride 2, each with its batch norm: maps of stride 16 and 32.
class PlainSsd : public MxnetSsd
{
public:
    explicit PlainSsd(const NetworkSpec &spec)
        : MxnetSsd(spec)
    {
        int64_t channels = 3;
        for (const int64_t width : {32, 64, 128, 256, 512}) {
            const std::string name = "conv" + std::to_string(m_convs.size() + 1);
            m_convs.emplace_back(*this, name, ConvShape{channels, filters(width), /*kernel=*/3, /*stride=*/2},
                                 MxnetConv::Bias::No);
            m_norms.emplace_back(*this, name + "_bn", filters(width));
            channels = filters(width);
        }
        Top top;
        top.bodyMaps = {{"relu4", filters(256)}, {"relu5", filters(512)}};
        top.extraMaps = {{512}, {256}, {256}, {128}};
        top.priors = sixMapPriors();
        makeTop(top);
    }

    void prepareForDetection(torch::ScalarType type) override
    {
        MxnetSsd::prepareForDetection(type);
        for (size_t i = 0; i < m_convs.size(); ++i) {
            m_norms[i].foldInto(m_convs[i]);
            m_convs[i].castTo(type);
        }
    }

protected:
    std::vector<torch::Tensor> bodyMaps(const torch::Tensor &images) override
    {
        std::vector<torch::Tensor> maps;
        torch::Tensor x = images;
        for (size_t i = 0; i < m_convs.size(); ++i) {
            x = m_norms[i].forward(m_convs[i].forward(x), Activation::Relu);
            if (i >= 3)
                maps.push_back(x);
        }
        return maps;
    }

    [[nodiscard]] std::vector<int> bodySides() const override
    {
        int side = imageShape();
        for (int i = 0; i < 4; ++i)
            side = (side + 1) / 2;
        return {side, (side + 1) / 2};
    }

private:
    std::vector<MxnetConv> m_convs;
    std::vector<MxnetNorm> m_norms;
};

} // namespace

class NewBaseNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsAnswersFitItsPriors_data();
    void itsAnswersFitItsPriors();
    void itLearns();
};

void NewBaseNetworkTest::itsAnswersFitItsPriors_data()
{
    QTest::addColumn<int>("imageShape");
    for (const int shape : {300, 333, 512})
        QTest::addRow("%d", shape) << shape;
}

void NewBaseNetworkTest::itsAnswersFitItsPriors()
{
    QFETCH(int, imageShape);
    const torch::NoGradGuard noGrad;
    PlainSsd network({QStringLiteral("plain"), imageShape, 2, /*widthDivisor=*/4});
    network.eval();
    const torch::Tensor images = torch::randn({1, 3, imageShape, imageShape});
    const SsdOutput output = network.forward(images);
    QCOMPARE(output.boxOffsets.sizes(), torch::IntArrayRef({1, makePriors(network).size(0), 4}));
    network.prepareForDetection(torch::kFloat32);
    QVERIFY(torch::allclose(network.forward(images).classLogits, output.classLogits, 1e-3, 1e-3));
}

void NewBaseNetworkTest::itLearns()
{
    PlainSsd network({QStringLiteral("plain"), 300, 2, /*widthDivisor=*/4});
    const SsdOutput output = network.forward(torch::randn({2, 3, 300, 300}));
    (output.classLogits.square().sum() + output.boxOffsets.square().sum()).backward();
    for (const auto &entry : network.named_parameters())
        QVERIFY2(entry.value().grad().defined(), entry.key().c_str());
}

QTEST_GUILESS_MAIN(NewBaseNetworkTest)
#include "new_base_network_test.moc"
