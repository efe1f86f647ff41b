// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/batch_normalization.h"

#include "core/ssd/channel_rows.h"
#include "core/ssd/device_normalization.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

/// What backward() needs beside the input.
struct BatchStatistics
{
    std::vector<float> mean;
    std::vector<double> inverseDeviation;
    ChannelAffine affine;
};

ChannelRows rowsOf(const torch::Tensor &x)
{
    return {x.data_ptr<float>(), x.size(0) * x.size(2) * x.size(3), x.size(1)};
}

ChannelAffine affineFor(int64_t channels, Activation activation)
{
    ChannelAffine affine;
    affine.scale.resize(size_t(channels));
    affine.shift.resize(size_t(channels));
    if (activation != Activation::None)
        affine.low = 0;
    if (activation == Activation::Relu6)
        affine.high = 6;
    return affine;
}

/// Rough means from a few rows across the batch: sums around them keep their digits where a mean is large.
std::vector<float> roughMeans(const ChannelRows &rows)
{
    constexpr int64_t kSamples = 32;
    std::vector<float> means(size_t(rows.channels));
    const int64_t samples = std::min(kSamples, rows.rows);
    for (int64_t i = 0; i < samples; ++i) {
        const float *row = rows.x + rows.rows * i / samples * rows.channels;
        for (size_t c = 0; c < means.size(); ++c)
            means[c] += row[c] / float(samples);
    }
    return means;
}

/// What a layer is, in one piece.
struct Layer
{
    NormTensors tensors;
    NormRules rules;
    Activation activation = Activation::None;
};

/// Of one channel.
struct Moments
{
    double mean = 0;
    double variance = 0; ///< biased
};

std::vector<Moments> exactMoments(const ChannelRows &rows)
{
    const std::vector<float> centre = roughMeans(rows);
    const ChannelSums sums = sumMoments(rows, centre.data());
    const double count = double(rows.rows);
    std::vector<Moments> moments(centre.size());
    for (size_t c = 0; c < centre.size(); ++c) {
        const double offset = sums.first[c] / count;
        moments[c] = {double(centre[c]) + offset, std::max(0.0, sums.second[c] / count - offset * offset)};
    }
    return moments;
}

/// NormSums::OneByOne; rows stand in MXNet's order of image, y, x.
std::vector<Moments> momentsOneByOne(const ChannelRows &rows)
{
    const auto channels = size_t(rows.channels);
    const auto count = float(rows.rows);
    std::vector<float> mean(channels);
    std::vector<float> variance(channels);
    for (int64_t row = 0; row < rows.rows; ++row)
        for (size_t c = 0; c < channels; ++c)
            mean[c] += rows.x[row * rows.channels + int64_t(c)];
    for (float &sum : mean)
        sum /= count;
    for (int64_t row = 0; row < rows.rows; ++row) {
        for (size_t c = 0; c < channels; ++c) {
            const float offset = rows.x[row * rows.channels + int64_t(c)] - mean[c];
            variance[c] += offset * offset;
        }
    }
    std::vector<Moments> moments(channels);
    for (size_t c = 0; c < channels; ++c)
        moments[c] = {double(mean[c]), double(variance[c] / count)};
    return moments;
}

/// Mean and deviation of the batch; moves the running statistics.
BatchStatistics measureBatch(const ChannelRows &rows, const Layer &layer)
{
    const size_t channels = size_t(rows.channels);
    const NormRules &rules = layer.rules;
    float *runningMean = layer.tensors.runningMean.data_ptr<float>();
    float *runningVar = layer.tensors.runningVar.data_ptr<float>();
    const float *gamma = layer.tensors.gamma.data_ptr<float>();
    const float *beta = layer.tensors.beta.data_ptr<float>();
    BatchStatistics batch{std::vector<float>(channels), std::vector<double>(channels),
                          affineFor(rows.channels, layer.activation)};
    const std::vector<Moments> moments = rules.sums == NormSums::OneByOne ? momentsOneByOne(rows) : exactMoments(rows);
    const double count = double(rows.rows);
    for (size_t c = 0; c < channels; ++c) {
        const double mean = moments[c].mean;
        const double var = moments[c].variance;
        const double inverse = 1.0 / std::sqrt(var + rules.epsilon);
        const double scale = (rules.isGammaFixed ? 1.0 : double(gamma[c])) * inverse;
        batch.mean[c] = float(mean);
        batch.inverseDeviation[c] = inverse;
        batch.affine.scale[c] = float(scale);
        batch.affine.shift[c] = float(double(beta[c]) - mean * scale);
        const double kept = rules.isVarianceBiased || count <= 1 ? var : var * count / (count - 1);
        runningMean[c] = float((1 - rules.momentum) * double(runningMean[c]) + rules.momentum * mean);
        runningVar[c] = float((1 - rules.momentum) * double(runningVar[c]) + rules.momentum * kept);
    }
    return batch;
}

/// The training pass. Keeps its input (needed by the gradient), not its output: the next convolution keeps that.
class NormFunction : public torch::autograd::Function<NormFunction>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &input,
                                 const torch::Tensor &gamma, const torch::Tensor &beta, const Layer &layer)
    {
        const torch::Tensor x = input.contiguous(torch::MemoryFormat::ChannelsLast);
        auto batch = c10::make_intrusive<Holder>();
        batch->statistics = measureBatch(rowsOf(x), layer);
        torch::Tensor y = torch::empty_like(x);
        applyAffine(rowsOf(x), batch->statistics.affine, y.data_ptr<float>());
        context->save_for_backward({x, gamma, beta});
        context->saved_data["gamma_is_fixed"] = layer.rules.isGammaFixed;
        context->saved_data["statistics"] = c10::IValue::make_capsule(std::move(batch));
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const torch::Tensor x = context->get_saved_variables()[0];
        const torch::Tensor gradient = gradients[0].contiguous(torch::MemoryFormat::ChannelsLast);
        const auto capsule = context->saved_data["statistics"].toCapsule();
        const BatchStatistics &batch = static_cast<const Holder *>(capsule.get())->statistics;
        const ChannelRows rows = rowsOf(x);
        const float *dy = gradient.data_ptr<float>();
        const ChannelSums sums = sumGradients(rows, batch.affine, dy, batch.mean.data());

        const bool isGammaFixed = context->saved_data["gamma_is_fixed"].toBool();
        torch::Tensor gammaGradient = torch::zeros({rows.channels});
        torch::Tensor betaGradient = torch::empty({rows.channels});
        const GradientCoefficients coefficients = differentiate(sums, batch, double(rows.rows));
        for (int64_t c = 0; c < rows.channels; ++c) {
            if (!isGammaFixed)
                gammaGradient.data_ptr<float>()[c] = float(sums.second[size_t(c)] * batch.inverseDeviation[size_t(c)]);
            betaGradient.data_ptr<float>()[c] = float(sums.first[size_t(c)]);
        }
        torch::Tensor dx = torch::empty_like(x);
        applyGradient(rows, batch.affine, dy, coefficients, dx.data_ptr<float>());
        return {dx, gammaGradient, betaGradient, torch::Tensor()};
    }

private:
    struct Holder : torch::CustomClassHolder
    {
        BatchStatistics statistics;
    };

    /// dx = scale * (g - mean(g) - xhat * mean(g * xhat)) as a * g + b * x + c.
    static GradientCoefficients differentiate(const ChannelSums &sums, const BatchStatistics &batch, double count)
    {
        GradientCoefficients coefficients{batch.affine.scale, batch.affine.shift, batch.affine.shift};
        for (size_t c = 0; c < batch.mean.size(); ++c) {
            const double scale = double(batch.affine.scale[c]);
            const double inverse = batch.inverseDeviation[c];
            const double b = -scale * inverse * inverse * sums.second[c] / count;
            coefficients.b[c] = float(b);
            coefficients.c[c] = float(-scale * sums.first[c] / count - b * double(batch.mean[c]));
        }
        return coefficients;
    }
};

} // namespace

torch::Tensor normalizeBatch(const torch::Tensor &x, const NormTensors &norm, const NormRules &rules,
                             Activation activation)
{
    if (!x.is_cpu())
        return normalizeBatchOnDevice(x, norm, rules, activation);
    const torch::ScalarType type = x.scalar_type();
    if (type != torch::kFloat32)
        return normalizeBatch(x.to(torch::kFloat32), norm, rules, activation).to(type);
    const Layer layer{{norm.gamma.detach(), norm.beta.detach(), norm.runningMean, norm.runningVar}, rules, activation};
    return NormFunction::apply(x, norm.gamma, norm.beta, layer);
}

torch::Tensor normalizeRunning(const torch::Tensor &x, const NormTensors &norm, const NormRules &rules,
                               Activation activation)
{
    const torch::ScalarType type = x.scalar_type();
    if (type != torch::kFloat32)
        return normalizeRunning(x.to(torch::kFloat32), norm, rules, activation).to(type);
    const torch::Tensor scale = runningScale(norm, rules).contiguous();
    const torch::Tensor shift = runningShift(norm, rules).contiguous();
    const int64_t channels = scale.size(0);
    if (torch::GradMode::is_enabled() || !x.is_cpu())
        return activate(x * scale.view({1, -1, 1, 1}) + shift.view({1, -1, 1, 1}), activation);
    ChannelAffine affine = affineFor(channels, activation);
    std::copy_n(scale.data_ptr<float>(), channels, affine.scale.begin());
    std::copy_n(shift.data_ptr<float>(), channels, affine.shift.begin());
    const torch::Tensor input = x.contiguous(torch::MemoryFormat::ChannelsLast);
    torch::Tensor y = torch::empty_like(input);
    applyAffine(rowsOf(input), affine, y.data_ptr<float>());
    return y;
}

torch::Tensor runningScale(const NormTensors &norm, const NormRules &rules)
{
    const torch::Tensor inverse = (norm.runningVar + rules.epsilon).rsqrt();
    return rules.isGammaFixed ? inverse : norm.gamma * inverse;
}

torch::Tensor runningShift(const NormTensors &norm, const NormRules &rules)
{
    return norm.beta - norm.runningMean * runningScale(norm, rules);
}

torch::Tensor activate(torch::Tensor x, Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return x.relu_();
    case Activation::Relu6:
        return torch::hardtanh_(x, 0, 6); // its gradient needs only the result
    case Activation::None:
        break;
    }
    return x;
}

} // namespace boxwright::ssd
