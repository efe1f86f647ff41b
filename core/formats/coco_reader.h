// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/coco_file.h"
#include "core/formats/image_locator.h"
#include "core/formats/reading.h"

#include <QHash>

namespace boxwright {

class JsonMembers;

/// Reads the images of one COCO file into a reading. Lives on the stack of CocoFormat::read().
class CocoReader
{
public:
    /// `name` stands in messages.
    CocoReader(const CocoFile &file, QString name, const ImageLocator &locator, Reading &reading);

    /// `done` images of `total` were read before; it counts on.
    Result<> read(Split split, qint64 &done, qint64 total);

private:
    FormatImage readImage(qsizetype index);
    void readAnnotation(QByteArrayView annotation, FormatImage &image);
    /// The box in "bbox", or around the polygons of "segmentation"; nullopt (noted) where there is none.
    std::optional<Box> boxOf(const JsonMembers &members, const QString &where);
    int classOf(QByteArrayView id);

    const CocoFile &m_file;
    const QString m_name;
    const ImageLocator &m_locator;
    Reading &m_reading;
    QHash<QByteArrayView, int> m_classes; ///< category id -> class index
    bool m_isFirst = true;
};

/// The box of four numbers x, y, width, height; nullopt where the text is none.
std::optional<Box> cocoBox(QByteArrayView bbox);

} // namespace boxwright
