// SPDX-License-Identifier: GPL-3.0-or-later
// Where reference data lie, and their number format.
#pragma once

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>

#include <cmath>
#include <limits>

namespace boxwright {

/// The folder of reference data; it may be absent.
inline QDir referenceFolder()
{
    const QString source = qEnvironmentVariable("BOXWRIGHT_SOURCE", QStringLiteral("."));
    return {qEnvironmentVariable("BOXWRIGHT_REFERENCE", source + QStringLiteral("/../shared/reference"))};
}

/// Null where the file is absent.
inline nlohmann::json readReference(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.readAll();
    return nlohmann::json::parse(content.begin(), content.end());
}

/// A number, or one of the strings nan, inf, -inf.
inline double referenceDouble(const nlohmann::json &value)
{
    if (value.is_number())
        return value.get<double>();
    const auto text = value.get<std::string>();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return text == "nan" ? std::nan("") : text == "inf" ? infinity : -infinity;
}

inline float referenceFloat(const nlohmann::json &value)
{
    return static_cast<float>(referenceDouble(value));
}

} // namespace boxwright
