// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace boxwright {

/// The text of a raw string: escapes become what they stand for. Empty where they are not valid or the bytes are no
/// UTF-8.
std::optional<QString> jsonText(QByteArrayView rawString);

/// The text as JSON spells it, with its quotes.
QByteArray jsonString(const QString &text);
void appendJsonString(QByteArray &json, const QString &text);

/// The shortest decimal that reads back to the same double, without a point where it is whole: 104, 0.1, 1e-09.
QByteArray jsonNumber(double value);
void appendJsonNumber(QByteArray &json, double value);

} // namespace boxwright
