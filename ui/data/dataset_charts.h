// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/dataset_statistics.h"
#include "ui/charts/chart_painting.h"

namespace boxwright {

/// The charts of the Data page, in their order: classes, splits, boxes per image, sizes, shapes, positions.
QList<ChartContent> datasetCharts(const DatasetStatistics &statistics);

} // namespace boxwright
