// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/params_writer.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ParamsWriter)
};

constexpr quint64 kListMagic = 0x112;
constexpr quint32 kMagicV2 = 0xf993fac9;
constexpr qint32 kDense = 0;
constexpr qint32 kCpu = 1;

template<class Number>
void append(QByteArray &bytes, Number number)
{
    std::array<char, sizeof(Number)> raw{};
    qToLittleEndian(number, raw.data());
    bytes.append(raw.data(), raw.size());
}

QByteArray arrayHeader(const TensorView &tensor)
{
    QByteArray bytes;
    append(bytes, kMagicV2);
    append(bytes, kDense);
    append(bytes, static_cast<quint32>(tensor.shape.size()));
    for (const qint64 dimension : tensor.shape)
        append(bytes, dimension);
    if (tensor.shape.empty())
        return bytes;
    append(bytes, kCpu);
    append(bytes, qint32{0}); // device number
    append(bytes, static_cast<qint32>(tensor.type));
    return bytes;
}

Result<> checkTensor(const TensorView &tensor, const QString &name)
{
    if (tensor.isNone())
        return {};
    const std::optional<qint64> count = elementCount(tensor.shape);
    if (tensor.shape.empty() || !count || *count == 0)
        return failure(Text::tr("%1: MXNet's V2 files cannot hold the array %2 of shape %3")
                           .arg(name, tensor.name, shapeText(tensor.shape)));
    if (*count * elementSize(tensor.type) != tensor.bytes.size())
        return failure(Text::tr("%1: the array %2 of shape %3 has %4 bytes")
                           .arg(name, tensor.name, shapeText(tensor.shape))
                           .arg(tensor.bytes.size()));
    return {};
}

bool put(QIODevice &device, QByteArrayView bytes)
{
    return device.write(bytes.data(), bytes.size()) == bytes.size();
}

bool putNames(QIODevice &device, std::span<const TensorView> tensors)
{
    const bool hasNames =
        std::any_of(tensors.begin(), tensors.end(), [](const TensorView &tensor) { return !tensor.name.isEmpty(); });
    QByteArray bytes;
    append(bytes, static_cast<quint64>(hasNames ? tensors.size() : 0));
    for (const TensorView &tensor : tensors.first(hasNames ? tensors.size() : 0)) {
        const QByteArray name = tensor.name.toUtf8();
        append(bytes, static_cast<quint64>(name.size()));
        bytes += name;
    }
    return put(device, bytes);
}

} // namespace

Result<> writeParams(QIODevice &device, std::span<const TensorView> tensors, const QString &name)
{
    for (const TensorView &tensor : tensors) {
        if (Result<> checked = checkTensor(tensor, name); !checked)
            return checked;
    }
    QByteArray head;
    append(head, kListMagic);
    append(head, quint64{0});
    append(head, static_cast<quint64>(tensors.size()));
    bool isWritten = put(device, head);
    for (const TensorView &tensor : tensors)
        isWritten = isWritten && put(device, arrayHeader(tensor)) && put(device, tensor.bytes);
    if (!isWritten || !putNames(device, tensors))
        return failure(Text::tr("%1 could not be written: %2").arg(name, device.errorString()));
    return {};
}

} // namespace boxwright
