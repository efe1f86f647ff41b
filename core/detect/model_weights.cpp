// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/model_weights.h"

#include "core/detect/model_info.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <map>

namespace boxwright {

namespace {

using Json = nlohmann::json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelWeights)
};

constexpr qint64 kLengthBytes = sizeof(quint64);
constexpr quint64 kMaxHeaderBytes = quint64{64} << 20;

std::optional<TensorType> typeOf(const Json &word)
{
    static const std::map<std::string, TensorType> types{{"F64", TensorType::Float64}, {"F32", TensorType::Float32},
                                                         {"F16", TensorType::Float16}, {"BF16", TensorType::BFloat16},
                                                         {"I64", TensorType::Int64},   {"I32", TensorType::Int32},
                                                         {"I16", TensorType::Int16},   {"I8", TensorType::Int8},
                                                         {"U8", TensorType::UInt8},    {"BOOL", TensorType::Bool}};
    const auto found = word.is_string() ? types.find(word.get<std::string>()) : types.end();
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

/// Whole numbers of a JSON list; nullopt where it is something else.
std::optional<std::vector<qint64>> numbersOf(const Json &list)
{
    if (!list.is_array())
        return std::nullopt;
    std::vector<qint64> numbers;
    for (const Json &number : list) {
        if (!number.is_number_integer() || number.get<qint64>() < 0)
            return std::nullopt;
        numbers.push_back(number.get<qint64>());
    }
    return numbers;
}

/// One entry of the header with its data; nullopt where the two do not fit.
std::optional<TensorView> viewOf(const std::string &name, const Json &entry, QByteArrayView data)
{
    if (!entry.is_object())
        return std::nullopt;
    const auto type = typeOf(entry.value("dtype", Json()));
    const auto shape = numbersOf(entry.value("shape", Json()));
    const auto offsets = numbersOf(entry.value("data_offsets", Json()));
    if (!type || !shape || !offsets || offsets->size() != 2)
        return std::nullopt;
    const std::optional<qint64> count = elementCount(*shape);
    const qint64 begin = (*offsets)[0];
    const qint64 end = (*offsets)[1];
    if (!count || begin > end || end > data.size() || *count * elementSize(*type) != end - begin)
        return std::nullopt;
    return TensorView{QString::fromStdString(name), *type, *shape, data.sliced(begin, end - begin)};
}

} // namespace

Result<ModelWeights> ModelWeights::open(const QString &modelFolder)
{
    const QString path = QDir(modelFolder).filePath(kModelWeightsFile);
    const QString shown = QDir::toNativeSeparators(path);
    ModelWeights weights;
    weights.m_file = std::make_shared<QFile>(path);
    if (!weights.m_file->open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(shown, weights.m_file->errorString()));
    const qint64 size = weights.m_file->size();
    const uchar *bytes = size > kLengthBytes ? weights.m_file->map(0, size) : nullptr;
    const quint64 headerBytes = bytes != nullptr ? qFromLittleEndian<quint64>(bytes) : 0;
    if (bytes == nullptr || headerBytes > kMaxHeaderBytes || qint64(headerBytes) > size - kLengthBytes)
        return failure(Text::tr("%1 is no safetensors file").arg(shown));
    const QByteArrayView file(bytes, size);
    const QByteArrayView header = file.sliced(kLengthBytes, qint64(headerBytes));
    const Json json = Json::parse(header.begin(), header.end(), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        return failure(Text::tr("%1 is no safetensors file").arg(shown));
    const QByteArrayView data = file.sliced(kLengthBytes + qint64(headerBytes));
    for (const auto &[name, entry] : json.items()) {
        if (name == "__metadata__")
            continue;
        std::optional<TensorView> view = viewOf(name, entry, data);
        if (!view)
            return failure(
                Text::tr("%1: the entry of %2 does not fit the file").arg(shown, QString::fromStdString(name)));
        weights.m_arrays.push_back(std::move(*view));
    }
    return weights;
}

const TensorView *ModelWeights::find(const QString &name) const
{
    const auto found =
        std::find_if(m_arrays.begin(), m_arrays.end(), [&](const TensorView &array) { return array.name == name; });
    return found == m_arrays.end() ? nullptr : &*found;
}

} // namespace boxwright
