// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/scaled_source.h"

#include "core/formats/image_export.h"
#include "core/formats/packed_image.h"

namespace boxwright {

ScaledSource::ScaledSource(FormatSource &source, int shorterEdge)
    : m_source(source)
    , m_shorterEdge(shorterEdge)
{
}

std::optional<FormatImage> ScaledSource::next()
{
    std::optional<FormatImage> image = m_source.next();
    const QSize size = image ? sizeForExport(*image) : QSize();
    const QSize smaller = smallerSize(size, m_shorterEdge);
    if (!size.isValid() || smaller == size)
        return image;
    const double wide = static_cast<double>(smaller.width()) / size.width();
    const double high = static_cast<double>(smaller.height()) / size.height();
    image->size = smaller;
    for (FormatLabel &label : image->labels)
        label.box = {label.box.left * wide, label.box.top * high, label.box.right * wide, label.box.bottom * high};
    return image;
}

} // namespace boxwright
