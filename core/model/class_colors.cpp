// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/class_colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace boxwright {

namespace {

// M. Okabe and K. Ito, "Color Universal Design" (2008), without black; in the order of the window's design.
constexpr std::array<QRgb, 7> kOkabeIto{0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7, 0xf0e442, 0x0072b2, 0xd55e00};
constexpr int kHighestHotkey = 20;

struct Lab
{
    double l = 0;
    double a = 0;
    double b = 0;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double labCurve(double t)
{
    constexpr double kDelta = 6.0 / 29.0;
    return t > kDelta * kDelta * kDelta ? std::cbrt(t) : t / (3 * kDelta * kDelta) + 4.0 / 29.0;
}

/// sRGB (IEC 61966-2-1) to CIELAB with the white point D65.
Lab toLab(const QColor &color)
{
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double b = linear(color.blueF());
    const double x = labCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = labCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = labCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Lab &a, const Lab &b)
{
    const double l = a.l - b.l;
    const double x = a.a - b.a;
    const double y = a.b - b.b;
    return std::sqrt(l * l + x * x + y * y);
}

struct Candidate
{
    QColor color;
    Lab lab;
};

/// Every colour of a coarse cube that is neither near black nor near white nor grey.
const QList<Candidate> &candidates()
{
    static const QList<Candidate> colors = [] {
        QList<Candidate> result;
        constexpr int kStep = 24;
        for (int r = 0; r < 256; r += kStep) {
            for (int g = 0; g < 256; g += kStep) {
                for (int b = 0; b < 256; b += kStep) {
                    const Candidate candidate{QColor(r, g, b), toLab(QColor(r, g, b))};
                    const Lab &lab = candidate.lab;
                    if (lab.l >= 45 && lab.l <= 88 && std::hypot(lab.a, lab.b) >= 25)
                        result.append(candidate);
                }
            }
        }
        return result;
    }();
    return colors;
}

} // namespace

ClassColors::ClassColors(const QList<LabelClass> &classes)
    : m_nearest(candidates().size(), std::numeric_limits<double>::max())
{
    for (const LabelClass &item : classes)
        take(item.color);
}

QColor ClassColors::next()
{
    QColor color;
    for (const QRgb rgb : kOkabeIto) {
        if (!color.isValid() && !m_used.contains(QColor(rgb)))
            color = QColor(rgb);
    }
    if (!color.isValid())
        color = farthest();
    take(color);
    return color;
}

void ClassColors::take(const QColor &color)
{
    m_used.append(color);
    const Lab lab = toLab(color);
    for (qsizetype i = 0; i < m_nearest.size(); ++i)
        m_nearest[i] = std::min(m_nearest[i], distance(candidates()[i].lab, lab));
}

QColor ClassColors::farthest() const
{
    const auto at = std::max_element(m_nearest.cbegin(), m_nearest.cend());
    return candidates()[at - m_nearest.cbegin()].color;
}

int nextClassHotkey(const QList<LabelClass> &classes)
{
    for (int hotkey = 1; hotkey <= kHighestHotkey; ++hotkey) {
        const auto same = [hotkey](const LabelClass &item) { return item.hotkey == hotkey; };
        if (std::none_of(classes.begin(), classes.end(), same))
            return hotkey;
    }
    return 0;
}

double colorDistance(const QColor &a, const QColor &b)
{
    return distance(toLab(a), toLab(b));
}

} // namespace boxwright
