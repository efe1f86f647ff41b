// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/params_reader.h"

#include "core/mxnet/byte_reader.h"
#include "core/mxnet/sparse_array.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ParamsReader)
};

constexpr quint64 kListMagic = 0x112; // src/ndarray/ndarray.cc, kMXAPINDArrayListMagic
constexpr quint32 kMagicV1 = 0xf993fac8;
constexpr quint32 kMagicV2 = 0xf993fac9;
constexpr quint32 kMagicV3 = 0xf993faca;

// Sanity, far above any real file.
constexpr quint64 kMaxArrays = quint64{1} << 17;
constexpr quint32 kMaxDimensions = 32;
constexpr qint64 kMaxDenseBytes = qint64{64} << 20;

/// Reads one file from front to end.
class Reader
{
public:
    Reader(QByteArrayView bytes, const QString &name)
        : m_in(bytes)
        , m_name(name)
    {
    }

    Result<ParamsContent> run();

private:
    enum class Dims
    {
        Bits32,
        Bits64
    };

    Result<quint64> readCount();
    Result<TensorView> readArray();
    Result<TensorView> readLegacyArray(quint32 firstWord);
    Result<TensorView> readModernArray(bool isNumpy);
    Result<TensorView> readDenseRest(std::vector<qint64> shape);
    Result<std::vector<qint64>> readShape(Dims dims, quint32 dimensions);
    Result<std::vector<qint64>> readShape();
    Result<TensorType> readType();
    Result<> skipContext();
    Result<QByteArrayView> readData(const std::vector<qint64> &shape, TensorType type);
    Result<TensorView> readSparseRest(StorageType storage, std::vector<qint64> stored, std::vector<qint64> shape);
    Result<TensorView> keepDense(const SparseArray &array);
    Result<> readNames();

    [[nodiscard]] tl::unexpected<Error> endsEarly() const;
    [[nodiscard]] tl::unexpected<Error> brokenArray(const QString &why) const;

    ByteReader m_in;
    QString m_name;
    ParamsContent m_content;
    qint64 m_denseBytes = 0;
    qint64 m_arrayStart = 0;
};

tl::unexpected<Error> Reader::endsEarly() const
{
    return failure(Text::tr("%1 ends too early: byte %2, array %3")
                       .arg(m_name)
                       .arg(m_in.position())
                       .arg(m_content.tensors.size()));
}

tl::unexpected<Error> Reader::brokenArray(const QString &why) const
{
    return failure(
        Text::tr("%1: array %2 at byte %3: %4").arg(m_name).arg(m_content.tensors.size()).arg(m_arrayStart).arg(why));
}

Result<ParamsContent> Reader::run()
{
    const std::optional<quint64> magic = m_in.number<quint64>();
    if (magic != kListMagic || !m_in.number<quint64>())
        return failure(Text::tr("%1 is no MXNet parameter file: it must start with the bytes 12 01 00 00").arg(m_name));
    const Result<quint64> count = readCount();
    if (!count)
        return failure(count.error());
    for (quint64 i = 0; i < *count; ++i) {
        Result<TensorView> tensor = readArray();
        if (!tensor)
            return failure(tensor.error());
        m_content.tensors.push_back(std::move(*tensor));
    }
    if (Result<> named = readNames(); !named)
        return failure(named.error());
    return std::move(m_content);
}

Result<quint64> Reader::readCount()
{
    const std::optional<quint64> count = m_in.number<quint64>();
    if (!count)
        return endsEarly();
    if (*count > kMaxArrays || *count > quint64(m_in.left()) / sizeof(quint32))
        return failure(Text::tr("%1 claims %2 entries in %3 bytes").arg(m_name).arg(*count).arg(m_in.left()));
    return *count;
}

Result<TensorView> Reader::readArray()
{
    m_arrayStart = m_in.position();
    const std::optional<quint32> word = m_in.number<quint32>();
    if (!word)
        return endsEarly();
    if (*word == kMagicV2 || *word == kMagicV3)
        return readModernArray(*word == kMagicV3);
    return readLegacyArray(*word);
}

/// V1 and V0: no storage type. V0 has no magic: its first word is the number of dimensions.
Result<TensorView> Reader::readLegacyArray(quint32 firstWord)
{
    Result<std::vector<qint64>> shape = firstWord == kMagicV1 ? readShape() : readShape(Dims::Bits32, firstWord);
    if (!shape)
        return failure(shape.error());
    return shape->empty() ? TensorView() : readDenseRest(std::move(*shape));
}

/// V2 and V3 start with the storage type. V3 (NumPy shapes) knows scalars and, as -1, what is unknown.
Result<TensorView> Reader::readModernArray(bool isNumpy)
{
    const std::optional<qint32> storage = m_in.number<qint32>();
    if (!storage)
        return endsEarly();
    const bool isSparse = *storage == qint32(StorageType::RowSparse) || *storage == qint32(StorageType::Csr);
    const bool isDense = *storage == qint32(StorageType::Dense) || *storage == qint32(StorageType::Undefined);
    if (!isDense && (!isSparse || isNumpy))
        return brokenArray(Text::tr("storage type %1 is unknown").arg(*storage));
    Result<std::vector<qint64>> stored = isSparse ? readShape() : std::vector<qint64>();
    if (!stored)
        return failure(stored.error());
    const std::optional<qint32> dimensions = m_in.number<qint32>();
    if (!dimensions)
        return endsEarly();
    if (*dimensions == (isNumpy ? -1 : 0))
        return TensorView();
    Result<std::vector<qint64>> shape = readShape(Dims::Bits64, quint32(*dimensions));
    if (!shape)
        return failure(shape.error());
    if (isNumpy && std::find(shape->begin(), shape->end(), -1) != shape->end())
        return TensorView();
    return isSparse ? readSparseRest(StorageType(*storage), std::move(*stored), std::move(*shape))
                    : readDenseRest(std::move(*shape));
}

/// What every dense array ends with: context, type, data.
Result<TensorView> Reader::readDenseRest(std::vector<qint64> shape)
{
    if (Result<> skipped = skipContext(); !skipped)
        return failure(skipped.error());
    const Result<TensorType> type = readType();
    if (!type)
        return failure(type.error());
    const Result<QByteArrayView> data = readData(shape, *type);
    if (!data)
        return failure(data.error());
    return TensorView{{}, *type, std::move(shape), *data};
}

Result<TensorView> Reader::readSparseRest(StorageType storage, std::vector<qint64> stored, std::vector<qint64> shape)
{
    if (Result<> skipped = skipContext(); !skipped)
        return failure(skipped.error());
    const Result<TensorType> type = readType();
    if (!type)
        return failure(type.error());
    SparseArray array{storage, *type, std::move(shape), {{}, *type, std::move(stored), {}}, {}};
    array.indexes.resize(storage == StorageType::RowSparse ? 1 : 2);
    for (TensorView &indexes : array.indexes) {
        const Result<TensorType> indexType = readType();
        Result<std::vector<qint64>> indexShape = indexType ? readShape() : failure(indexType.error());
        if (!indexShape)
            return failure(indexShape.error());
        indexes.type = *indexType;
        indexes.shape = std::move(*indexShape);
    }
    const Result<QByteArrayView> values = readData(array.values.shape, array.type);
    if (!values)
        return failure(values.error());
    array.values.bytes = *values;
    for (TensorView &indexes : array.indexes) {
        const Result<QByteArrayView> bytes = readData(indexes.shape, indexes.type);
        if (!bytes)
            return failure(bytes.error());
        indexes.bytes = *bytes;
    }
    return keepDense(array);
}

Result<TensorView> Reader::keepDense(const SparseArray &array)
{
    const std::optional<qint64> count = elementCount(array.shape);
    if (!count || *count > (kMaxDenseBytes - m_denseBytes) / elementSize(array.type))
        return brokenArray(Text::tr("the sparse shape %1 would take too much memory").arg(shapeText(array.shape)));
    const Result<QByteArray> dense = toDense(array);
    if (!dense)
        return brokenArray(dense.error().message);
    m_denseBytes += dense->size();
    m_content.madeDense << *dense;
    return TensorView{{}, array.type, array.shape, m_content.madeDense.constLast()};
}

Result<std::vector<qint64>> Reader::readShape()
{
    const std::optional<quint32> dimensions = m_in.number<quint32>();
    if (!dimensions)
        return endsEarly();
    return readShape(Dims::Bits64, *dimensions);
}

Result<std::vector<qint64>> Reader::readShape(Dims dims, quint32 dimensions)
{
    if (dimensions > kMaxDimensions)
        return brokenArray(Text::tr("%1 dimensions are claimed").arg(dimensions));
    std::vector<qint64> shape;
    for (quint32 i = 0; i < dimensions; ++i) {
        const std::optional<qint64> dimension =
            dims == Dims::Bits64 ? m_in.number<qint64>() : std::optional<qint64>(m_in.number<quint32>());
        if (!dimension)
            return endsEarly();
        shape.push_back(*dimension);
    }
    return shape;
}

Result<TensorType> Reader::readType()
{
    const std::optional<qint32> flag = m_in.number<qint32>();
    if (!flag)
        return endsEarly();
    const std::optional<TensorType> type = tensorType(*flag);
    if (!type)
        return brokenArray(Text::tr("element type %1 is unknown").arg(*flag));
    return *type;
}

/// Device type and number say where the array lay when it was saved: of no use here.
Result<> Reader::skipContext()
{
    if (!m_in.take(2 * sizeof(qint32)))
        return endsEarly();
    return {};
}

Result<QByteArrayView> Reader::readData(const std::vector<qint64> &shape, TensorType type)
{
    const std::optional<qint64> count = elementCount(shape);
    if (!count)
        return brokenArray(Text::tr("the shape %1 is impossible").arg(shapeText(shape)));
    const std::optional<QByteArrayView> bytes = m_in.take(*count * elementSize(type));
    if (!bytes)
        return brokenArray(Text::tr("the shape %1 takes %2 bytes, but only %3 follow")
                               .arg(shapeText(shape))
                               .arg(*count * elementSize(type))
                               .arg(m_in.left()));
    return *bytes;
}

Result<> Reader::readNames()
{
    const Result<quint64> count = readCount();
    if (!count)
        return failure(count.error());
    if (*count != 0 && *count != m_content.tensors.size())
        return failure(Text::tr("%1 has %2 names for %3 arrays").arg(m_name).arg(*count).arg(m_content.tensors.size()));
    QSet<QString> seen;
    for (quint64 i = 0; i < *count; ++i) {
        const std::optional<quint64> length = m_in.number<quint64>();
        const std::optional<QByteArrayView> bytes =
            length && *length <= quint64(m_in.left()) ? m_in.take(qint64(*length)) : std::nullopt;
        if (!bytes)
            return failure(Text::tr("%1 ends inside the name of array %2").arg(m_name).arg(i));
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString name = decoder(*bytes);
        if (decoder.hasError())
            return failure(Text::tr("%1: the name of array %2 is not UTF-8").arg(m_name).arg(i));
        if (seen.contains(name))
            return failure(Text::tr("%1: two arrays have the name %2").arg(m_name, name.left(200)));
        seen.insert(name);
        m_content.tensors[i].name = name;
    }
    return {};
}

} // namespace

Result<ParamsContent> readParams(QByteArrayView bytes, const QString &name)
{
    return Reader(bytes, name).run();
}

} // namespace boxwright
