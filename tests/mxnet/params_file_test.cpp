// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/params_file.h"
#include "core/mxnet/params_writer.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace boxwright;

namespace {

/// Builds files by hand.
class Bytes
{
public:
    template<class Number>
    Bytes &add(Number number)
    {
        char raw[sizeof(Number)];
        qToLittleEndian(number, raw);
        m_bytes.append(raw, sizeof raw);
        return *this;
    }
    Bytes &u32(quint32 value) { return add(value); }
    Bytes &i32(qint32 value) { return add(value); }
    Bytes &u64(quint64 value) { return add(value); }
    Bytes &i64(qint64 value) { return add(value); }
    Bytes &list(quint64 count) { return u64(0x112).u64(0).u64(count); }
    Bytes &shape(const std::vector<qint64> &shape)
    {
        u32(quint32(shape.size()));
        for (const qint64 dimension : shape)
            i64(dimension);
        return *this;
    }
    /// The start of a V2 array up to its data.
    Bytes &dense(const std::vector<qint64> &dims) { return u32(0xf993fac9).i32(0).shape(dims).cpu().i32(0); }
    Bytes &cpu() { return i32(1).i32(0); }
    Bytes &zeros(int count)
    {
        m_bytes.append(count, '\0');
        return *this;
    }
    operator QByteArray() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// A row-sparse or csr array of float32 with int64 indexes.
QByteArray sparse(qint32 storage, const std::vector<qint64> &stored, const std::vector<qint64> &shape,
                  const std::vector<std::vector<qint64>> &indexes)
{
    Bytes bytes;
    bytes.list(1).u32(0xf993fac9).i32(storage).shape(stored).shape(shape).cpu().i32(0);
    for (const auto &index : indexes)
        bytes.i32(6).shape({qint64(index.size())});
    bytes.zeros(int(*elementCount(stored)) * 4);
    for (const auto &index : indexes) {
        for (const qint64 value : index)
            bytes.i64(value);
    }
    return bytes.u64(0);
}

QString messageOf(const QByteArray &bytes)
{
    const Result<ParamsFile> file = ParamsFile::fromBytes(bytes, QStringLiteral("m.params"));
    return file ? QStringLiteral("no error") : file.error().message;
}

QByteArray written(const std::vector<TensorView> &tensors, QString *message = nullptr)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const Result<> result = writeParams(buffer, tensors, QStringLiteral("w.params"));
    if (message && !result)
        *message = result.error().message;
    return bytes;
}

} // namespace

class ParamsFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileFilesAreOneMessage_data();
    void hostileFilesAreOneMessage();
    void neverFilledArraysAreNone();
    void anEmptyListIsAFile();
    void arraysOutliveTheFileObject();
    void aFileThatIsNotThereIsNamed();
    void whatV2CannotHoldIsNotWritten_data();
    void whatV2CannotHoldIsNotWritten();
    void aFullDeviceIsAMessage();
};

void ParamsFileTest::hostileFilesAreOneMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromLatin1(expected);
    };
    const Bytes array = Bytes().list(1).dense({2}).zeros(8);
    row("empty", {}, "is no MXNet parameter file");
    row("text", "{\"this\": \"is JSON\"}", "is no MXNet parameter file");
    row("count cut", Bytes().u64(0x112).u64(0), "ends too early");
    row("as many arrays as 64 bits hold", Bytes().list(~quint64{0}), "claims 18446744073709551615 entries");
    row("a million arrays in nothing", Bytes().list(1000000).zeros(64), "claims 1000000 entries");
    row("array cut", Bytes().list(1).u32(0xf993fac9), "ends too early");
    row("1e9 dimensions, V2", Bytes().list(1).u32(0xf993fac9).i32(0).u32(1000000000), "1000000000 dimensions");
    row("1e9 dimensions, V0", Bytes().list(1).u32(1000000000), "1000000000 dimensions");
    row("-1 dimensions, V2", Bytes().list(1).u32(0xf993fac9).i32(0).i32(-1), "dimensions are claimed");
    row("negative dimension", Bytes().list(1).dense({2, -3}).zeros(64), "the shape (2, -3) is impossible");
    row("product overflows", Bytes().list(1).dense({qint64{1} << 62, 4}).zeros(64), "is impossible");
    row("product overflows to zero", Bytes().list(1).dense({qint64{1} << 32, qint64{1} << 32}), "is impossible");
    row("4 TB claimed", Bytes().list(1).dense({1000000, 1000000}).zeros(64),
        "takes 4000000000000 bytes, but only 64 follow");
    row("data cut by one byte", Bytes().list(1).dense({2}).zeros(7), "takes 8 bytes, but only 7 follow");
    row("unknown element type", Bytes().list(1).u32(0xf993fac9).i32(0).shape({1}).cpu().i32(13), "element type 13");
    row("negative element type", Bytes().list(1).u32(0xf993fac9).i32(0).shape({1}).cpu().i32(-1), "element type -1");
    row("unknown storage type", Bytes().list(1).u32(0xf993fac9).i32(3).zeros(64), "storage type 3");
    row("sparse in V3", Bytes().list(1).u32(0xf993faca).i32(1).zeros(64), "storage type 1");
    row("names cut", Bytes(array).u64(1).u64(5).u32(0), "ends inside the name of array 0");
    row("name of 2^63 bytes", Bytes(array).u64(1).u64(quint64{1} << 63).zeros(8), "ends inside the name of array 0");
    row("two names for one array", Bytes(array).u64(2).u64(0).u64(0), "has 2 names for 1 arrays");
    row("name is not UTF-8", Bytes(array).u64(1).u64(4).u32(0xffffffff), "is not UTF-8");
    row("the same name twice",
        Bytes().list(2).dense({1}).u32(0).dense({1}).u32(0).u64(2).u64(4).u32(0x61616161).u64(4).u32(0x61616161),
        "two arrays have the name aaaa");
    row("row beyond the array", sparse(1, {1, 2}, {6, 2}, {{6}}), "it stores row 6 of 6");
    row("negative row", sparse(1, {1, 2}, {6, 2}, {{-1}}), "it stores row -1 of 6");
    row("rows of another width", sparse(1, {1, 3}, {6, 2}, {{0}}), "do not fit its shape (6, 2)");
    row("more row numbers than rows", sparse(1, {1, 2}, {6, 2}, {{0, 1}}), "do not fit");
    row("a sparse terabyte", sparse(1, {0, 1}, {qint64{1} << 38, 1}, {{}}), "would take too much memory");
    row("column beyond the matrix", sparse(2, {1}, {2, 2}, {{0, 1, 1}, {2}}), "it stores column 2 of 2");
    row("falling row pointers", sparse(2, {2}, {2, 2}, {{0, 2, 1}, {0, 1}}), "its row 1 takes elements 2 to 1 of 2");
    row("row pointer beyond the elements", sparse(2, {1}, {2, 2}, {{0, 1, 9}, {0}}), "takes elements 1 to 9 of 1");
    row("fewer columns than elements", sparse(2, {2}, {1, 2}, {{0, 2}, {0}}), "takes elements 0 to 2 of 1");
    row("too few row pointers", sparse(2, {1}, {2, 2}, {{0, 1}, {0}}), "has 2 row pointers");
    row("csr of three dimensions", sparse(2, {1}, {1, 2, 2}, {{0, 1}, {0}}), "for the shape (1, 2, 2)");
}

void ParamsFileTest::hostileFilesAreOneMessage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const QString message = messageOf(bytes);
    QVERIFY2(message.contains(expected), qPrintable(message));
    QVERIFY2(message.startsWith(QLatin1String("m.params")), qPrintable(message));
}

void ParamsFileTest::neverFilledArraysAreNone()
{
    const QByteArray bytes = Bytes()
                                 .list(5)
                                 .u32(0xf993fac9)
                                 .i32(-1)
                                 .u32(0)
                                 .u32(0xf993fac8)
                                 .u32(0)
                                 .u32(0)
                                 .u32(0xf993faca)
                                 .i32(0)
                                 .i32(-1)
                                 .u32(0xf993faca)
                                 .i32(0)
                                 .shape({2, -1})
                                 .u64(0);
    const Result<ParamsFile> file = ParamsFile::fromBytes(bytes, QStringLiteral("m.params"));
    QVERIFY2(file.has_value(), qPrintable(messageOf(bytes)));
    QCOMPARE(file->tensors().size(), size_t{5});
    for (const TensorView &tensor : file->tensors())
        QVERIFY(tensor.isNone());
    QCOMPARE(file->find(QString()), nullptr);
}

void ParamsFileTest::anEmptyListIsAFile()
{
    const QByteArray bytes = Bytes().list(0).u64(0);
    const Result<ParamsFile> file = ParamsFile::fromBytes(bytes, QStringLiteral("m.params"));
    QVERIFY(file.has_value());
    QVERIFY(file->tensors().empty());
    QCOMPARE(written({}).toHex(), bytes.toHex());
}

void ParamsFileTest::arraysOutliveTheFileObject()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral(u"\ud55c\uae00.params"));
    const float values[] = {1.5f, -2.5f};
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const TensorView tensor{QStringLiteral("arg:x"),
                                TensorType::Float32,
                                {2},
                                QByteArrayView(reinterpret_cast<const char *>(values), sizeof values)};
        QVERIFY(writeParams(file, std::span(&tensor, 1), path).has_value());
    }
    ParamsFile copy = *ParamsFile::open(path);
    ParamsFile kept = copy;
    copy = *ParamsFile::fromBytes(Bytes().list(0).u64(0), QStringLiteral("other"));
    const TensorView *tensor = kept.find(QStringLiteral("arg:x"));
    QVERIFY(tensor);
    QCOMPARE(tensor->bytes.toByteArray(), QByteArray(reinterpret_cast<const char *>(values), sizeof values));
}

void ParamsFileTest::aFileThatIsNotThereIsNamed()
{
    QTemporaryDir folder;
    const Result<ParamsFile> missing = ParamsFile::open(folder.filePath(QStringLiteral("nowhere.params")));
    QVERIFY(!missing.has_value() && missing.error().message.contains(QLatin1String("nowhere.params")));
    QVERIFY(!ParamsFile::open(folder.path()).has_value());
}

void ParamsFileTest::whatV2CannotHoldIsNotWritten_data()
{
    QTest::addColumn<std::vector<qint64>>("shape");
    QTest::addColumn<int>("bytes");
    using Shape = std::vector<qint64>;
    QTest::newRow("scalar") << Shape{} << 4;
    QTest::newRow("no elements") << Shape{0, 3} << 0;
    QTest::newRow("negative") << Shape{-1, -1} << 4;
    QTest::newRow("too few bytes") << Shape{2} << 4;
    QTest::newRow("too many bytes") << Shape{2} << 12;
}

void ParamsFileTest::whatV2CannotHoldIsNotWritten()
{
    QFETCH(std::vector<qint64>, shape);
    QFETCH(int, bytes);
    const QByteArray data(bytes, '\0');
    QString message;
    QVERIFY(written({{QStringLiteral("arg:odd"), TensorType::Float32, shape, data}}, &message).isEmpty());
    QVERIFY2(message.contains(QLatin1String("w.params")) && message.contains(QLatin1String("arg:odd")),
             qPrintable(message));
}

void ParamsFileTest::aFullDeviceIsAMessage()
{
    QBuffer closed;
    closed.open(QIODevice::ReadOnly);
    const Result<> result = writeParams(closed, {}, QStringLiteral("full.params"));
    QVERIFY(!result.has_value() && result.error().message.contains(QLatin1String("full.params")));
}

QTEST_GUILESS_MAIN(ParamsFileTest)
#include "params_file_test.moc"
