// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_tally.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportTally)
};

} // namespace

void ExportTally::add(const FormatImage &image)
{
    ++m_images;
    m_largestEdge = std::max({m_largestEdge, image.size.width(), image.size.height()});
    for (const FormatLabel &label : image.labels) {
        const auto place = static_cast<std::size_t>(std::max(label.classIndex, 0));
        if (place >= m_sums.size())
            m_sums.resize(place + 1);
        ClassSums &sums = m_sums[place];
        ++sums.labels;
        sums.corners[0] += label.box.left;
        sums.corners[1] += label.box.top;
        sums.corners[2] += label.box.right;
        sums.corners[3] += label.box.bottom;
    }
}

qint64 ExportTally::labels() const
{
    qint64 count = 0;
    for (const ClassSums &sums : m_sums)
        count += sums.labels;
    return count;
}

const ExportTally::ClassSums *ExportTally::sumsOf(const QString &name) const
{
    const qsizetype place = m_names.indexOf(name);
    return place >= 0 && place < static_cast<qsizetype>(m_sums.size()) ? &m_sums[static_cast<std::size_t>(place)]
                                                                       : nullptr;
}

QString ExportTally::difference(const ExportTally &other, double pixelError) const
{
    if (m_images != other.m_images)
        return Text::tr("%1 images became %2").arg(m_images).arg(other.m_images);
    if (labels() != other.labels())
        return Text::tr("%1 labels became %2").arg(labels()).arg(other.labels());
    const double error = pixelError * std::max(m_largestEdge, other.m_largestEdge) / 1000;
    for (const QString &name : m_names) {
        const ClassSums mine = sumsOf(name) ? *sumsOf(name) : ClassSums();
        const ClassSums its = other.sumsOf(name) ? *other.sumsOf(name) : ClassSums();
        if (mine.labels != its.labels)
            return Text::tr("%1 labels of the class %2 became %3").arg(mine.labels).arg(name).arg(its.labels);
        for (int i = 0; i < 4; ++i) {
            const double room = error * static_cast<double>(mine.labels) + 1e-9 * std::abs(mine.corners[i]);
            if (std::abs(mine.corners[i] - its.corners[i]) > room)
                return Text::tr("boxes of the class %1 moved").arg(name);
        }
    }
    return {};
}

} // namespace boxwright
