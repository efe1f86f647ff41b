// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/record_list.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <array>
#include <charconv>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordList)
};

/// Numbers as they stand in messages must not flood them.
QString quoted(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 40)));
}

template<class Number>
bool parseNumber(QByteArrayView text, Number &number)
{
    const QByteArrayView trimmed = text.trimmed();
    const auto [end, error] = std::from_chars(trimmed.begin(), trimmed.end(), number);
    return error == std::errc() && end == trimmed.end() && !trimmed.isEmpty();
}

/// "1", "1.0" and "1.000000" are all in use for the index.
bool parseIndex(QByteArrayView text, quint64 &index)
{
    if (parseNumber(text, index))
        return true;
    double value = -1;
    if (!parseNumber(text, value) || value < 0 || value > 9e15 || value != std::floor(value))
        return false;
    index = static_cast<quint64>(value);
    return true;
}

QByteArray shortestText(float value)
{
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc() ? QByteArray(buffer.data(), end - buffer.data()) : QByteArray();
}

} // namespace

double shortestDecimal(float value)
{
    if (!std::isfinite(value))
        return static_cast<double>(value);
    const QByteArray text = shortestText(value);
    double decimal = static_cast<double>(value);
    std::from_chars(text.begin(), text.end(), decimal);
    return decimal;
}

Result<RecordListEntry> parseRecordListLine(QByteArrayView line, const QString &where)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const qsizetype firstTab = line.indexOf('\t');
    const qsizetype lastTab = line.lastIndexOf('\t');
    if (firstTab < 0)
        return failure(Text::tr("%1 has no tab: a line is index, label values and path, separated by tabs").arg(where));
    RecordListEntry entry;
    if (!parseIndex(line.first(firstTab), entry.index))
        return failure(Text::tr("%1: the index \"%2\" is no whole number").arg(where, quoted(line.first(firstTab))));
    QStringDecoder decoder(QStringDecoder::Utf8);
    entry.path = decoder(line.sliced(lastTab + 1));
    if (decoder.hasError() || entry.path.isEmpty())
        return failure(Text::tr("%1: the path is empty or not UTF-8").arg(where));
    for (qsizetype at = firstTab + 1; at <= lastTab;) {
        const qsizetype end = line.indexOf('\t', at);
        double value = 0;
        if (!parseNumber(line.sliced(at, end - at), value))
            return failure(Text::tr("%1: label value %2 is \"%3\" and no number")
                               .arg(where)
                               .arg(entry.labels.size() + 1)
                               .arg(quoted(line.sliced(at, end - at))));
        entry.labels.push_back(value);
        at = end + 1;
    }
    return entry;
}

Result<QByteArray> recordListLine(const RecordListEntry &entry)
{
    if (entry.path.contains(u'\t') || entry.path.contains(u'\n') || entry.path.contains(u'\r'))
        return failure(Text::tr("%1: a .lst file cannot carry a tab or a line end in a path").arg(entry.path));
    QByteArray line = QByteArray::number(entry.index);
    for (const double value : entry.labels) {
        line += '\t';
        line += shortestText(static_cast<float>(value));
    }
    return line + '\t' + entry.path.toUtf8() + '\n';
}

} // namespace boxwright
