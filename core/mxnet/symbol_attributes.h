// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>

#include <optional>
#include <vector>

namespace boxwright {

/// The attributes of a graph's node: names with values spelled as Python literals ("(3, 3)", "True", "2e-05", "None").
/// A plain value, ordered by name as MXNet writes them. The typed readers give `fallback` where the attribute is
/// absent, and fail with its name and value where it is something else; what Python 2 wrote ("3L") is understood.
class SymbolAttributes
{
public:
    [[nodiscard]] const QMap<QString, QString> &all() const { return m_values; }
    [[nodiscard]] bool contains(const QString &name) const { return m_values.contains(name); }
    void set(const QString &name, const QString &value) { m_values.insert(name, value); }

    [[nodiscard]] QString text(const QString &name, const QString &fallback = {}) const;
    /// "True", "true", "1" and their opposites.
    Result<bool> flag(const QString &name, bool fallback) const;
    Result<qint64> integer(const QString &name, qint64 fallback) const;
    Result<double> number(const QString &name, double fallback) const;
    /// Tuples and lists; a single number is a tuple of one.
    Result<std::vector<qint64>> integers(const QString &name, const std::vector<qint64> &fallback) const;
    Result<std::vector<double>> numbers(const QString &name, const std::vector<double> &fallback) const;
    /// As integers(), where elements may be None ("begin" of slice).
    Result<std::vector<std::optional<qint64>>>
    optionalIntegers(const QString &name, const std::vector<std::optional<qint64>> &fallback) const;

    bool operator==(const SymbolAttributes &) const = default;

private:
    QMap<QString, QString> m_values;
};

} // namespace boxwright
