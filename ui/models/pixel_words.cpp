// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pixel_words.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PixelWords)
};

} // namespace

QString pixelInputWords(PixelInput input)
{
    switch (input) {
    case PixelInput::RgbMean:
        return Text::tr("red first, mean subtracted");
    case PixelInput::RgbRaw:
        return Text::tr("red first, as they are");
    case PixelInput::BgrMean:
        return Text::tr("blue first, mean subtracted");
    case PixelInput::BgrRaw:
        return Text::tr("blue first, as they are");
    }
    Q_UNREACHABLE();
}

} // namespace boxwright
