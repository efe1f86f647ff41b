// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/dataset_charts.h"

#include <QCoreApplication>
#include <QLocale>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatasetCharts)
};

QStringList splitNames()
{
    return {Text::tr("training"), Text::tr("validation"), Text::tr("test"), Text::tr("no split")};
}

/// By Split (none first) to the order of splitNames().
QList<qint64> inOrder(const std::array<qint64, 4> &bySplit)
{
    return {bySplit[1], bySplit[2], bySplit[3], bySplit[0]};
}

ChartContent classChart(const DatasetStatistics &statistics)
{
    ChartContent chart;
    chart.title = Text::tr("Labels of each class");
    for (const ClassStatistics &item : statistics.classes)
        chart.bars.append({item.name, {item.total()}, item.color});
    return chart;
}

ChartContent splitChart(const DatasetStatistics &statistics)
{
    ChartContent chart;
    chart.title = Text::tr("Balance of the splits");
    chart.legend = splitNames();
    chart.bars.append({Text::tr("images"), inOrder(statistics.imagesOfSplit), {}});
    for (const ClassStatistics &item : statistics.classes)
        chart.bars.append({item.name, inOrder(item.labels), {}});
    return chart;
}

ChartContent columns(const QString &title, const QString &axis, const QList<HistogramBin> &bins)
{
    ChartContent chart;
    chart.kind = ChartContent::Kind::Columns;
    chart.title = title;
    chart.axis = axis;
    const QLocale locale;
    for (const HistogramBin &bin : bins)
        chart.bars.append({locale.toString(bin.from, 'g', 2), {bin.count}, {}});
    return chart;
}

ChartContent heatChart(const DatasetStatistics &statistics)
{
    ChartContent chart;
    chart.kind = ChartContent::Kind::Heat;
    chart.title = Text::tr("Where boxes lie");
    chart.axis =
        Text::tr("all images laid over each other; at the brightest place %n boxes", nullptr, int(statistics.mostHeat));
    chart.gridEdge = DatasetStatistics::kHeatEdge;
    chart.grid = QList<qint64>(statistics.heat.begin(), statistics.heat.end());
    return chart;
}

} // namespace

QList<ChartContent> datasetCharts(const DatasetStatistics &statistics)
{
    return {classChart(statistics),
            splitChart(statistics),
            columns(Text::tr("Boxes per image"), Text::tr("boxes; the last column holds all above"),
                    statistics.boxesPerImage),
            columns(Text::tr("Sizes"), Text::tr("edge of a square of the same area, in percent of the image's"),
                    statistics.sizes),
            columns(Text::tr("Shapes"), Text::tr("width / height"), statistics.aspects),
            heatChart(statistics)};
}

} // namespace boxwright
