// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_scene.h"

#include "core/sample/fruit.h"
#include "core/sample/table_top.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace boxwright {

namespace {

/// Smallest part of a fruit that must stay visible and inside the image.
constexpr double kLeastVisible = 0.6;

/// Radians: bananas lie across the scene, so that their boxes are wide and filled well enough to be learned in minutes.
constexpr double kBananaTilt = 0.45;

/// A fruit drawn, with its place in the scene; `at` is the corner of its square and may lie outside.
struct Sprite
{
    FruitKind kind = FruitKind::Apple;
    cv::Mat color;
    cv::Mat alpha;
    cv::Point at;
};

struct Plan
{
    QSize size;
    int fruits = 0;
    double smallest = 60; ///< pixels
    double largest = 150;
};

Plan planScene(int number, SeededRandom &random)
{
    static const QSize sizes[]{{480, 360}, {640, 480}, {400, 400}, {360, 480}};
    Plan plan;
    plan.size = sizes[random.wholeBetween(0, 3)];
    const double scale = std::sqrt(plan.size.width() * plan.size.height() / (480.0 * 360.0));
    plan.smallest = 74 * scale;
    plan.largest = 150 * scale;
    // Kinds of scenes go round by number, so that each of them is there in any number of images.
    switch (number % 12) {
    case 3:
        plan.fruits = 0;
        break;
    case 1:
    case 7:
        plan.fruits = random.wholeBetween(9, 14); // crowded: smaller and overlapping
        plan.smallest = 62 * scale;
        plan.largest = 100 * scale;
        break;
    case 10:
        plan.fruits = 1;
        break;
    default:
        plan.fruits = random.wholeBetween(3, 7);
    }
    return plan;
}

Sprite makeSprite(const Plan &plan, SeededRandom &random)
{
    Sprite sprite;
    sprite.kind = static_cast<FruitKind>(random.wholeBetween(0, kFruitKinds - 1));
    FruitLook look{sprite.kind, random.between(plan.smallest, plan.largest), random.between(0, 2 * std::numbers::pi)};
    if (sprite.kind == FruitKind::Plum)
        look.size *= 0.8; // plums are small
    if (sprite.kind == FruitKind::Banana) {
        look.size *= 1.15;
        look.angle = random.between(-kBananaTilt, kBananaTilt) + (random.chance(0.5) ? std::numbers::pi : 0);
    }
    drawFruit(look, random, sprite.color, sprite.alpha);
    sprite.at = {random.wholeBetween(0, plan.size.width()) - sprite.alpha.cols / 2,
                 random.wholeBetween(0, plan.size.height()) - sprite.alpha.rows / 2};
    return sprite;
}

/// The sprite's alpha in a mask of the scene's size.
cv::Mat placedMask(const Sprite &sprite, QSize size)
{
    cv::Mat mask = cv::Mat::zeros(size.height(), size.width(), CV_8U);
    const cv::Rect whole(sprite.at, sprite.alpha.size());
    const cv::Rect inside = whole & cv::Rect(0, 0, size.width(), size.height());
    if (!inside.empty())
        sprite.alpha(inside - sprite.at).copyTo(mask(inside));
    return mask;
}

int solidPixels(const cv::Mat &alpha)
{
    return cv::countNonZero(alpha > 127);
}

/// Fruits already in the scene, with the masks that say how much of each is still to be seen.
class Arrangement
{
public:
    explicit Arrangement(QSize size)
        : m_size(size)
    {
    }

    /// False where it would lie too far outside or hide too much of another fruit.
    bool place(const Sprite &sprite)
    {
        const cv::Mat mask = placedMask(sprite, m_size);
        if (solidPixels(mask) < kLeastVisible * solidPixels(sprite.alpha))
            return false;
        std::vector<cv::Mat> visible;
        for (size_t i = 0; i < m_visible.size(); ++i) {
            cv::Mat rest = m_visible[i] & ~mask;
            if (solidPixels(rest) < kLeastVisible * m_pixels[i])
                return false;
            visible.push_back(rest);
        }
        m_visible = visible;
        m_visible.push_back(mask);
        m_pixels.push_back(solidPixels(mask));
        return true;
    }

private:
    QSize m_size;
    std::vector<cv::Mat> m_visible;
    std::vector<int> m_pixels;
};

void blend(cv::Mat &scene, const Sprite &sprite)
{
    const cv::Rect inside = cv::Rect(sprite.at, sprite.alpha.size()) & cv::Rect(0, 0, scene.cols, scene.rows);
    const cv::Rect own = inside - sprite.at;
    cv::Mat part = scene(inside);
    const cv::Mat color = sprite.color(own);
    const cv::Mat alpha = sprite.alpha(own);
    for (int y = 0; y < part.rows; ++y) {
        for (int x = 0; x < part.cols; ++x) {
            const double share = alpha.at<uchar>(y, x) / 255.0;
            part.at<cv::Vec3b>(y, x) = part.at<cv::Vec3b>(y, x) * (1 - share) + color.at<cv::Vec3b>(y, x) * share;
        }
    }
}

void dropShadow(cv::Mat &scene, const Sprite &sprite)
{
    const double size = sprite.alpha.cols;
    Sprite shadow = sprite;
    shadow.at += cv::Point(static_cast<int>(size * 0.05), static_cast<int>(size * 0.07));
    const cv::Mat placed = placedMask(shadow, {scene.cols, scene.rows});
    cv::Mat soft;
    cv::GaussianBlur(placed, soft, {}, std::max(1.5, size / 22));
    for (int y = 0; y < scene.rows; ++y) {
        for (int x = 0; x < scene.cols; ++x) {
            if (const uchar depth = soft.at<uchar>(y, x))
                scene.at<cv::Vec3b>(y, x) *= 1 - 0.5 * depth / 255.0;
        }
    }
}

Box boxOf(const Sprite &sprite, QSize size)
{
    const cv::Rect rect = cv::boundingRect(placedMask(sprite, size) > 127);
    return {static_cast<double>(rect.x), static_cast<double>(rect.y), static_cast<double>(rect.x + rect.width),
            static_cast<double>(rect.y + rect.height)};
}

} // namespace

SampleScene drawSampleScene(int number, quint64 seed)
{
    SeededRandom random(seed * 1'000'003 + static_cast<quint64>(number));
    const Plan plan = planScene(number, random);
    cv::Mat scene;
    drawTableTop(plan.size, random, scene);
    SampleScene result;
    Arrangement arrangement(plan.size);
    constexpr int kTriesPerFruit = 12;
    for (int tries = plan.fruits * kTriesPerFruit; tries > 0 && static_cast<int>(result.objects.size()) < plan.fruits;
         --tries) {
        const Sprite sprite = makeSprite(plan, random);
        if (!arrangement.place(sprite))
            continue;
        dropShadow(scene, sprite);
        blend(scene, sprite);
        result.objects.push_back({static_cast<int>(sprite.kind), boxOf(sprite, plan.size)});
    }
    applyCamera(scene, random);
    result.image =
        QImage(scene.data, scene.cols, scene.rows, static_cast<qsizetype>(scene.step), QImage::Format_RGB888).copy();
    return result;
}

} // namespace boxwright
