// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

#include <array>

namespace boxwright {

/// A column of a histogram: from `from` up to the next one's.
struct HistogramBin
{
    double from = 0;
    qint64 count = 0;
};

/// What a class is made of.
struct ClassStatistics
{
    QString name;
    QColor color;
    std::array<qint64, 4> labels{}; ///< by Split: none, train, validation, test
    qint64 images = 0;              ///< that have one at least

    [[nodiscard]] qint64 total() const { return labels[0] + labels[1] + labels[2] + labels[3]; }
};

/// Figures of a whole data set, for charts and for the command line. A plain value.
struct DatasetStatistics
{
    static constexpr int kHeatEdge = 32;

    qint64 images = 0;
    qint64 labels = 0;
    std::array<qint64, 4> imagesOfSplit{}; ///< none, train, validation, test
    std::array<qint64, 3> imagesOfState{}; ///< not yet, reviewed, empty
    QList<ClassStatistics> classes;
    QList<HistogramBin> boxesPerImage; ///< whole numbers; the last bin holds all above
    QList<HistogramBin> sizes;         ///< square root of the share of the image's area, in percent
    QList<HistogramBin> aspects;       ///< width / height, doubling from 1/8 to 8
    /// How many boxes cover each cell of a grid over the image, row by row.
    std::array<qint64, std::size_t{kHeatEdge} * kHeatEdge> heat{};
    qint64 mostHeat = 0;
};

DatasetStatistics statisticsOf(const Dataset &dataset);

} // namespace boxwright
