// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/safetensors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

/// A file of that header and data, with the right length in front.
QByteArray fileOf(const QByteArray &header, const QByteArray &data)
{
    const quint64 length = qToLittleEndian(quint64(header.size()));
    return QByteArray(reinterpret_cast<const char *>(&length), sizeof length) + header + data;
}

} // namespace

class SafetensorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void everyTypeComesBack();
    void aFileOfThePublishedLayoutIsRead();
    void badFilesGetOneMessage_data();
    void badFilesGetOneMessage();
    void everyTruncationIsRefused();
    void aMissingFileIsNamed();

private:
    QString write(const QByteArray &content);
    QTemporaryDir m_folder;
};

QString SafetensorsTest::write(const QByteArray &content)
{
    const QString path = m_folder.filePath(QStringLiteral("file.safetensors"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return path;
}

void SafetensorsTest::everyTypeComesBack()
{
    NamedTensors tensors;
    for (const torch::ScalarType type : {torch::kFloat64, torch::kFloat32, torch::kFloat16, torch::kBFloat16,
                                         torch::kInt64, torch::kInt32, torch::kInt16, torch::kInt8, torch::kUInt8})
        tensors.insert(QString::fromLatin1(c10::toString(type)), torch::arange(6).view({2, 3}).to(type));
    tensors.insert(QStringLiteral("bool"), torch::tensor({true, false}));
    tensors.insert(QStringLiteral("scalar"), torch::tensor(int64_t(7)));
    tensors.insert(QStringLiteral("empty"), torch::empty({0, 3}));
    tensors.insert(QStringLiteral("transposed"), torch::arange(6).view({2, 3}).t());
    const QString path = m_folder.filePath(QStringLiteral("all.safetensors"));
    QVERIFY(writeSafetensors(path, tensors, {{QStringLiteral("format"), QStringLiteral("pt")}}));
    const auto read = readSafetensors(path);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->keys(), tensors.keys());
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        const torch::Tensor tensor = read->value(entry.key());
        QVERIFY2(tensor.scalar_type() == entry.value().scalar_type(), qPrintable(entry.key()));
        QVERIFY2(torch::equal(tensor, entry.value()), qPrintable(entry.key()));
    }
}

void SafetensorsTest::aFileOfThePublishedLayoutIsRead()
{
    // Bytes after the format's own description: 1.0f and 2.0f, then the int64 258.
    const QByteArray header(R"({"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                            R"("n":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}   )");
    const QByteArray data = QByteArray::fromHex("0000803f000000400201000000000000");
    const auto read = readSafetensors(write(fileOf(header, data)));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QVERIFY(torch::equal(read->value(QStringLiteral("w")), torch::tensor({1.0F, 2.0F})));
    QCOMPARE(read->value(QStringLiteral("n")).item<int64_t>(), int64_t(258));
}

void SafetensorsTest::badFilesGetOneMessage_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");
    const QByteArray data(8, '\0');
    const auto row = [&](const char *name, const char *header, const char *named) {
        QTest::newRow(name) << fileOf(header, data) << QString::fromLatin1(named);
    };
    QTest::newRow("empty file") << QByteArray() << QStringLiteral("0 bytes");
    QTest::newRow("no length") << QByteArray("abc") << QStringLiteral("3 bytes");
    QTest::newRow("length beyond the file") << QByteArray("\x10\0\0\0\0\0\0\0{}", 10) << QStringLiteral("16");
    QTest::newRow("length of all ones") << QByteArray(16, '\xff') << QStringLiteral("header");
    QTest::newRow("garbage") << fileOf(QByteArray(64, '\x80'), data) << QStringLiteral("JSON");
    row("a list", "[1,2]", "JSON");
    row("deep nesting", qPrintable(QString(100000, QLatin1Char('['))), "JSON");
    row("entry is no object", R"({"w":3})", "\"w\"");
    row("unknown type", R"({"w":{"dtype":"F8","shape":[8],"data_offsets":[0,8]}})", "\"F8\"");
    row("negative extent", R"({"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", "\"w\"");
    row("fractional extent", R"({"w":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}})", "\"w\"");
    row("shape beyond the data", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", "\"w\"");
    row("huge shape", R"({"w":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}})", "\"w\"");
    row("huge empty shape", R"({"w":{"dtype":"F32","shape":[0,4611686018427387904,9],"data_offsets":[0,0]}})", "\"w\"");
    row("offsets out of range", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})", "12");
    row("offsets backwards", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})", "\"w\"");
    row("three offsets", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}})", "\"w\"");
    row("overlap",
        R"({"v":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
        "overlap");
    row("name twice",
        R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
        "twice");
}

void SafetensorsTest::badFilesGetOneMessage()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, named);
    const auto read = readSafetensors(write(content));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QLatin1String("file.safetensors")), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

void SafetensorsTest::everyTruncationIsRefused()
{
    const QString path = m_folder.filePath(QStringLiteral("whole.safetensors"));
    QVERIFY(
        writeSafetensors(path, {{QStringLiteral("w"), torch::arange(3)}, {QStringLiteral("b"), torch::zeros(2)}}, {}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!readSafetensors(write(whole.left(size))), qPrintable(QString::number(size)));
    QVERIFY(readSafetensors(write(whole)));
}

void SafetensorsTest::aMissingFileIsNamed()
{
    const auto read = readSafetensors(m_folder.filePath(QStringLiteral("nowhere.safetensors")));
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(QLatin1String("nowhere.safetensors")));
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
