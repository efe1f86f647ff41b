// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/fruit.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace boxwright {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr int kPolygonShift = 4; // fillPoly takes sixteenths of a pixel

using Outline = std::vector<cv::Point2d>; // in the fruit's own space: -1..1, y down, before turning

/// Colours at the two ends of a fruit, RGB 0..1.
struct Skin
{
    cv::Vec3d light;
    cv::Vec3d dark;
    double shine = 0.3;
};

Outline appleOutline(SeededRandom &random)
{
    const double width = random.between(0.88, 0.98);
    const double taper = random.between(0.05, 0.16);
    Outline outline;
    for (int i = 0; i < 96; ++i) {
        const double t = 2 * kPi * i / 96;
        const double x = width * std::sin(t) * (1 - taper * (1 - std::cos(t)) / 2);
        double y = -0.88 * std::cos(t);
        const double dimple = std::exp(-x * x / 0.06);
        y += (y < 0 ? 0.17 : -0.07) * dimple;
        outline.emplace_back(x, y);
    }
    return outline;
}

Outline bananaOutline(SeededRandom &random)
{
    const double bend = random.between(0.85, 1.15); // half of the arc, radians
    const double radius = 0.95 / std::sin(bend);
    const double thickness = random.between(0.26, 0.31);
    const double drop = radius * (1 + std::cos(bend)) / 2; // centres the arc
    Outline outer;
    Outline inner;
    for (int i = 0; i <= 48; ++i) {
        const double along = i / 48.0; // 0 is the stem
        const double angle = -kPi / 2 - bend + 2 * bend * along;
        const double body = std::pow(std::sin(kPi * std::clamp(along, 0.03, 0.97)), 0.45);
        const double half = thickness * std::max(along < 0.1 ? 0.34 : 0.22, body);
        outer.emplace_back((radius + half) * std::cos(angle), (radius + half) * std::sin(angle) + drop);
        inner.emplace_back((radius - half) * std::cos(angle), (radius - half) * std::sin(angle) + drop);
    }
    outer.insert(outer.end(), inner.rbegin(), inner.rend());
    return outer;
}

Outline plumOutline(SeededRandom &random)
{
    const double width = random.between(0.68, 0.8);
    Outline outline;
    for (int i = 0; i < 96; ++i) {
        const double t = 2 * kPi * i / 96;
        const double x = width * std::sin(t);
        outline.emplace_back(x, -0.92 * std::cos(t) + 0.05 * std::exp(-x * x / 0.02) * (std::cos(t) > 0 ? 1 : 0));
    }
    return outline;
}

Skin skinOf(FruitKind kind, SeededRandom &random)
{
    const double wobble = random.between(-0.06, 0.06);
    switch (kind) {
    case FruitKind::Apple:
        if (random.chance(0.15)) // a green one
            return {{0.70 + wobble, 0.80, 0.28}, {0.42, 0.62 + wobble, 0.14}, 0.35};
        return {{0.92, 0.34 + wobble, 0.20}, {0.70 + wobble, 0.07, 0.09}, 0.4};
    case FruitKind::Banana:
        return {{1.0, 0.88 + wobble, 0.30}, {0.93, 0.72 + wobble, 0.12}, 0.15};
    case FruitKind::Plum:
        break;
    }
    return {{0.47 + wobble, 0.30, 0.62 + wobble}, {0.22, 0.10, 0.36 + wobble}, 0.25};
}

/// Maps the fruit's own space onto the square.
class Frame
{
public:
    Frame(const FruitLook &look, int side)
        : m_scale(look.size / 2)
        , m_centre(side / 2.0)
        , m_cos(std::cos(look.angle))
        , m_sin(std::sin(look.angle))
    {
    }

    [[nodiscard]] cv::Point at(cv::Point2d p) const
    {
        const double x = m_centre + m_scale * (p.x * m_cos - p.y * m_sin);
        const double y = m_centre + m_scale * (p.x * m_sin + p.y * m_cos);
        return {static_cast<int>(std::lround(x * (1 << kPolygonShift))),
                static_cast<int>(std::lround(y * (1 << kPolygonShift)))};
    }

    /// Where a pixel lies in the fruit's own space.
    [[nodiscard]] cv::Point2d own(int x, int y) const
    {
        const double dx = (x - m_centre) / m_scale;
        const double dy = (y - m_centre) / m_scale;
        return {dx * m_cos + dy * m_sin, -dx * m_sin + dy * m_cos};
    }

    [[nodiscard]] double scale() const { return m_scale; }

private:
    double m_scale;
    double m_centre;
    double m_cos;
    double m_sin;
};

void fill(cv::Mat &mask, const Frame &frame, const Outline &outline)
{
    std::vector<cv::Point> points;
    for (const cv::Point2d &p : outline)
        points.push_back(frame.at(p));
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{points}, cv::Scalar(255), cv::LINE_AA, kPolygonShift);
}

/// A rounded body from its outline: the height grows with the distance from the rim, light comes from the upper left.
cv::Mat lightOf(const cv::Mat &alpha, double size)
{
    cv::Mat solid;
    cv::threshold(alpha, solid, 127, 255, cv::THRESH_BINARY);
    cv::Mat distance;
    cv::distanceTransform(solid, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE);
    double deepest = 1;
    cv::minMaxLoc(distance, nullptr, &deepest);
    deepest = std::max(deepest, 1.0);
    cv::Mat height(distance.size(), CV_32F);
    for (int y = 0; y < height.rows; ++y) {
        for (int x = 0; x < height.cols; ++x) {
            const float rim = 1 - distance.at<float>(y, x) / static_cast<float>(deepest);
            height.at<float>(y, x) = static_cast<float>(deepest) * std::sqrt(std::max(0.F, 1 - rim * rim));
        }
    }
    cv::GaussianBlur(height, height, {}, std::max(1.0, size / 26));
    cv::Mat slopeX;
    cv::Mat slopeY;
    cv::Sobel(height, slopeX, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(height, slopeY, CV_32F, 0, 1, 3, 1.0 / 8);
    const cv::Vec3f sun = cv::normalize(cv::Vec3f(-0.5F, -0.62F, 0.72F));
    cv::Mat light(height.size(), CV_32F);
    for (int y = 0; y < light.rows; ++y) {
        for (int x = 0; x < light.cols; ++x) {
            const cv::Vec3f normal = cv::normalize(cv::Vec3f(-slopeX.at<float>(y, x), -slopeY.at<float>(y, x), 0.75F));
            light.at<float>(y, x) = normal.dot(sun);
        }
    }
    return light;
}

cv::Vec3b pixelOf(cv::Vec3d color)
{
    cv::Vec3b pixel;
    for (int channel = 0; channel < 3; ++channel)
        pixel[channel] = cv::saturate_cast<uchar>(255 * color[channel]);
    return pixel;
}

void paintSkin(cv::Mat &color, const cv::Mat &light, const Frame &frame, const Skin &skin)
{
    for (int y = 0; y < color.rows; ++y) {
        for (int x = 0; x < color.cols; ++x) {
            const cv::Point2d own = frame.own(x, y);
            const double ripe = std::clamp(0.5 + 0.45 * own.y + 0.2 * std::sin(9 * own.x), 0.0, 1.0);
            const double lit = light.at<float>(y, x);
            const double glow = skin.shine * std::pow(std::max(0.0, lit), 24);
            const double shade = 0.42 + 0.68 * std::max(0.0, lit);
            const cv::Vec3d base = skin.light * (1 - ripe) + skin.dark * ripe;
            color.at<cv::Vec3b>(y, x) = pixelOf(base * shade + cv::Vec3d::all(glow));
        }
    }
}

void paintSpots(cv::Mat &color, const cv::Mat &alpha, FruitKind kind, SeededRandom &random)
{
    const bool isBanana = kind == FruitKind::Banana;
    const cv::Scalar tint = isBanana ? cv::Scalar(112, 74, 30) : cv::Scalar(250, 226, 170);
    cv::Mat spotted = color.clone();
    const int spots = random.wholeBetween(6, isBanana ? 22 : 30);
    for (int i = 0; i < spots; ++i) {
        const cv::Point at(random.wholeBetween(0, color.cols - 1), random.wholeBetween(0, color.rows - 1));
        if (alpha.at<uchar>(at) == 255)
            cv::circle(spotted, at, std::max(1, color.cols / (isBanana ? 90 : 130)), tint, cv::FILLED, cv::LINE_AA);
    }
    cv::addWeighted(spotted, 0.55, color, 0.45, 0, color);
}

void line(cv::Mat &image, const Frame &frame, const Outline &path, const cv::Scalar &tint, double width)
{
    std::vector<cv::Point> points;
    for (const cv::Point2d &p : path)
        points.push_back(frame.at(p));
    const int thickness = std::max(1, static_cast<int>(std::lround(width * frame.scale())));
    cv::polylines(image, points, false, tint, thickness, cv::LINE_AA, kPolygonShift);
}

/// Stem, and on some apples a leaf; they belong to the fruit and to its box.
void paintStem(cv::Mat &color, cv::Mat &alpha, const Frame &frame, SeededRandom &random)
{
    const double lean = random.between(-0.15, 0.15);
    const Outline stem{{0, -0.68}, {lean / 2, -0.86}, {lean, -0.99}};
    line(color, frame, stem, {92, 62, 34}, 0.075);
    line(alpha, frame, stem, cv::Scalar::all(255), 0.075);
    if (!random.chance(0.5))
        return;
    Outline leaf;
    for (int i = 0; i < 24; ++i) {
        const double t = 2 * kPi * i / 24;
        const double along = (1 - std::cos(t)) / 2;
        leaf.emplace_back(lean + 0.45 * along, -0.9 + 0.1 * std::sin(t) - 0.06 * along);
    }
    cv::Mat leafMask = cv::Mat::zeros(alpha.size(), CV_8U);
    fill(leafMask, frame, leaf);
    color.setTo(cv::Scalar(84, 140, 52), leafMask > 96);
    cv::max(alpha, leafMask, alpha);
    line(color, frame, {{lean + 0.04, -0.9}, {lean + 0.4, -0.95}}, {60, 108, 38}, 0.025);
}

void paintDetails(FruitKind kind, cv::Mat &color, cv::Mat &alpha, const Frame &frame, SeededRandom &random)
{
    if (kind == FruitKind::Apple) {
        paintStem(color, alpha, frame, random);
        return;
    }
    if (kind == FruitKind::Plum) {
        line(color, frame, {{0.02, -0.85}, {0.1, -0.4}, {0.12, 0}, {0.1, 0.4}, {0.03, 0.82}}, {42, 18, 62}, 0.035);
        return;
    }
    // A banana's dark ends.
    for (int y = 0; y < color.rows; ++y) {
        for (int x = 0; x < color.cols; ++x) {
            const double end = std::abs(frame.own(x, y).x);
            const double dark = std::clamp((end - 0.9) / 0.06, 0.0, 0.75);
            cv::Vec3b &pixel = color.at<cv::Vec3b>(y, x);
            pixel = pixel * (1 - dark) + cv::Vec3b(86, 62, 26) * dark;
        }
    }
}

} // namespace

const char *fruitName(FruitKind kind)
{
    switch (kind) {
    case FruitKind::Apple:
        return "apple";
    case FruitKind::Banana:
        return "banana";
    case FruitKind::Plum:
        break;
    }
    return "plum";
}

void drawFruit(const FruitLook &look, SeededRandom &random, cv::Mat &color, cv::Mat &alpha)
{
    const int side = static_cast<int>(std::ceil(look.size * 1.3)) + 6; // room for a turned banana
    const Frame frame(look, side);
    alpha = cv::Mat::zeros(side, side, CV_8U);
    Outline outline;
    if (look.kind == FruitKind::Apple)
        outline = appleOutline(random);
    else if (look.kind == FruitKind::Banana)
        outline = bananaOutline(random);
    else
        outline = plumOutline(random);
    fill(alpha, frame, outline);
    color = cv::Mat(side, side, CV_8UC3);
    paintSkin(color, lightOf(alpha, look.size), frame, skinOf(look.kind, random));
    if (look.kind != FruitKind::Plum)
        paintSpots(color, alpha, look.kind, random);
    paintDetails(look.kind, color, alpha, frame, random);
}

} // namespace boxwright
