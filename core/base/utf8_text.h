// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright {

/// A piece from the middle of a file. QString::fromUtf8() takes U+FEFF at the start of what it gets for the mark of a
/// file and drops it; here it is a letter like others, so that names come back as they were.
inline QString utf8Text(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return bytes.startsWith("\xef\xbb\xbf") ? QChar(0xfeff) + text : text;
}

} // namespace boxwright
