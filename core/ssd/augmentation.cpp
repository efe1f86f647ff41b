// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/augmentation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace boxwright::ssd {

namespace {

/// A rectangle in fractions of the image: what of it (and of the padding around it) the network sees.
struct Window
{
    double left = 0;
    double top = 0;
    double width = 1;
    double height = 1;
};

/// What to add to hue, lightness and saturation, and what to multiply with.
struct Jitter
{
    std::array<int, 3> shift{}; ///< hue, lightness, saturation
    double contrast = 1;
};

Jitter drawJitter(const AugmentationOptions &options, SeededRandom &random)
{
    Jitter jitter;
    const std::array<double, 3> reach{options.hue, options.lightness, options.saturation};
    for (size_t channel = 0; channel < reach.size(); ++channel) {
        const double amount = random.between(-reach[channel], reach[channel]);
        if (random.chance(options.jitterProbability))
            jitter.shift[channel] = static_cast<int>(std::lround(amount));
    }
    const double contrast = random.between(-options.contrast, options.contrast);
    if (random.chance(options.jitterProbability))
        jitter.contrast = 1 + contrast;
    return jitter;
}

/// In OpenCV's HLS space, clamped at its ends: hue does not wrap, as in MXNet.
void applyJitter(cv::Mat &pixels, const Jitter &jitter)
{
    if (jitter.shift != std::array<int, 3>{}) {
        constexpr std::array<int, 3> kHighest{180, 255, 255};
        cv::Mat table(1, 256, CV_8UC3);
        for (int value = 0; value < 256; ++value) {
            for (int channel = 0; channel < 3; ++channel)
                table.at<cv::Vec3b>(0, value)[channel] =
                    static_cast<uchar>(std::clamp(value + jitter.shift[channel], 0, kHighest[channel]));
        }
        cv::cvtColor(pixels, pixels, cv::COLOR_RGB2HLS);
        cv::LUT(pixels, table, pixels);
        cv::cvtColor(pixels, pixels, cv::COLOR_HLS2RGB);
    }
    if (jitter.contrast != 1)
        pixels.convertTo(pixels, -1, jitter.contrast);
}

/// The image somewhere in a larger frame.
Window drawPadding(const AugmentationOptions &options, SeededRandom &random)
{
    constexpr double kLeastScale = 1.05; // below that MXNet leaves the image alone
    const double scale = random.between(1, options.maxPadScale);
    if (!random.chance(options.padProbability) || scale < kLeastScale)
        return {};
    return {-random.between(0, scale - 1), -random.between(0, scale - 1), scale, scale};
}

/// A part of `outer`, of the shape that MXNet's GenerateCropBox draws. `aspect` is that of outer's pixels.
Window drawCrop(const Window &outer, double aspect, const AugmentationOptions &options, SeededRandom &random)
{
    const double scale = random.between(options.minCropScale, 1);
    const double narrowest = std::max(options.minAspect / aspect, scale * scale);
    const double widest = std::min(options.maxAspect / aspect, 1 / (scale * scale));
    const double stretch = std::sqrt(random.between(narrowest, std::max(narrowest, widest)));
    const double width = std::min(1.0, scale * stretch);
    const double height = std::min(1.0, scale / stretch);
    return {outer.left + random.between(0, 1 - width) * outer.width,
            outer.top + random.between(0, 1 - height) * outer.height, width * outer.width, height * outer.height};
}

double overlapOf(const Window &window, const TargetBox &box)
{
    const double width =
        std::min<double>(box.xmax, window.left + window.width) - std::max<double>(box.xmin, window.left);
    const double height =
        std::min<double>(box.ymax, window.top + window.height) - std::max<double>(box.ymin, window.top);
    if (width <= 0 || height <= 0)
        return 0;
    const double common = width * height;
    const double all = window.width * window.height +
                       (static_cast<double>(box.xmax) - box.xmin) * (static_cast<double>(box.ymax) - box.ymin);
    return common / (all - common);
}

bool holdsCentre(const Window &window, const TargetBox &box)
{
    const double x = (static_cast<double>(box.xmin) + box.xmax) / 2;
    const double y = (static_cast<double>(box.ymin) + box.ymax) / 2;
    return x >= window.left && x < window.left + window.width && y >= window.top && y < window.top + window.height;
}

/// An image without objects may be cropped anywhere.
bool isUsable(const Window &crop, const std::vector<TargetBox> &objects, double leastOverlap)
{
    if (objects.empty())
        return true;
    const bool overlaps = std::any_of(objects.begin(), objects.end(),
                                      [&](const TargetBox &box) { return overlapOf(crop, box) >= leastOverlap; });
    return overlaps &&
           std::any_of(objects.begin(), objects.end(), [&](const TargetBox &box) { return holdsCentre(crop, box); });
}

Window chooseWindow(const std::vector<TargetBox> &objects, double imageAspect, const AugmentationOptions &options,
                    SeededRandom &random)
{
    const Window padded = drawPadding(options, random);
    if (!random.chance(options.cropProbability))
        return padded;
    std::vector<double> samplers = options.cropOverlaps;
    for (int i = static_cast<int>(samplers.size()); i > 1; --i)
        std::swap(samplers[i - 1], samplers[random.wholeBetween(0, i - 1)]);
    const double aspect = imageAspect * padded.width / padded.height;
    for (double leastOverlap : samplers) {
        for (int trial = 0; trial < options.cropTrials; ++trial) {
            const Window crop = drawCrop(padded, aspect, options, random);
            if (isUsable(crop, objects, leastOverlap))
                return crop;
        }
    }
    return padded;
}

/// One axis of the way from image to network: whole pixels on both sides, so that boxes go exactly where pixels go.
struct Axis
{
    int source = 0;       ///< first pixel taken of the image
    int sourceLength = 1; ///< how many
    int target = 0;       ///< first pixel written
    int targetLength = 1;

    /// `position` in pixels of the image; the answer in pixels of the target.
    [[nodiscard]] double map(double position) const
    {
        return target + (position - source) * targetLength / static_cast<double>(sourceLength);
    }
};

Axis axisOf(double start, double length, int pixels, int size)
{
    const double first = start * pixels;
    const double last = (start + length) * pixels;
    Axis axis;
    axis.source = std::clamp(static_cast<int>(std::floor(first)), 0, pixels - 1);
    axis.sourceLength = std::clamp(static_cast<int>(std::ceil(last)), axis.source + 1, pixels) - axis.source;
    const double zoom = size / (last - first);
    axis.target = std::clamp(static_cast<int>(std::lround((axis.source - first) * zoom)), 0, size - 1);
    const int end = static_cast<int>(std::lround((axis.source + axis.sourceLength - first) * zoom));
    axis.targetLength = std::clamp(end, axis.target + 1, size) - axis.target;
    return axis;
}

std::vector<TargetBox> mapObjects(const std::vector<TargetBox> &objects, const Window &window, const cv::Size &image,
                                  std::array<Axis, 2> axes, int size)
{
    std::vector<TargetBox> mapped;
    const auto place = [size](const Axis &axis, double fraction, int pixels) {
        return static_cast<float>(std::clamp(axis.map(fraction * pixels) / size, 0.0, 1.0));
    };
    for (const TargetBox &box : objects) {
        if (!holdsCentre(window, box))
            continue;
        const TargetBox moved{box.classIndex, place(axes[0], box.xmin, image.width),
                              place(axes[1], box.ymin, image.height), place(axes[0], box.xmax, image.width),
                              place(axes[1], box.ymax, image.height)};
        if (moved.xmax > moved.xmin && moved.ymax > moved.ymin)
            mapped.push_back(moved);
    }
    return mapped;
}

void mirror(TrainingExample &example)
{
    cv::flip(example.pixels, example.pixels, 1);
    for (TargetBox &box : example.objects) {
        const float right = 1 - box.xmin;
        box.xmin = 1 - box.xmax;
        box.xmax = right;
    }
}

} // namespace

AugmentationOptions augmentationOptions(const AugmentationSettings &settings)
{
    AugmentationOptions options;
    if (settings.variation == ImageVariation::Mild) {
        options.padProbability = 0.2;
        options.maxPadScale = 1.5;
        options.cropProbability = 0.5;
        options.minCropScale = 0.6;
    }
    if (!settings.jitter)
        options.jitterProbability = 0;
    if (!settings.mirror)
        options.mirrorProbability = 0;
    if (!settings.pad)
        options.padProbability = 0;
    if (!settings.crop)
        options.cropProbability = 0;
    return options;
}

TrainingExample augment(const cv::Mat &image, const std::vector<TargetBox> &objects, int size,
                        const AugmentationOptions &options, SeededRandom &random)
{
    static constexpr std::array<int, 5> kInterpolations{cv::INTER_NEAREST, cv::INTER_LINEAR, cv::INTER_CUBIC,
                                                        cv::INTER_AREA, cv::INTER_LANCZOS4};
    const Jitter jitter = drawJitter(options, random);
    const bool isMirrored = random.chance(options.mirrorProbability);
    const Window window = chooseWindow(objects, static_cast<double>(image.cols) / image.rows, options, random);
    const int interpolation = kInterpolations[random.wholeBetween(0, 4)];

    const Axis x = axisOf(window.left, window.width, image.cols, size);
    const Axis y = axisOf(window.top, window.height, image.rows, size);
    cv::Mat part;
    cv::resize(image(cv::Rect(x.source, y.source, x.sourceLength, y.sourceLength)), part,
               {x.targetLength, y.targetLength}, 0, 0, interpolation);
    applyJitter(part, jitter); // the padding keeps its colour, as where it is added after the jitter
    TrainingExample example;
    example.pixels = cv::Mat(size, size, CV_8UC3, cv::Scalar::all(options.fill));
    part.copyTo(example.pixels(cv::Rect(x.target, y.target, x.targetLength, y.targetLength)));
    example.objects = mapObjects(objects, window, image.size(), {x, y}, size);
    if (isMirrored)
        mirror(example);
    return example;
}

cv::Mat stretched(const cv::Mat &image, int size)
{
    cv::Mat pixels;
    cv::resize(image, pixels, {size, size}, 0, 0, cv::INTER_LINEAR);
    return pixels;
}

} // namespace boxwright::ssd
