// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluation_output.h"

#include "app/cli/console.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)
};

using Json = nlohmann::ordered_json;

constexpr const char *kSizeWords[]{"small", "medium", "large"};

Json numberOrNull(double value)
{
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

Json sizesJson(const std::array<SizeReport, kObjectSizes.size()> &sizes)
{
    Json json = Json::object();
    for (std::size_t i = 0; i < sizes.size(); ++i)
        json[kSizeWords[i]] = {{"boxes", sizes[i].truth}, {"AP", numberOrNull(sizes[i].averagePrecision)}};
    return json;
}

Json classJson(const QString &name, const ClassReport &report)
{
    Json json{{"name", name.toStdString()}, {"boxes", report.truth}, {"detections", report.detections}};
    json["best"] = nullptr;
    if (!report.curve.empty())
        json["best"] = {{"confidence", report.best.confidence},
                        {"precision", report.best.precision},
                        {"recall", report.best.recall},
                        {"f1", report.best.f1}};
    json["sizes"] = sizesJson(report.sizes);
    json["curve"] = Json::array(); // [confidence, precision, recall]
    for (const OperatingPoint &point : report.curve)
        json["curve"].push_back({point.confidence, point.precision, point.recall});
    return json;
}

Json reportJson(const Measurement &measurement)
{
    Json json{{"classes", Json::array()}, {"sizes", sizesJson(measurement.report.sizes)}};
    Json names = Json::array();
    for (qsizetype i = 0; i < measurement.classes.size(); ++i) {
        json["classes"].push_back(classJson(measurement.classes[i], measurement.report.classes[std::size_t(i)]));
        names.push_back(measurement.classes[i].toStdString());
    }
    names.push_back(nullptr); // the background has no name of a class
    json["confusion"] = {{"classes", names}, {"rows_truth_columns_found", measurement.report.confusion}};
    return json;
}

QString fixed(double value)
{
    return std::isnan(value) ? QStringLiteral("   -  ") : QString::number(value, 'f', 4);
}

void printClasses(Console &console, const Measurement &measurement)
{
    console.print(Text::tr("    AP   boxes  best confidence  precision  recall      F1  class"));
    for (qsizetype i = 0; i < measurement.classes.size(); ++i) {
        const ClassReport &report = measurement.report.classes[std::size_t(i)];
        console.print(QStringLiteral("%1  %2  %3  %4  %5  %6  %7")
                          .arg(fixed(measurement.result.averagePrecision[std::size_t(i)]))
                          .arg(report.truth, 6)
                          .arg(report.curve.empty() ? QStringLiteral("-") : fixed(report.best.confidence), 15)
                          .arg(fixed(report.best.precision), 9)
                          .arg(fixed(report.best.recall), 6)
                          .arg(fixed(report.best.f1), 6)
                          .arg(measurement.classes[i]));
    }
    console.print(QStringLiteral("%1  mAP").arg(fixed(measurement.result.map)));
}

void printSizes(Console &console, const Measurement &measurement)
{
    const QString names[]{Text::tr("small, to 32 x 32 pixels"), Text::tr("medium, to 96 x 96 pixels"),
                          Text::tr("large")};
    console.print(QString());
    console.print(Text::tr("    AP   boxes  size"));
    for (std::size_t i = 0; i < kObjectSizes.size(); ++i)
        console.print(QStringLiteral("%1  %2  %3")
                          .arg(fixed(measurement.report.sizes[i].averagePrecision))
                          .arg(measurement.report.sizes[i].truth, 6)
                          .arg(names[i]));
}

/// Columns are numbered, since names are as long as people make them.
void printConfusion(Console &console, const Measurement &measurement)
{
    const auto &rows = measurement.report.confusion;
    const auto cell = [](const QString &text) { return QStringLiteral(" %1").arg(text, 6); };
    QString head;
    for (std::size_t column = 0; column + 1 < rows.size(); ++column)
        head += cell(QString::number(column + 1));
    console.print(QString());
    console.print(Text::tr("Taken for (rows: what it is; columns: what was found, at each class's best confidence)"));
    console.print(head + cell(Text::tr("none")));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QString line;
        for (const int count : rows[row])
            line += cell(QString::number(count));
        const bool isBackground = row + 1 == rows.size();
        console.print(line + (isBackground
                                  ? QStringLiteral("     ") + Text::tr("background")
                                  : QStringLiteral("  %1  %2").arg(row + 1).arg(measurement.classes[qsizetype(row)])));
    }
}

} // namespace

QString measurementJson(const Measurement &measurement)
{
    Json json{{"metric", measurement.metric.toStdString()},
              {"mAP", numberOrNull(measurement.result.map)},
              {"per_class", Json::object()}};
    for (qsizetype i = 0; i < measurement.classes.size(); ++i)
        json["per_class"][measurement.classes[i].toStdString()] =
            numberOrNull(measurement.result.averagePrecision[std::size_t(i)]);
    for (const auto &[name, value] : measurement.coco)
        json["coco"][name] = value < 0 ? Json(nullptr) : Json(value);
    json["report"] = reportJson(measurement);
    return QString::fromStdString(json.dump());
}

void printMeasurement(Console &console, const Measurement &measurement)
{
    printClasses(console, measurement);
    printSizes(console, measurement);
    if (!measurement.coco.empty())
        console.print(QString());
    for (const auto &[name, value] : measurement.coco)
        console.print(QStringLiteral("%1  %2").arg(fixed(value < 0 ? std::nan("") : value), QLatin1String(name)));
    printConfusion(console, measurement);
}

} // namespace boxwright::cli
