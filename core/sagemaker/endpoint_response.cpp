// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/endpoint_response.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <cmath>
#include <optional>

namespace boxwright {

namespace {

using Json = nlohmann::json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EndpointResponse)
};

constexpr size_t kMaxBoxes = 1'000'000;
constexpr double kMaxClass = 1e6;

tl::unexpected<Error> badRow(const QString &place, const Json &value)
{
    constexpr qsizetype kShown = 80;
    return failure(Text::tr("%1 is %2").arg(place, QString::fromStdString(value.dump()).left(kShown)));
}

/// A class number; nullopt where it is none, -1 for a row that does not count.
std::optional<int> classNumber(const Json &value)
{
    if (!value.is_number())
        return std::nullopt;
    const double number = value.get<double>();
    const bool isClass = number >= -1 && number <= kMaxClass && number == std::floor(number);
    return isClass ? std::optional(int(number)) : std::nullopt;
}

/// Whether all are numbers, and finite ones.
bool areNumbers(const Json &values)
{
    for (const Json &value : values)
        if (!value.is_number() || !std::isfinite(value.get<double>()))
            return false;
    return true;
}

Result<EndpointResponse> readPredictions(const Json &rows)
{
    EndpointResponse response;
    for (size_t i = 0; i < rows.size(); ++i) {
        const Json &row = rows[i];
        const QString place = QStringLiteral("prediction[%1]").arg(i);
        if (!row.is_array() || row.size() != 6 || !areNumbers(row))
            return badRow(place, row);
        const std::optional<int> number = classNumber(row[0]);
        if (!number)
            return badRow(place + QStringLiteral("[0]"), row[0]);
        if (*number >= 0)
            response.boxes.push_back(
                {*number,
                 row[1].get<double>(),
                 {row[2].get<double>(), row[3].get<double>(), row[4].get<double>(), row[5].get<double>()}});
    }
    return response;
}

/// The members in this order; nullopt where one is missing or no number.
std::optional<std::array<double, 6>> membersOf(const Json &entry)
{
    std::array<double, 6> values{};
    size_t i = 0;
    for (const char *name : {"class_id", "score", "left", "top", "width", "height"}) {
        const Json value = entry.is_object() ? entry.value(name, Json()) : Json();
        if (!value.is_number() || !std::isfinite(value.get<double>()))
            return std::nullopt;
        values[i++] = value.get<double>();
    }
    return values;
}

Result<EndpointResponse> readAnnotations(const Json &entries, const Json &sizes)
{
    EndpointResponse response;
    response.isRelative = false;
    if (sizes.is_array() && !sizes.empty() && sizes[0].is_object()) {
        const Json width = sizes[0].value("width", Json());
        const Json height = sizes[0].value("height", Json());
        constexpr qint64 kMaxSide = 1 << 24;
        if (width.is_number_unsigned() && height.is_number_unsigned() && width.get<qint64>() <= kMaxSide &&
            height.get<qint64>() <= kMaxSide)
            response.size = QSize(width.get<int>(), height.get<int>());
    }
    for (size_t i = 0; i < entries.size(); ++i) {
        const QString place = QStringLiteral("annotations[%1]").arg(i);
        const auto values = membersOf(entries[i]);
        const std::optional<int> number = values ? classNumber(entries[i]["class_id"]) : std::nullopt;
        if (!number)
            return badRow(place, entries[i]);
        const auto &[id, score, left, top, width, height] = *values;
        if (*number >= 0)
            response.boxes.push_back({*number, score, {left, top, left + width, top + height}});
    }
    return response;
}

} // namespace

Result<EndpointResponse> parseEndpointResponse(const QByteArray &json)
{
    const Json document = Json::parse(json.begin(), json.end(), nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return failure(Text::tr("it is not valid JSON"));
    const Json prediction = document.is_object() ? document.value("prediction", Json()) : Json();
    const Json annotations = document.is_object() ? document.value("annotations", Json()) : Json();
    const Json &list = prediction.is_array() ? prediction : annotations;
    if (!list.is_array())
        return failure(Text::tr("it holds neither a list \"prediction\" nor a list \"annotations\""));
    if (list.size() > kMaxBoxes)
        return failure(Text::tr("it holds more than %1 boxes").arg(kMaxBoxes));
    return prediction.is_array() ? readPredictions(prediction)
                                 : readAnnotations(annotations, document.value("image_size", Json()));
}

} // namespace boxwright
