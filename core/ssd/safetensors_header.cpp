// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <set>

namespace boxwright::ssd {

namespace {

using Json = nlohmann::json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Safetensors)
};

constexpr size_t kMaxDimensions = 16;

/// A parse callback that remembers the first key that comes twice on the top level: the parser itself keeps the last.
class DuplicateWatch
{
public:
    bool operator()(int depth, Json::parse_event_t event, const Json &value)
    {
        if (event == Json::parse_event_t::key && depth == 1 && !m_seen.insert(value.get<std::string>()).second)
            m_duplicate = QString::fromStdString(value.get<std::string>());
        return true;
    }
    [[nodiscard]] const QString &duplicate() const { return m_duplicate; }

private:
    std::set<std::string> m_seen;
    QString m_duplicate;
};

bool isCount(const Json &value)
{
    return value.is_number_unsigned() && value.get<uint64_t>() <= uint64_t(INT64_MAX);
}

/// Bytes of the whole tensor; -1 where they, or the strides of an empty one, leave 64 bits.
int64_t tensorBytes(const std::vector<int64_t> &shape, int64_t elementSize)
{
    int64_t spread = elementSize; // as if no extent were 0
    bool isEmpty = false;
    for (const int64_t extent : shape) {
        isEmpty = isEmpty || extent == 0;
        if (spread > INT64_MAX / std::max<int64_t>(extent, 1))
            return -1;
        spread *= std::max<int64_t>(extent, 1);
    }
    return isEmpty ? 0 : spread;
}

Result<SafetensorsEntry> parseEntry(const QString &name, const Json &value, int64_t dataBytes)
{
    if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") || !value.contains("data_offsets"))
        return failure(Text::tr("tensor \"%1\" has no dtype, shape and data_offsets").arg(name));
    SafetensorsEntry entry;
    entry.name = name;
    entry.dtype = value["dtype"].is_string() ? QString::fromStdString(value["dtype"].get<std::string>()) : QString();
    const int64_t elementSize = safetensorsElementSize(entry.dtype);
    if (elementSize == 0)
        return failure(Text::tr("tensor \"%1\" has the unknown element type \"%2\"").arg(name, entry.dtype));
    const Json &shape = value["shape"];
    if (!shape.is_array() || shape.size() > kMaxDimensions || !std::all_of(shape.begin(), shape.end(), isCount))
        return failure(Text::tr("tensor \"%1\" has a shape that is no list of counts").arg(name));
    entry.shape = shape.get<std::vector<int64_t>>();
    const Json &offsets = value["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2 || !std::all_of(offsets.begin(), offsets.end(), isCount))
        return failure(Text::tr("tensor \"%1\" has data_offsets that are not two counts").arg(name));
    entry.begin = offsets[0].get<int64_t>();
    entry.end = offsets[1].get<int64_t>();
    if (entry.begin > entry.end || entry.end > dataBytes)
        return failure(Text::tr("tensor \"%1\" lies at bytes %2 to %3, but there are %4 bytes of data")
                           .arg(name)
                           .arg(entry.begin)
                           .arg(entry.end)
                           .arg(dataBytes));
    const int64_t bytes = tensorBytes(entry.shape, elementSize);
    if (bytes != entry.end - entry.begin)
        return failure(Text::tr("tensor \"%1\" takes %2 bytes, but its shape and type %3 say otherwise")
                           .arg(name)
                           .arg(entry.end - entry.begin)
                           .arg(entry.dtype));
    return entry;
}

Result<> refuseOverlaps(std::vector<SafetensorsEntry> &entries)
{
    std::sort(entries.begin(), entries.end(), [](const SafetensorsEntry &a, const SafetensorsEntry &b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    for (size_t i = 1; i < entries.size(); ++i)
        if (entries[i].begin < entries[i - 1].end)
            return failure(Text::tr("tensors \"%1\" and \"%2\" overlap").arg(entries[i - 1].name, entries[i].name));
    return {};
}

} // namespace

int64_t safetensorsElementSize(const QString &dtype)
{
    static const QMap<QString, int64_t> sizes{
        {QStringLiteral("F64"), 8}, {QStringLiteral("F32"), 4}, {QStringLiteral("F16"), 2}, {QStringLiteral("BF16"), 2},
        {QStringLiteral("I64"), 8}, {QStringLiteral("I32"), 4}, {QStringLiteral("I16"), 2}, {QStringLiteral("I8"), 1},
        {QStringLiteral("U8"), 1},  {QStringLiteral("BOOL"), 1}};
    return sizes.value(dtype, 0);
}

Result<std::vector<SafetensorsEntry>> parseSafetensorsHeader(const QByteArray &header, int64_t dataBytes)
{
    DuplicateWatch watch;
    const Json json = Json::parse(header.begin(), header.end(), std::ref(watch), /*allow_exceptions=*/false);
    if (!json.is_object())
        return failure(Text::tr("its header is not a JSON object"));
    if (!watch.duplicate().isEmpty())
        return failure(Text::tr("tensor \"%1\" comes twice").arg(watch.duplicate()));
    std::vector<SafetensorsEntry> entries;
    for (const auto &[key, value] : json.items()) {
        if (key == "__metadata__")
            continue;
        Result<SafetensorsEntry> entry = parseEntry(QString::fromStdString(key), value, dataBytes);
        if (!entry)
            return failure(entry.error());
        entries.push_back(std::move(*entry));
    }
    if (const Result<> checked = refuseOverlaps(entries); !checked)
        return failure(checked.error());
    return entries;
}

QMap<QString, QString> parseSafetensorsMetadata(const QByteArray &header)
{
    const Json json = Json::parse(header.begin(), header.end(), nullptr, /*allow_exceptions=*/false);
    const Json metadata = json.is_object() ? json.value("__metadata__", Json()) : Json();
    QMap<QString, QString> texts;
    for (const auto &[key, value] : metadata.items()) {
        if (value.is_string())
            texts.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
    }
    return texts;
}

} // namespace boxwright::ssd
