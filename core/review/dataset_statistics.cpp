// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/dataset_statistics.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr int kMostBoxes = 20;  ///< columns of the histogram of boxes per image
constexpr int kSizeBins = 20;   ///< of 5 percent each
constexpr int kAspectBins = 12; ///< two for each doubling, from 1/8 to 8

QList<HistogramBin> bins(int count, double from, double step)
{
    QList<HistogramBin> list;
    for (int i = 0; i < count; ++i)
        list.append({from + step * i, 0});
    return list;
}

QList<HistogramBin> aspectBins()
{
    QList<HistogramBin> list;
    for (int i = 0; i < kAspectBins; ++i)
        list.append({std::exp2(-3 + i / 2.0), 0});
    return list;
}

void addTo(QList<HistogramBin> &list, double place)
{
    const double last = static_cast<double>(list.size() - 1);
    ++list[static_cast<qsizetype>(std::clamp(std::floor(place), 0.0, last))].count;
}

void addHeat(DatasetStatistics &statistics, const Box &box, QSize size)
{
    constexpr int kEdge = DatasetStatistics::kHeatEdge;
    const auto cell = [](double part) { return std::clamp(int(std::floor(part * kEdge)), 0, kEdge - 1); };
    const int left = cell(box.left / size.width());
    const int right = cell(std::nextafter(box.right / size.width(), 0));
    const int top = cell(box.top / size.height());
    const int bottom = cell(std::nextafter(box.bottom / size.height(), 0));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x)
            ++statistics.heat[static_cast<std::size_t>(y) * kEdge + x];
    }
}

void addBox(DatasetStatistics &statistics, const Box &box, QSize size)
{
    if (box.isEmpty())
        return;
    addTo(statistics.aspects, (std::log2(box.width() / box.height()) + 3) * 2);
    const Box inside = size.isValid() ? box.clippedTo(size) : Box();
    if (inside.isEmpty())
        return;
    const double share = inside.area() / (double(size.width()) * size.height());
    addTo(statistics.sizes, std::sqrt(share) * kSizeBins);
    addHeat(statistics, inside, size);
}

} // namespace

DatasetStatistics statisticsOf(const Dataset &dataset)
{
    DatasetStatistics statistics;
    statistics.boxesPerImage = bins(kMostBoxes + 1, 0, 1);
    statistics.sizes = bins(kSizeBins, 0, 100.0 / kSizeBins);
    statistics.aspects = aspectBins();
    QHash<ClassId, qsizetype> places;
    for (const LabelClass &item : dataset.classes()) {
        places.insert(item.id, statistics.classes.size());
        statistics.classes.append({item.name, item.color, {}, 0});
    }
    statistics.images = dataset.imageCount();
    QList<qsizetype> lastImage(statistics.classes.size(), -1);
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        const auto split = static_cast<std::size_t>(image.info.split);
        ++statistics.imagesOfSplit[split];
        ++statistics.imagesOfState[static_cast<std::size_t>(image.info.state)];
        addTo(statistics.boxesPerImage, double(image.labels.size()));
        statistics.labels += image.labels.size();
        for (const Label &label : image.labels) {
            const qsizetype place = places.value(label.classId, 0);
            ClassStatistics &item = statistics.classes[place];
            ++item.labels[split];
            item.images += lastImage[place] != i ? 1 : 0;
            lastImage[place] = i;
            addBox(statistics, label.box, image.info.size);
        }
    }
    statistics.mostHeat = *std::max_element(statistics.heat.begin(), statistics.heat.end());
    return statistics;
}

} // namespace boxwright
