// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace boxwright {

/// Contrast of two opaque colours by WCAG 2.1, 1..21.
double contrastRatio(const QColor &a, const QColor &b);

/// Black or white, whichever reads better on the background; the ratio is never below 4.5.
QColor textOn(const QColor &background);

} // namespace boxwright
