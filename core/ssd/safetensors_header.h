// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <cstdint>
#include <vector>

namespace boxwright::ssd {

/// One tensor as the header states it, checked against the data that follows.
struct SafetensorsEntry
{
    QString name;
    QString dtype;
    std::vector<int64_t> shape;
    int64_t begin = 0; ///< bytes from the start of the data
    int64_t end = 0;
};

/// Bytes of one element; 0 for a type that is not known.
int64_t safetensorsElementSize(const QString &dtype);

/// Parses and checks the JSON header of a file whose data are `dataBytes` long. Entries by their place in the data.
/// The message of a failure names the element, not the file: the caller knows that.
Result<std::vector<SafetensorsEntry>> parseSafetensorsHeader(const QByteArray &header, int64_t dataBytes);

/// The texts of its __metadata__; empty where it has none. The header has passed parseSafetensorsHeader().
QMap<QString, QString> parseSafetensorsMetadata(const QByteArray &header);

} // namespace boxwright::ssd
