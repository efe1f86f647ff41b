// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/coco_summary.h"
#include "core/detect/detection_report.h"

#include <QStringList>

namespace boxwright::cli {

class Console;

/// All that `evaluate` measured.
struct Measurement
{
    QString metric;
    QStringList classes;
    EvaluationResult result;
    CocoSummary coco; ///< the twelve numbers, where the metric is COCO's
    DetectionReport report;
};

/// One JSON document: {"metric", "mAP", "per_class", "coco", "report"}. A number that does not exist is null.
QString measurementJson(const Measurement &measurement);

/// The same as tables for a person; curves excepted.
void printMeasurement(Console &console, const Measurement &measurement);

} // namespace boxwright::cli
