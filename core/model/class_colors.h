// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/label.h"

#include <QList>

namespace boxwright {

/// Gives new classes their colours: first the set of Okabe and Ito, which people with any colour vision tell apart,
/// then the colour that lies farthest in CIELAB from all that are in use, and that shows on dark and on light images.
class ClassColors
{
public:
    /// Colours that are in use.
    explicit ClassColors(const QList<LabelClass> &classes);

    /// A colour for one more class; it is in use from then on.
    QColor next();

private:
    void take(const QColor &color);
    [[nodiscard]] QColor farthest() const;

    QList<QColor> m_used;
    QList<double> m_nearest; ///< distance of each candidate to the nearest colour in use
};

/// The lowest digit key (see LabelClass::hotkey) that no class has; 0 when all are taken.
int nextClassHotkey(const QList<LabelClass> &classes);

/// Distance of two colours in CIELAB (D65, CIE76): about 2.3 is just noticeable.
double colorDistance(const QColor &a, const QColor &b);

} // namespace boxwright
