// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace boxwright {

/// How a network of MXNet takes pixels: order of the channels, and whether the mean (123, 117, 104 of red, green, blue)
/// is subtracted. No file of SageMaker's says it (facts 0.4, 2.7).
enum class PixelInput
{
    RgbMean,
    RgbRaw,
    BgrMean,
    BgrRaw
};

/// Every way, in the order in which they are to be tried.
QList<PixelInput> pixelInputs();
/// "rgb-mean", "rgb-raw", "bgr-mean", "bgr-raw".
QString pixelInputName(PixelInput input);
QStringList pixelInputNames();
std::optional<PixelInput> pixelInputFromName(const QString &name);

} // namespace boxwright
