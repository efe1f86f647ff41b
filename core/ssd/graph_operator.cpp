// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <stdexcept>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphOperator)
};

constexpr int64_t kMostElements = int64_t{1} << 28;

QHash<QString, GraphOperator> allOperators()
{
    QHash<QString, GraphOperator> table;
    for (const auto &list : {layerOperators(), poolingOperators(), normalizationOperators(), arithmeticOperators(),
                             reductionOperators(), shapeOperators(), sliceOperators(), detectionOperators()})
        for (const GraphOperator &one : list)
            table.insert(QLatin1String(one.name), one);
    return table;
}

} // namespace

void NodeAttributes::refuse(const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = why;
}

QString NodeAttributes::text(const char *name, const char *fallback) const
{
    return m_attributes.text(QLatin1String(name), QLatin1String(fallback));
}

bool NodeAttributes::flag(const char *name, bool fallback)
{
    const Result<bool> value = m_attributes.flag(QLatin1String(name), fallback);
    if (!value)
        refuse(value.error().message);
    return value.value_or(fallback);
}

int64_t NodeAttributes::integer(const char *name, int64_t fallback)
{
    const Result<qint64> value = m_attributes.integer(QLatin1String(name), fallback);
    if (!value)
        refuse(value.error().message);
    return value.value_or(fallback);
}

double NodeAttributes::number(const char *name, double fallback)
{
    const Result<double> value = m_attributes.number(QLatin1String(name), fallback);
    if (!value)
        refuse(value.error().message);
    return value.value_or(fallback);
}

std::vector<int64_t> NodeAttributes::integers(const char *name, const std::vector<int64_t> &fallback)
{
    const Result<std::vector<qint64>> value = m_attributes.integers(QLatin1String(name), {});
    if (!value)
        refuse(value.error().message);
    if (!value || !contains(name))
        return fallback;
    return {value->begin(), value->end()};
}

std::vector<double> NodeAttributes::numbers(const char *name, const std::vector<double> &fallback)
{
    const Result<std::vector<double>> value = m_attributes.numbers(QLatin1String(name), fallback);
    if (!value)
        refuse(value.error().message);
    return value.value_or(fallback);
}

std::vector<std::optional<int64_t>> NodeAttributes::optionalIntegers(const char *name)
{
    const auto value = m_attributes.optionalIntegers(QLatin1String(name), {});
    if (!value) {
        refuse(value.error().message);
        return {};
    }
    return {value->begin(), value->end()};
}

std::array<int64_t, 2> NodeAttributes::pair(const char *name, int64_t fallback, std::array<int64_t, 2> bounds)
{
    const std::vector<int64_t> values = integers(name, {fallback, fallback});
    if (values.empty()) // "()" is how MXNet writes a tuple that nobody set
        return {fallback, fallback};
    const bool isInside =
        std::all_of(values.begin(), values.end(), [&](int64_t v) { return v >= bounds[0] && v <= bounds[1]; });
    if (values.size() == 2 && isInside)
        return {values[0], values[1]};
    refuse(Text::tr("attribute %1 is \"%2\" and not two numbers from %3 to %4")
               .arg(QLatin1String(name), text(name).left(60))
               .arg(bounds[0])
               .arg(bounds[1]));
    return {fallback, fallback};
}

const GraphOperator *findGraphOperator(const QString &name)
{
    static const QHash<QString, GraphOperator> table = allOperators();
    const auto found = table.constFind(name);
    return found == table.constEnd() ? nullptr : &*found;
}

void refuseNode(const QString &reason)
{
    throw std::runtime_error(reason.toStdString());
}

void needDimensions(const torch::Tensor &value, int64_t dimensions)
{
    if (value.dim() != dimensions)
        refuseNode(Text::tr("%1 dimensions are needed, there are %2").arg(dimensions).arg(value.dim()));
}

void needRoom(at::IntArrayRef shape)
{
    int64_t elements = 1;
    for (const int64_t extent : shape) {
        if (extent < 0 || (extent > 0 && elements > kMostElements / extent))
            refuseNode(Text::tr("the result would have more than %1 numbers").arg(kMostElements));
        elements *= extent;
    }
}

int64_t axisOf(const torch::Tensor &value, int64_t axis)
{
    const int64_t counted = axis < 0 ? axis + value.dim() : axis;
    if (counted < 0 || counted >= value.dim())
        refuseNode(Text::tr("there is no axis %1 in %2 dimensions").arg(axis).arg(value.dim()));
    return counted;
}

} // namespace boxwright::ssd
