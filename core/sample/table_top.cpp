// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/table_top.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace boxwright {

namespace {

/// Smooth noise -1..1 with features of about `across` x `along` pixels.
cv::Mat noise(QSize size, double across, double along, SeededRandom &random)
{
    const int columns = std::max(2, static_cast<int>(std::ceil(size.width() / across)) + 1);
    const int rows = std::max(2, static_cast<int>(std::ceil(size.height() / along)) + 1);
    cv::Mat coarse(rows, columns, CV_32F);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x)
            coarse.at<float>(y, x) = static_cast<float>(random.between(-1, 1));
    }
    cv::Mat fine;
    cv::resize(coarse, fine, {size.width(), size.height()}, 0, 0, cv::INTER_CUBIC);
    return fine;
}

/// base + tone * step, tone per pixel.
void paintTones(cv::Mat &scene, const cv::Mat &tone, cv::Vec3f base, cv::Vec3f step)
{
    for (int y = 0; y < scene.rows; ++y) {
        for (int x = 0; x < scene.cols; ++x) {
            const cv::Vec3f value = base + tone.at<float>(y, x) * step;
            scene.at<cv::Vec3b>(y, x) = {cv::saturate_cast<uchar>(value[0]), cv::saturate_cast<uchar>(value[1]),
                                         cv::saturate_cast<uchar>(value[2])};
        }
    }
}

void paintWood(cv::Mat &scene, QSize size, SeededRandom &random)
{
    static const cv::Vec3f woods[]{{186, 140, 96}, {146, 102, 70}, {208, 172, 130}, {120, 92, 74}, {168, 152, 134}};
    const cv::Vec3f base = woods[random.wholeBetween(0, 4)];
    const cv::Mat grain = 0.55 * noise(size, size.width() / 2.5, 3.5, random) +
                          0.3 * noise(size, size.width() / 5.0, 1.6, random) + 0.35 * noise(size, 160, 40, random);
    paintTones(scene, grain, base, {34, 30, 26});
    const int plank = random.wholeBetween(60, 120);
    for (int y = random.wholeBetween(10, plank); y < size.height(); y += plank) {
        const cv::Rect below(0, y, size.width(), std::min(plank, size.height() - y));
        scene(below).convertTo(scene(below), -1, random.between(0.88, 1.1));
        cv::line(scene, {0, y}, {size.width(), y}, cv::Scalar(base[0] * 0.4, base[1] * 0.4, base[2] * 0.4), 2,
                 cv::LINE_AA);
    }
}

void paintCloth(cv::Mat &scene, QSize size, SeededRandom &random)
{
    static const cv::Vec3f tints[]{{88, 130, 184}, {110, 160, 130}, {150, 150, 158}, {196, 158, 120}, {120, 170, 180}};
    const cv::Vec3f tint = tints[random.wholeBetween(0, 4)];
    const cv::Vec3f white(238, 234, 226);
    const int square = random.wholeBetween(18, 40);
    const double turn = random.between(-0.5, 0.5);
    const cv::Mat folds = noise(size, 120, 90, random);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const double u = x * std::cos(turn) - y * std::sin(turn) + 4 * folds.at<float>(y, x);
            const double v = x * std::sin(turn) + y * std::cos(turn);
            const bool isColumn = static_cast<int>(std::floor(u / square)) & 1;
            const bool isRow = static_cast<int>(std::floor(v / square)) & 1;
            const float share = (isColumn ? 0.5F : 0.F) + (isRow ? 0.5F : 0.F);
            const float thread = ((x + y) & 1) != 0 ? 3.F : -3.F;
            const cv::Vec3f value =
                white * (1 - share) + tint * share + cv::Vec3f::all(14 * folds.at<float>(y, x) + thread);
            scene.at<cv::Vec3b>(y, x) = {cv::saturate_cast<uchar>(value[0]), cv::saturate_cast<uchar>(value[1]),
                                         cv::saturate_cast<uchar>(value[2])};
        }
    }
    cv::GaussianBlur(scene, scene, {3, 3}, 0.7);
}

void paintStone(cv::Mat &scene, QSize size, SeededRandom &random)
{
    static const cv::Vec3f stones[]{{206, 204, 200}, {112, 118, 124}, {178, 170, 158}, {84, 92, 98}};
    cv::Mat tone =
        0.7 * noise(size, 90, 90, random) + 0.4 * noise(size, 24, 24, random) + 0.35 * noise(size, 3, 3, random);
    const cv::Mat vein = noise(size, 110, 70, random);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            tone.at<float>(y, x) += 0.8F * std::exp(-std::abs(vein.at<float>(y, x)) * 22);
    }
    paintTones(scene, tone, stones[random.wholeBetween(0, 3)], {17, 17, 18});
}

void paintPaper(cv::Mat &scene, QSize size, SeededRandom &random)
{
    static const cv::Vec3f papers[]{{226, 214, 190}, {176, 198, 206}, {202, 210, 186}, {222, 196, 188}, {96, 116, 134}};
    cv::Mat tone =
        0.25 * noise(size, 2.2, 2.2, random) + 0.6 * noise(size, size.width() / 1.5, size.height() / 1.5, random);
    paintTones(scene, tone, papers[random.wholeBetween(0, 4)], {20, 20, 20});
}

/// A plate, a trap for a detector that takes everything round for a fruit.
void paintPlate(cv::Mat &scene, SeededRandom &random)
{
    const cv::Point centre(random.wholeBetween(scene.cols / 5, scene.cols * 4 / 5),
                           random.wholeBetween(scene.rows / 5, scene.rows * 4 / 5));
    const int radius = random.wholeBetween(scene.rows / 5, scene.rows * 2 / 5);
    cv::Mat shadow = cv::Mat::zeros(scene.size(), CV_8U);
    cv::circle(shadow, centre + cv::Point(6, 8), radius, cv::Scalar(110), cv::FILLED, cv::LINE_AA);
    cv::GaussianBlur(shadow, shadow, {}, 7);
    for (int y = 0; y < scene.rows; ++y) {
        for (int x = 0; x < scene.cols; ++x)
            scene.at<cv::Vec3b>(y, x) *= 1 - shadow.at<uchar>(y, x) / 255.0;
    }
    const int glaze = random.wholeBetween(210, 245);
    const int cool = random.wholeBetween(-14, 10);
    cv::circle(scene, centre, radius, cv::Scalar(glaze, glaze, glaze + cool), cv::FILLED, cv::LINE_AA);
    cv::circle(scene, centre, radius * 9 / 10, cv::Scalar(glaze - 34, glaze - 32, glaze - 28 + cool), 2, cv::LINE_AA);
    cv::circle(scene, centre, radius * 7 / 10, cv::Scalar(glaze - 16, glaze - 16, glaze - 14 + cool), cv::FILLED,
               cv::LINE_AA);
}

void paintLeaf(cv::Mat &scene, SeededRandom &random)
{
    const cv::Point2d at(random.between(0, scene.cols), random.between(0, scene.rows));
    const double length = random.between(26, 60);
    const double turn = random.between(0, 2 * std::numbers::pi);
    std::vector<cv::Point> outline;
    for (int i = 0; i < 32; ++i) {
        const double t = 2 * std::numbers::pi * i / 32;
        const double along = -length * std::cos(t) / 2;
        const double across = length * 0.19 * std::sin(t) * (1 - 0.3 * std::cos(t));
        outline.emplace_back(static_cast<int>(at.x + along * std::cos(turn) - across * std::sin(turn)),
                             static_cast<int>(at.y + along * std::sin(turn) + across * std::cos(turn)));
    }
    const int green = random.wholeBetween(96, 150);
    cv::fillPoly(scene, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(green - 46, green, green - 70),
                 cv::LINE_AA);
    cv::line(scene, outline[0], outline[16], cv::Scalar(green - 74, green - 34, green - 84), 1, cv::LINE_AA);
}

} // namespace

void drawTableTop(QSize size, SeededRandom &random, cv::Mat &scene)
{
    using Painter = void (*)(cv::Mat &, QSize, SeededRandom &);
    static constexpr Painter painters[]{paintWood, paintCloth, paintStone, paintPaper};
    scene = cv::Mat(size.height(), size.width(), CV_8UC3);
    painters[random.wholeBetween(0, 3)](scene, size, random);
    if (random.chance(0.3))
        paintPlate(scene, random);
    for (int leaves = random.chance(0.35) ? random.wholeBetween(1, 5) : 0; leaves > 0; --leaves)
        paintLeaf(scene, random);
}

void applyCamera(cv::Mat &scene, SeededRandom &random)
{
    const double exposure = random.between(0.82, 1.12);
    const double warmth = random.between(-0.06, 0.06);
    const double fallOff = random.between(0.05, 0.28);
    const double grain = random.between(1, 5);
    const cv::Point2d bright(scene.cols * random.between(0.3, 0.7), scene.rows * random.between(0.3, 0.7));
    const double reach = std::hypot(scene.cols, scene.rows) / 2;
    for (int y = 0; y < scene.rows; ++y) {
        for (int x = 0; x < scene.cols; ++x) {
            const double far = std::hypot(x - bright.x, y - bright.y) / reach;
            const double light = exposure * (1 - fallOff * far * far);
            const double speck = random.between(-grain, grain);
            cv::Vec3b &pixel = scene.at<cv::Vec3b>(y, x);
            pixel = {cv::saturate_cast<uchar>(pixel[0] * light * (1 + warmth) + speck),
                     cv::saturate_cast<uchar>(pixel[1] * light + speck),
                     cv::saturate_cast<uchar>(pixel[2] * light * (1 - warmth) + speck)};
        }
    }
}

} // namespace boxwright
