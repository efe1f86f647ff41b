// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace boxwright {

/// The check sum of zip archives (ISO 3309).
quint32 crc32(QByteArrayView bytes);

/// The check sum of TFRecord files (Castagnoli's polynomial).
quint32 crc32c(QByteArrayView bytes);

} // namespace boxwright
