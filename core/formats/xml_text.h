// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace boxwright {

/// The text as an element's content. Control characters, which XML has no way to say, become spaces.
QByteArray xmlText(const QString &text);

/// The text as an attribute's value, with its quotes.
QByteArray xmlAttribute(const QString &text);

} // namespace boxwright
