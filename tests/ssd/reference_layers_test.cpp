// SPDX-License-Identifier: GPL-3.0-or-later
// Single layers as they occur in SSD's networks against Apache MXNet: every case of
// $BOXWRIGHT_REFERENCE/mxnet/operators/layers.json, told apart by its attributes, with the tolerances of its README.
#include "core/ssd/l2_normalize.h"
#include "core/ssd/multibox_loss.h"
#include "core/ssd/mxnet_layers.h"
#include "tests/support/loose_parameters.h"
#include "tests/support/reference_vectors.h"

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

using Sample = nlohmann::json;

constexpr double kLayerTolerance = 1e-5; ///< absolute and relative

/// What a layer of ours gives, in the words of the file.
struct LayerResult
{
    torch::Tensor output;
    std::map<std::string, torch::Tensor> gradients;
    std::map<std::string, torch::Tensor> auxAfter;
    std::map<std::string, torch::Tensor> argumentsAfter;
};

torch::Tensor argumentOf(const Sample &sample, const std::string &name)
{
    return referenceTensor(sample.at("arguments").at(name));
}

/// The only argument whose name ends so, and its name.
std::pair<std::string, torch::Tensor> argumentEndingIn(const Sample &sample, const std::string &end)
{
    for (const char *group : {"arguments", "aux"})
        for (const auto &[name, value] : sample.at(group).items())
            if (name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0)
                return {name, referenceTensor(value)};
    return {};
}

/// A square pair of numbers, one of the two.
int64_t sideOf(const Sample &attributes, const char *name, int64_t otherwise)
{
    return attributes.contains(name) ? attributes.at(name).at(0).get<int64_t>() : otherwise;
}

void goBack(const Sample &sample, const torch::Tensor &output)
{
    if (sample.at("is_train").get<bool>())
        output.backward(referenceTensor(sample.at("head_gradients").at(0)));
}

LayerResult runPooling(const Sample &sample)
{
    const Sample &attributes = sample.at("attrs");
    const bool isFull = attributes.value("pooling_convention", "valid") == "full";
    const int64_t kernel = sideOf(attributes, "kernel", 1);
    return {torch::max_pool2d(argumentOf(sample, "data"), kernel, sideOf(attributes, "stride", 1),
                              sideOf(attributes, "pad", 0), /*dilation=*/1, isFull),
            {},
            {},
            {}};
}

LayerResult runConvolution(const Sample &sample)
{
    const Sample &attributes = sample.at("attrs");
    const torch::Tensor data = argumentOf(sample, "data");
    ConvShape shape{data.size(1), attributes.at("num_filter").get<int64_t>(), sideOf(attributes, "kernel", 1)};
    shape.stride = sideOf(attributes, "stride", 1);
    shape.padding = sideOf(attributes, "pad", 0);
    shape.dilation = sideOf(attributes, "dilate", 1);
    return {convolve(data, argumentEndingIn(sample, "_weight").second, argumentEndingIn(sample, "_bias").second, shape),
            {},
            {},
            {}};
}

LayerResult runL2Normalization(const Sample &sample)
{
    const torch::Tensor data = argumentOf(sample, "data").requires_grad_();
    LayerResult result;
    result.output = l2Normalize(data);
    goBack(sample, result.output);
    result.gradients["data"] = data.grad();
    return result;
}

LayerResult runBatchNorm(const Sample &sample)
{
    const Sample &attributes = sample.at("attrs");
    const NormRules rules{.epsilon = attributes.at("eps").get<double>(),
                          .momentum = 1 - attributes.at("momentum").get<double>(),
                          .isVarianceBiased = true,
                          .isGammaFixed = attributes.at("fix_gamma").get<bool>()};
    const torch::Tensor data = argumentOf(sample, "data").requires_grad_();
    LooseParameters owner;
    owner.train(sample.at("is_train").get<bool>());
    MxnetNorm norm(owner, "layer", data.size(1), rules);
    const std::array<std::string, 4> ends{"_gamma", "_beta", "_moving_mean", "_moving_var"};
    auto own = owner.named_parameters();
    for (const auto &buffer : owner.named_buffers())
        own.insert(buffer.key(), buffer.value());
    {
        const torch::NoGradGuard noGrad;
        for (const std::string &end : ends)
            own["layer" + end].copy_(argumentEndingIn(sample, end).second);
    }
    LayerResult result;
    result.output = norm.forward(data, Activation::None);
    goBack(sample, result.output);
    result.gradients["data"] = data.grad();
    for (const std::string &end : ends) {
        const std::string name = argumentEndingIn(sample, end).first;
        result.gradients[name] = own["layer" + end].grad();
        result.auxAfter[name] = own["layer" + end];
        result.argumentsAfter[name] = own["layer" + end];
    }
    return result;
}

/// (B, C, N) and labels (B, N): the class part of the loss.
LayerResult runSoftmaxOutput(const Sample &sample)
{
    const torch::Tensor data = argumentOf(sample, "data");
    const torch::Tensor logits = data.transpose(1, 2).contiguous().requires_grad_();
    const torch::Tensor boxes = torch::zeros({logits.size(0), logits.size(1), 4}).requires_grad_();
    const Targets targets{argumentOf(sample, "label").to(torch::kInt64), torch::zeros(boxes.sizes()),
                          torch::zeros(boxes.sizes())};
    const MultiboxLoss loss = multiboxLoss({logits, boxes}, targets);
    loss.total.backward();
    LayerResult result;
    result.output = torch::softmax(logits, 2).transpose(1, 2);
    result.gradients["data"] = logits.grad().transpose(1, 2);
    return result;
}

/// The box part of the loss: differences of which the masked ones are 0. Its outputs only come as their sum.
LayerResult runSmoothL1(const Sample &sample)
{
    const torch::Tensor data = argumentOf(sample, "data");
    const torch::Tensor boxes = data.reshape({data.size(0), -1, 4}).clone().requires_grad_();
    const torch::Tensor logits = torch::zeros({boxes.size(0), boxes.size(1), 2}).requires_grad_();
    const Targets targets{torch::full({boxes.size(0), boxes.size(1)}, -1, torch::kInt64), torch::zeros(boxes.sizes()),
                          torch::ones(boxes.sizes())};
    const MultiboxLoss loss = multiboxLoss({logits, boxes}, targets);
    loss.total.backward();
    LayerResult result;
    result.output = torch::tensor(float(loss.boxLoss)); // divided by the priors that count: none, hence by 1
    result.gradients["data"] = boxes.grad();
    return result;
}

/// The kind of layer shows in attributes that no other has.
LayerResult runLayer(const Sample &sample)
{
    const Sample &attributes = sample.at("attrs");
    if (attributes.contains("pool_type"))
        return runPooling(sample);
    if (attributes.contains("num_filter"))
        return runConvolution(sample);
    if (attributes.contains("fix_gamma"))
        return runBatchNorm(sample);
    if (attributes.contains("mode"))
        return runL2Normalization(sample);
    if (attributes.contains("multi_output"))
        return runSoftmaxOutput(sample);
    if (attributes.contains("scalar"))
        return runSmoothL1(sample);
    return {};
}

/// The first of `expected` that ours is not; empty where all agree.
QString firstOdd(const Sample &expected, std::map<std::string, torch::Tensor> &ours)
{
    for (const auto &[name, value] : expected.items()) {
        const torch::Tensor theirs = referenceTensor(value);
        if (name == "label") // of a loss: no gradient
            continue;
        if (!ours[name].defined())
            return QString::fromStdString(name) + QStringLiteral(" is missing");
        if (firstDifference(ours[name], theirs, kLayerTolerance, kLayerTolerance) != -1)
            return QStringLiteral("%1 is off by %2")
                .arg(QString::fromStdString(name))
                .arg(largestDifference(ours[name], theirs));
    }
    return {};
}

} // namespace

class ReferenceLayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersAreMxnets_data();
    void layersAreMxnets();

private:
    Sample m_cases = Sample::array();
};

void ReferenceLayersTest::layersAreMxnets_data()
{
    QTest::addColumn<int>("index");
    const Sample file = readReference(referenceFolder().filePath(QStringLiteral("mxnet/operators/layers.json")));
    if (file.is_null())
        QTest::newRow("no reference") << -1;
    else
        m_cases = file.at("cases");
    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(m_cases[i].at("name").get<std::string>().c_str()) << int(i);
}

void ReferenceLayersTest::layersAreMxnets()
{
    QFETCH(int, index);
    if (index < 0)
        QSKIP("mxnet/operators/layers.json is absent: set BOXWRIGHT_REFERENCE");
    const Sample &sample = m_cases.at(size_t(index));
    LayerResult ours = runLayer(sample);
    QVERIFY2(ours.output.defined(), "a kind of layer that this test does not know");
    torch::Tensor output = referenceTensor(sample.at("outputs").at(0));
    if (ours.output.numel() == 1)
        output = output.sum();
    QVERIFY2(firstDifference(ours.output, output, kLayerTolerance, kLayerTolerance) == -1,
             qPrintable(QStringLiteral("output is off by %1").arg(largestDifference(ours.output, output))));
    const std::pair<const char *, std::map<std::string, torch::Tensor> *> groups[]{
        {"gradients", &ours.gradients}, {"aux_after", &ours.auxAfter}, {"arguments_after", &ours.argumentsAfter}};
    for (const auto &[group, tensors] : groups) {
        if (sample.contains(group))
            QCOMPARE(firstOdd(sample.at(group), *tensors), QString());
    }
}

QTEST_GUILESS_MAIN(ReferenceLayersTest)
#include "reference_layers_test.moc"
