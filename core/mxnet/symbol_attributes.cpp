// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/symbol_attributes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SymbolAttributes)
};

using Element = std::optional<double>; ///< nullopt is None

// Whole numbers beyond this are not exact in a double; no dimension is as large.
constexpr double kMaxInteger = 9007199254740992.0;

/// One element of a tuple; an outer nullopt where it is neither a number nor None.
std::optional<Element> parseElement(QStringView text)
{
    QStringView element = text.trimmed();
    if (element == QLatin1String("None"))
        return Element();
    if (element.endsWith(u'L')) // Python 2's long integers
        element.chop(1);
    bool isNumber = false;
    const double value = element.toDouble(&isNumber);
    return isNumber ? std::optional<Element>(value) : std::nullopt;
}

/// "(3, 3)", "[3,3]", "(3,)", "()", "3"; nullopt for anything else.
std::optional<std::vector<Element>> parseTuple(QStringView text)
{
    text = text.trimmed();
    const bool isTuple = text.startsWith(u'(') && text.endsWith(u')');
    const bool isList = text.startsWith(u'[') && text.endsWith(u']');
    if ((isTuple || isList) && text.size() >= 2)
        text = text.sliced(1, text.size() - 2).trimmed();
    else if (text.isEmpty() || text.contains(u','))
        return std::nullopt;
    if (text.size() > 1 && text.endsWith(u','))
        text.chop(1);
    std::vector<Element> elements;
    if (text.isEmpty())
        return elements;
    for (const QStringView part : text.split(u',')) {
        const std::optional<Element> element = parseElement(part);
        if (!element)
            return std::nullopt;
        elements.push_back(*element);
    }
    return elements;
}

bool isInteger(Element element)
{
    return element && std::abs(*element) <= kMaxInteger && *element == std::floor(*element);
}

tl::unexpected<Error> notA(const QString &what, const QString &name, const QString &value)
{
    return failure(Text::tr("attribute %1 is \"%2\" and not %3").arg(name, value.left(60), what));
}

} // namespace

QString SymbolAttributes::text(const QString &name, const QString &fallback) const
{
    return m_values.value(name, fallback);
}

Result<bool> SymbolAttributes::flag(const QString &name, bool fallback) const
{
    const auto found = m_values.constFind(name);
    if (found == m_values.constEnd())
        return fallback;
    if (*found == QLatin1String("True") || *found == QLatin1String("true") || *found == QLatin1String("1"))
        return true;
    if (*found == QLatin1String("False") || *found == QLatin1String("false") || *found == QLatin1String("0"))
        return false;
    return notA(Text::tr("True or False"), name, *found);
}

Result<double> SymbolAttributes::number(const QString &name, double fallback) const
{
    const auto found = m_values.constFind(name);
    if (found == m_values.constEnd())
        return fallback;
    const std::optional<Element> element = parseElement(*found);
    if (!element || !*element)
        return notA(Text::tr("a number"), name, *found);
    return **element;
}

Result<qint64> SymbolAttributes::integer(const QString &name, qint64 fallback) const
{
    const auto found = m_values.constFind(name);
    if (found == m_values.constEnd())
        return fallback;
    const std::optional<Element> element = parseElement(*found);
    if (!element || !isInteger(*element))
        return notA(Text::tr("a whole number"), name, *found);
    return static_cast<qint64>(**element);
}

Result<std::vector<double>> SymbolAttributes::numbers(const QString &name, const std::vector<double> &fallback) const
{
    const auto found = m_values.constFind(name);
    if (found == m_values.constEnd())
        return fallback;
    const auto elements = parseTuple(*found);
    std::vector<double> values;
    for (const Element &element : elements.value_or(std::vector<Element>())) {
        if (!element)
            return notA(Text::tr("numbers"), name, *found);
        values.push_back(*element);
    }
    if (!elements)
        return notA(Text::tr("numbers"), name, *found);
    return values;
}

Result<std::vector<std::optional<qint64>>>
SymbolAttributes::optionalIntegers(const QString &name, const std::vector<std::optional<qint64>> &fallback) const
{
    const auto found = m_values.constFind(name);
    if (found == m_values.constEnd())
        return fallback;
    const auto elements = parseTuple(*found);
    if (!elements || !std::all_of(elements->begin(), elements->end(), [](Element e) { return !e || isInteger(e); }))
        return notA(Text::tr("whole numbers"), name, *found);
    std::vector<std::optional<qint64>> values;
    for (const Element &element : *elements)
        values.push_back(element ? std::optional(static_cast<qint64>(*element)) : std::nullopt);
    return values;
}

Result<std::vector<qint64>> SymbolAttributes::integers(const QString &name, const std::vector<qint64> &fallback) const
{
    if (!contains(name))
        return fallback;
    const auto elements = optionalIntegers(name, {});
    if (!elements)
        return failure(elements.error());
    std::vector<qint64> values;
    for (const std::optional<qint64> &element : *elements) {
        if (!element)
            return notA(Text::tr("whole numbers"), name, text(name));
        values.push_back(*element);
    }
    return values;
}

} // namespace boxwright
