// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace boxwright::ssd {

/// Activations in channels-last order as rows of one float per channel, and the loops of batch normalisation over them.
/// Raw pointers, no torch: each loop is one pass over memory.
struct ChannelRows
{
    const float *x = nullptr; ///< rows * channels
    int64_t rows = 0;
    int64_t channels = 0;
};

/// y = clamp(scale * x + shift, low, high), one scale and shift per channel.
struct ChannelAffine
{
    std::vector<float> scale;
    std::vector<float> shift;
    float low = -std::numeric_limits<float>::infinity();
    float high = std::numeric_limits<float>::infinity();
};

/// Two sums per channel, in double.
struct ChannelSums
{
    std::vector<double> first;
    std::vector<double> second;
};

/// Sums of (x - centre) and (x - centre)^2; a centre near the mean keeps the squares exact.
ChannelSums sumMoments(const ChannelRows &input, const float *centre);

/// Writes y.
void applyAffine(const ChannelRows &input, const ChannelAffine &affine, float *y);

/// Sums of g and g * (x - centre), where g is `gradient` of y with 0 where y was clamped.
ChannelSums sumGradients(const ChannelRows &input, const ChannelAffine &affine, const float *gradient,
                         const float *centre);

/// dx = a * g + b * x + c per channel, with g as above.
struct GradientCoefficients
{
    std::vector<float> a, b, c;
};
void applyGradient(const ChannelRows &input, const ChannelAffine &affine, const float *gradient,
                   const GradientCoefficients &coefficients, float *dx);

} // namespace boxwright::ssd
