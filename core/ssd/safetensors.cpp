// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/safetensors.h"

#include "core/base/file_io.h"
#include "core/ssd/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Safetensors)
};

/// The reference implementation's own limit on the header.
constexpr quint64 kMaxHeaderBytes = 100'000'000;

struct ElementType
{
    const char *name;
    torch::ScalarType type;
};
constexpr std::array<ElementType, 10> kElementTypes{{{"F64", torch::kFloat64},
                                                     {"F32", torch::kFloat32},
                                                     {"F16", torch::kFloat16},
                                                     {"BF16", torch::kBFloat16},
                                                     {"I64", torch::kInt64},
                                                     {"I32", torch::kInt32},
                                                     {"I16", torch::kInt16},
                                                     {"I8", torch::kInt8},
                                                     {"U8", torch::kUInt8},
                                                     {"BOOL", torch::kBool}}};

torch::ScalarType typeOf(const QString &dtype)
{
    for (const ElementType &element : kElementTypes)
        if (dtype == QLatin1String(element.name))
            return element.type;
    return torch::kFloat32; // not reached: the header refuses other names
}

const char *nameOf(torch::ScalarType type)
{
    for (const ElementType &element : kElementTypes)
        if (type == element.type)
            return element.name;
    return nullptr;
}

auto badFile(const QString &file, const QString &reason)
{
    return failure(Text::tr("%1 is not a usable safetensors file: %2").arg(QDir::toNativeSeparators(file), reason));
}

/// Header as JSON text, padded with spaces so that the data begin at a multiple of eight bytes.
QByteArray headerOf(const NamedTensors &tensors, const QMap<QString, QString> &metadata)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
        header["__metadata__"][entry.key().toStdString()] = entry.value().toStdString();
    int64_t offset = 0;
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        const torch::Tensor &tensor = entry.value();
        auto &field = header[entry.key().toStdString()];
        field["dtype"] = nameOf(tensor.scalar_type());
        field["shape"] = tensor.sizes().vec();
        field["data_offsets"] = {offset, offset + int64_t(tensor.nbytes())};
        offset += int64_t(tensor.nbytes());
    }
    QByteArray text = QByteArray::fromStdString(header.dump());
    return text.append((8 - text.size() % 8) % 8, ' ');
}

} // namespace

Result<SafetensorsFile> readSafetensorsFile(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(file), input.errorString()));
    const quint64 size = quint64(input.size());
    quint64 headerBytes = 0;
    if (input.read(reinterpret_cast<char *>(&headerBytes), sizeof headerBytes) != qint64(sizeof headerBytes))
        return badFile(file, Text::tr("it has only %1 bytes").arg(size));
    headerBytes = qFromLittleEndian(headerBytes);
    if (headerBytes > kMaxHeaderBytes || headerBytes > size - sizeof headerBytes)
        return badFile(file,
                       Text::tr("its header should be %1 bytes long, the file has %2").arg(headerBytes).arg(size));
    const QByteArray header = input.read(qint64(headerBytes));
    if (quint64(header.size()) != headerBytes)
        return badFile(file, input.errorString());
    const qint64 dataStart = qint64(sizeof headerBytes + headerBytes);
    const auto entries = parseSafetensorsHeader(header, qint64(size) - dataStart);
    if (!entries)
        return badFile(file, entries.error().message);

    // Read straight into the tensors, in the order of the file: one copy as with a mapping, without the crash of a
    // mapping whose file gets shorter meanwhile.
    SafetensorsFile content{{}, parseSafetensorsMetadata(header)};
    for (const SafetensorsEntry &entry : *entries) {
        torch::Tensor tensor = torch::empty(entry.shape, typeOf(entry.dtype));
        const qint64 bytes = entry.end - entry.begin;
        if (!input.seek(dataStart + entry.begin) || input.read(static_cast<char *>(tensor.data_ptr()), bytes) != bytes)
            return badFile(file, Text::tr("tensor \"%1\" could not be read").arg(entry.name));
        content.tensors.insert(entry.name, tensor);
    }
    return content;
}

Result<NamedTensors> readSafetensors(const QString &file)
{
    Result<SafetensorsFile> content = readSafetensorsFile(file);
    if (!content)
        return failure(content.error());
    return std::move(content->tensors);
}

Result<> writeSafetensors(const QString &file, const NamedTensors &tensors, const QMap<QString, QString> &metadata)
{
    NamedTensors plain;
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        const torch::Tensor tensor = entry.value().detach().cpu().contiguous();
        if (nameOf(tensor.scalar_type()) == nullptr)
            return failure(
                Text::tr("Tensor \"%1\" has an element type that safetensors files cannot hold").arg(entry.key()));
        plain.insert(entry.key(), tensor);
    }
    const QByteArray header = headerOf(plain, metadata);
    const quint64 headerBytes = qToLittleEndian(quint64(header.size()));
    QByteArray content(reinterpret_cast<const char *>(&headerBytes), sizeof headerBytes);
    content += header;
    for (const torch::Tensor &tensor : std::as_const(plain))
        content.append(static_cast<const char *>(tensor.data_ptr()), qsizetype(tensor.nbytes()));
    return writeFile(file, content);
}

} // namespace boxwright::ssd
