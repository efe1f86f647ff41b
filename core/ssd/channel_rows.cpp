// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/channel_rows.h"

#include "core/ssd/parallel.h"

namespace boxwright::ssd {

namespace {

/// Rows whose float sums are exact enough before they go into a double.
constexpr int64_t kBlockRows = 256;

/// One thread takes at least so many floats.
constexpr int64_t kGrainFloats = 1 << 15;

struct FloatSums
{
    float *__restrict first;
    float *__restrict second;
};

BOXWRIGHT_VECTOR_CLONES
void addMoments(const float *__restrict x, int64_t channels, int64_t rows, const float *__restrict centre,
                FloatSums sums)
{
    float *__restrict first = sums.first;
    float *__restrict second = sums.second;
    int64_t row = 0;
    for (; row + 4 <= rows; row += 4, x += 4 * channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const float d0 = x[c] - centre[c];
            const float d1 = x[c + channels] - centre[c];
            const float d2 = x[c + 2 * channels] - centre[c];
            const float d3 = x[c + 3 * channels] - centre[c];
            first[c] += (d0 + d1) + (d2 + d3);
            second[c] += (d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3);
        }
    }
    for (; row < rows; ++row, x += channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const float d = x[c] - centre[c];
            first[c] += d;
            second[c] += d * d;
        }
    }
}

/// A clamp that lets NaN through, as torch's does.
inline float clampTo(float value, float low, float high)
{
    value = value < low ? low : value;
    return value > high ? high : value;
}

/// The gradient behind a clamp: 0 where it held. The gradient is a value, read in any case, so that the loops around
/// need no branch and become vector code.
inline float unclamped(float gradient, float t, float low, float high)
{
    return (t > low) & (t < high) ? gradient : 0.0F;
}

/// What one pass needs per channel, as raw pointers that cannot overlap.
struct AffineView
{
    const float *scale;
    const float *shift;
    float low;
    float high;
};

BOXWRIGHT_VECTOR_CLONES
void affineRows(const float *__restrict x, float *__restrict y, int64_t channels, int64_t rows, AffineView view)
{
    const float *__restrict scale = view.scale;
    const float *__restrict shift = view.shift;
    const float low = view.low;
    const float high = view.high;
    for (int64_t row = 0; row < rows; ++row, x += channels, y += channels)
        for (int64_t c = 0; c < channels; ++c)
            y[c] = clampTo(x[c] * scale[c] + shift[c], low, high);
}

BOXWRIGHT_VECTOR_CLONES
void addGradients(const float *__restrict x, const float *__restrict gradient, int64_t channels, int64_t rows,
                  AffineView view, const float *__restrict centre, FloatSums sums)
{
    const float *__restrict scale = view.scale;
    const float *__restrict shift = view.shift;
    float *__restrict first = sums.first;
    float *__restrict second = sums.second;
    const float low = view.low;
    const float high = view.high;
    int64_t row = 0;
    for (; row + 2 <= rows; row += 2, x += 2 * channels, gradient += 2 * channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const float t0 = x[c] * scale[c] + shift[c];
            const float t1 = x[c + channels] * scale[c] + shift[c];
            const float g0 = unclamped(gradient[c], t0, low, high);
            const float g1 = unclamped(gradient[c + channels], t1, low, high);
            first[c] += g0 + g1;
            second[c] += g0 * (x[c] - centre[c]) + g1 * (x[c + channels] - centre[c]);
        }
    }
    for (; row < rows; ++row, x += channels, gradient += channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const float t = x[c] * scale[c] + shift[c];
            const float g = unclamped(gradient[c], t, low, high);
            first[c] += g;
            second[c] += g * (x[c] - centre[c]);
        }
    }
}

struct GradientView
{
    AffineView affine;
    const float *a;
    const float *b;
    const float *c;
};

BOXWRIGHT_VECTOR_CLONES
void gradientRows(const float *__restrict x, const float *__restrict gradient, float *__restrict dx, int64_t channels,
                  int64_t rows, GradientView view)
{
    const float *__restrict scale = view.affine.scale;
    const float *__restrict shift = view.affine.shift;
    const float *__restrict a = view.a;
    const float *__restrict b = view.b;
    const float *__restrict d = view.c;
    const float low = view.affine.low;
    const float high = view.affine.high;
    for (int64_t row = 0; row < rows; ++row, x += channels, gradient += channels, dx += channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const float t = x[c] * scale[c] + shift[c];
            const float g = unclamped(gradient[c], t, low, high);
            dx[c] = a[c] * g + b[c] * x[c] + d[c];
        }
    }
}

int64_t grainRows(const ChannelRows &input)
{
    return std::max<int64_t>(1, kGrainFloats / std::max<int64_t>(input.channels, 1));
}

AffineView viewOf(const ChannelAffine &affine)
{
    return {affine.scale.data(), affine.shift.data(), affine.low, affine.high};
}

/// Adds addBlock(first row, rows, float sums) of blocks into doubles, one set per thread, then over the threads in
/// order.
template<class AddBlock>
ChannelSums sumBlocks(const ChannelRows &input, const AddBlock &addBlock)
{
    const size_t channels = size_t(input.channels);
    std::vector<ChannelSums> parts(size_t(std::max(1, at::get_num_threads())));
    parallelParts(input.rows, grainRows(input), [&](int64_t begin, int64_t end, int part) {
        ChannelSums sums{std::vector<double>(channels), std::vector<double>(channels)};
        std::vector<float> block(2 * channels);
        for (int64_t row = begin; row < end; row += kBlockRows) {
            std::fill(block.begin(), block.end(), 0.0F);
            addBlock(row, std::min(kBlockRows, end - row), FloatSums{block.data(), block.data() + channels});
            for (size_t c = 0; c < channels; ++c) {
                sums.first[c] += double(block[c]);
                sums.second[c] += double(block[channels + c]);
            }
        }
        parts[size_t(part)] = std::move(sums);
    });
    ChannelSums total{std::vector<double>(channels), std::vector<double>(channels)};
    for (const ChannelSums &sums : parts) {
        for (size_t c = 0; c < sums.first.size(); ++c) {
            total.first[c] += sums.first[c];
            total.second[c] += sums.second[c];
        }
    }
    return total;
}

} // namespace

ChannelSums sumMoments(const ChannelRows &input, const float *centre)
{
    return sumBlocks(input, [&](int64_t row, int64_t rows, FloatSums sums) {
        addMoments(input.x + row * input.channels, input.channels, rows, centre, sums);
    });
}

void applyAffine(const ChannelRows &input, const ChannelAffine &affine, float *y)
{
    parallelParts(input.rows, grainRows(input), [&](int64_t begin, int64_t end, int) {
        const int64_t offset = begin * input.channels;
        affineRows(input.x + offset, y + offset, input.channels, end - begin, viewOf(affine));
    });
}

ChannelSums sumGradients(const ChannelRows &input, const ChannelAffine &affine, const float *gradient,
                         const float *centre)
{
    return sumBlocks(input, [&](int64_t row, int64_t rows, FloatSums sums) {
        const int64_t offset = row * input.channels;
        addGradients(input.x + offset, gradient + offset, input.channels, rows, viewOf(affine), centre, sums);
    });
}

void applyGradient(const ChannelRows &input, const ChannelAffine &affine, const float *gradient,
                   const GradientCoefficients &coefficients, float *dx)
{
    const GradientView view{viewOf(affine), coefficients.a.data(), coefficients.b.data(), coefficients.c.data()};
    parallelParts(input.rows, grainRows(input), [&](int64_t begin, int64_t end, int) {
        const int64_t offset = begin * input.channels;
        gradientRows(input.x + offset, gradient + offset, dx + offset, input.channels, end - begin, view);
    });
}

} // namespace boxwright::ssd
