// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_extra.h"

#include "core/mxnet/record_list.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace boxwright {

namespace {

constexpr qsizetype kMaxValues = 1000;          ///< as DetectionLabels allows in headers and objects
constexpr quint64 kMaxExact = quint64{1} << 53; ///< JSON numbers are doubles

QJsonValue kept(const QString &extra)
{
    return QJsonDocument::fromJson(extra.toUtf8()).object().value(QLatin1String("recordio"));
}

QString wrapped(const QJsonValue &value)
{
    const QJsonObject object{{QStringLiteral("recordio"), value}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<quint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    return number >= 0 && number <= static_cast<double>(kMaxExact) ? std::optional(static_cast<quint64>(number))
                                                                   : std::nullopt;
}

std::vector<float> floats(const QJsonArray &array)
{
    std::vector<float> values;
    for (qsizetype i = 0; i < array.size() && i < kMaxValues; ++i)
        values.push_back(static_cast<float>(array[i].toDouble()));
    return values;
}

QJsonArray numbers(const std::vector<float> &values)
{
    QJsonArray array;
    for (const float value : values)
        array.append(shortestDecimal(value));
    return array;
}

} // namespace

RecordIoExtra parseRecordIoExtra(const QString &extra)
{
    RecordIoExtra result;
    const QJsonObject object = kept(extra).toObject();
    result.id = wholeNumber(object.value(QLatin1String("id")));
    result.id2 = wholeNumber(object.value(QLatin1String("id2"))).value_or(0);
    result.label = static_cast<float>(object.value(QLatin1String("label")).toDouble());
    result.header = floats(object.value(QLatin1String("header")).toArray());
    result.width = std::max(0, object.value(QLatin1String("width")).toInt());
    return result;
}

QString toText(const RecordIoExtra &extra)
{
    QJsonObject object;
    if (extra.id && *extra.id <= kMaxExact)
        object.insert(QLatin1String("id"), static_cast<double>(*extra.id));
    if (extra.id2 > 0 && extra.id2 <= kMaxExact)
        object.insert(QLatin1String("id2"), static_cast<double>(extra.id2));
    if (extra.label != 0)
        object.insert(QLatin1String("label"), shortestDecimal(extra.label));
    if (!extra.header.empty())
        object.insert(QLatin1String("header"), numbers(extra.header));
    if (extra.width > 0)
        object.insert(QLatin1String("width"), extra.width);
    return object.isEmpty() ? QString() : wrapped(object);
}

std::vector<float> parseObjectTail(const QString &extra)
{
    return extra.isEmpty() ? std::vector<float>() : floats(kept(extra).toArray());
}

QString objectTailText(const std::vector<float> &tail)
{
    return tail.empty() ? QString() : wrapped(numbers(tail));
}

} // namespace boxwright
