// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/reading.h"
#include "core/formats/record_images.h"
#include "core/formats/record_names.h"
#include "core/mxnet/image_record.h"

#include <QFile>

namespace boxwright {

/// Reads one .rec file into a reading, with the names of its .lst file where there is one. Memory is one record, and 16
/// bytes for each line of the list. Lives on the stack of RecordIoFormat::read().
class RecordIoReader
{
public:
    RecordIoReader(const QString &path, Split split, RecordImages &images, Reading &reading);

    Result<> read();

private:
    Result<> take(const QByteArray &payload, const QString &where);
    Result<> takeImage(const ImageRecordData &data, const QString &where);
    void takeLabels(const DetectionLabels &labels, const QString &where, FormatImage &image);
    Result<> refuse(const QString &why);
    /// Sees to it that class indexes are the file's own numbers.
    void nameClassesUpTo(int id);

    QString m_path;
    QString m_name; ///< in messages
    Split m_split;
    RecordImages &m_images;
    Reading &m_reading;
    RecordNames m_names;
    bool m_isFirst = true;
};

/// Whether the file starts like RecordIO.
bool isRecordIoFile(const QString &path);

} // namespace boxwright
