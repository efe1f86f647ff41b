// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/pixel_input.h"

namespace boxwright {

QList<PixelInput> pixelInputs()
{
    return {PixelInput::RgbMean, PixelInput::RgbRaw, PixelInput::BgrMean, PixelInput::BgrRaw};
}

QString pixelInputName(PixelInput input)
{
    switch (input) {
    case PixelInput::RgbMean:
        return QStringLiteral("rgb-mean");
    case PixelInput::RgbRaw:
        return QStringLiteral("rgb-raw");
    case PixelInput::BgrMean:
        return QStringLiteral("bgr-mean");
    case PixelInput::BgrRaw:
        return QStringLiteral("bgr-raw");
    }
    Q_UNREACHABLE();
}

QStringList pixelInputNames()
{
    QStringList names;
    for (const PixelInput input : pixelInputs())
        names << pixelInputName(input);
    return names;
}

std::optional<PixelInput> pixelInputFromName(const QString &name)
{
    for (const PixelInput input : pixelInputs())
        if (pixelInputName(input) == name)
            return input;
    return std::nullopt;
}

} // namespace boxwright
