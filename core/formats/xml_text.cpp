// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xml_text.h"

namespace boxwright {

QByteArray xmlText(const QString &text)
{
    QString safe;
    for (const QChar letter : text) {
        const bool isAllowed = letter >= u' ' || letter == u'\t' || letter == u'\n'; // XML has no other controls
        safe += isAllowed ? letter : QChar(u' ');
    }
    return safe.replace(u'&', QLatin1String("&amp;"))
        .replace(u'<', QLatin1String("&lt;"))
        .replace(u'>', QLatin1String("&gt;"))
        .toUtf8();
}

QByteArray xmlAttribute(const QString &text)
{
    // A reader turns plain white space in an attribute into spaces.
    return '"' + xmlText(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;") + '"';
}

} // namespace boxwright
