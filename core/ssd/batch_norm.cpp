// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/batch_norm.h"

#include "core/ssd/channel_rows.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

// torch::nn::BatchNorm2d's defaults, with which the ImageNet weights were trained.
constexpr double kEpsilon = 1e-5;
constexpr double kMomentum = 0.1;

/// Parameters and statistics of one layer: (C) float32 each.
struct NormTensors
{
    torch::Tensor weight;
    torch::Tensor bias;
    torch::Tensor runningMean;
    torch::Tensor runningVar;
};

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
    if (activation == Activation::Relu6) {
        affine.low = 0;
        affine.high = 6;
    }
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

/// Mean and deviation of the batch; moves the running statistics (unbiased variance, as torch).
BatchStatistics measureBatch(const ChannelRows &rows, const NormTensors &norm, Activation activation)
{
    const size_t channels = size_t(rows.channels);
    float *runningMean = norm.runningMean.data_ptr<float>();
    float *runningVar = norm.runningVar.data_ptr<float>();
    const float *weight = norm.weight.data_ptr<float>();
    const float *bias = norm.bias.data_ptr<float>();
    BatchStatistics batch{std::vector<float>(channels), std::vector<double>(channels),
                          affineFor(rows.channels, activation)};
    const std::vector<float> centre = roughMeans(rows);
    const ChannelSums sums = sumMoments(rows, centre.data());
    const double count = double(rows.rows);
    for (size_t c = 0; c < channels; ++c) {
        const double offset = sums.first[c] / count;
        const double mean = double(centre[c]) + offset;
        const double var = std::max(0.0, sums.second[c] / count - offset * offset);
        const double inverse = 1.0 / std::sqrt(var + kEpsilon);
        batch.mean[c] = float(mean);
        batch.inverseDeviation[c] = inverse;
        batch.affine.scale[c] = float(double(weight[c]) * inverse);
        batch.affine.shift[c] = float(double(bias[c]) - mean * double(weight[c]) * inverse);
        const double unbiased = count > 1 ? var * count / (count - 1) : var;
        runningMean[c] = float((1 - kMomentum) * double(runningMean[c]) + kMomentum * mean);
        runningVar[c] = float((1 - kMomentum) * double(runningVar[c]) + kMomentum * unbiased);
    }
    return batch;
}

/// The training pass. Keeps its input (needed by the gradient), not its output: the next convolution keeps that.
class NormFunction : public torch::autograd::Function<NormFunction>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &input,
                                 const torch::Tensor &weight, const torch::Tensor &bias, const NormTensors &norm,
                                 Activation activation)
    {
        const torch::Tensor x = input.contiguous(torch::MemoryFormat::ChannelsLast);
        auto batch = c10::make_intrusive<Holder>();
        batch->statistics = measureBatch(rowsOf(x), norm, activation);
        torch::Tensor y = torch::empty_like(x);
        applyAffine(rowsOf(x), batch->statistics.affine, y.data_ptr<float>());
        context->save_for_backward({x, weight, bias});
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

        torch::Tensor weightGradient = torch::empty({rows.channels});
        torch::Tensor biasGradient = torch::empty({rows.channels});
        const GradientCoefficients coefficients = differentiate(sums, batch, double(rows.rows));
        for (int64_t c = 0; c < rows.channels; ++c) {
            weightGradient.data_ptr<float>()[c] = float(sums.second[size_t(c)] * batch.inverseDeviation[size_t(c)]);
            biasGradient.data_ptr<float>()[c] = float(sums.first[size_t(c)]);
        }
        torch::Tensor dx = torch::empty_like(x);
        applyGradient(rows, batch.affine, dy, coefficients, dx.data_ptr<float>());
        return {dx, weightGradient, biasGradient, torch::Tensor(), torch::Tensor()};
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

BatchNormImpl::BatchNormImpl(int64_t channels)
    : m_weight(register_parameter("weight", torch::ones({channels})))
    , m_bias(register_parameter("bias", torch::zeros({channels})))
    , m_runningMean(register_buffer("running_mean", torch::zeros({channels})))
    , m_runningVar(register_buffer("running_var", torch::ones({channels})))
    , m_batches(register_buffer("num_batches_tracked", torch::zeros({}, torch::kInt64)))
{
}

torch::Tensor BatchNormImpl::forward(const torch::Tensor &x, Activation activation)
{
    if (is_training()) {
        m_batches.add_(1);
        const NormTensors norm{m_weight.detach(), m_bias.detach(), m_runningMean, m_runningVar};
        return NormFunction::apply(x, m_weight, m_bias, norm, activation);
    }
    torch::Tensor y = torch::batch_norm(x, m_weight, m_bias, m_runningMean, m_runningVar, /*training=*/false, kMomentum,
                                        kEpsilon, /*cudnn_enabled=*/false);
    return activation == Activation::Relu6 ? torch::clamp_(y, 0, 6) : y;
}

torch::Tensor BatchNormImpl::evaluationScale() const
{
    return m_weight.detach() * (m_runningVar + kEpsilon).rsqrt();
}

torch::Tensor BatchNormImpl::evaluationShift() const
{
    return m_bias.detach() - m_runningMean * evaluationScale();
}

} // namespace boxwright::ssd
