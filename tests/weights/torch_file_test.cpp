// SPDX-License-Identifier: GPL-3.0-or-later
// The files of tests/weights/files and what torch itself says of them: tests/support/make_weight_files.py.
#include "core/weights/torch_file.h"
#include "core/weights/zip_archive.h"
#include "tests/support/weight_files.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

QString problemOf(const QByteArray &bytes)
{
    const auto arrays = readTorchFile(bytes);
    return arrays ? QString() : arrays.error().message;
}

} // namespace

class TorchFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tensorsAreWhatTorchWrote_data();
    void tensorsAreWhatTorchWrote();
    void everyCutIsRefused_data();
    void everyCutIsRefused();
    void everyChangedByteIsHarmless_data();
    void everyChangedByteIsHarmless();
    void aDamagedStorageIsNamed();
    void aCompressedArchiveIsRefused();
    void otherFilesAreNoTorchFiles();
};

void TorchFileTest::tensorsAreWhatTorchWrote_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("zip") << QStringLiteral("state_zip.pth");
    QTest::newRow("old stream") << QStringLiteral("state_old.pth");
}

void TorchFileTest::tensorsAreWhatTorchWrote()
{
    QFETCH(QString, file);
    const QByteArray bytes = weightFileBytes(file);
    QVERIFY(isTorchFile(bytes));
    const auto arrays = readTorchFile(bytes);
    QVERIFY2(arrays, qPrintable(arrays ? QString() : arrays.error().message));
    const auto expected = nlohmann::json::parse(weightFileBytes(QStringLiteral("state.json")).toStdString());
    QCOMPARE(arrays->tensors.size(), expected.size());
    for (const TensorView &view : arrays->tensors) {
        const auto &wanted = expected.at(view.name.toStdString());
        QCOMPARE(view.shape, wanted["shape"].get<std::vector<qint64>>());
        QCOMPARE(typeName(view.type), QString::fromStdString(wanted["dtype"].get<std::string>()));
        QVERIFY2(numbersOf(view) == wanted["values"].get<std::vector<double>>(), qPrintable(view.name));
    }
}

void TorchFileTest::everyCutIsRefused_data()
{
    tensorsAreWhatTorchWrote_data();
}

void TorchFileTest::everyCutIsRefused()
{
    QFETCH(QString, file);
    const QByteArray whole = weightFileBytes(file);
    for (qsizetype size = 4; size < whole.size(); ++size)
        QVERIFY2(!problemOf(whole.first(size)).isEmpty(), qPrintable(QString::number(size)));
}

void TorchFileTest::everyChangedByteIsHarmless_data()
{
    tensorsAreWhatTorchWrote_data();
}

void TorchFileTest::everyChangedByteIsHarmless()
{
    QFETCH(QString, file);
    const QByteArray whole = weightFileBytes(file);
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto arrays = readTorchFile(changed);
        refused += arrays ? 0 : 1;
        for (const TensorView &view : arrays ? arrays->tensors : std::vector<TensorView>())
            QCOMPARE(view.bytes.size(), elementCount(view.shape).value_or(-1) * elementSize(view.type));
    }
    QVERIFY(refused > whole.size() / 3);
}

void TorchFileTest::aDamagedStorageIsNamed()
{
    QByteArray bytes = weightFileBytes(QStringLiteral("state_zip.pth"));
    const auto archive = ZipArchive::read(bytes);
    QVERIFY(archive);
    const auto storage = archive->content("state_zip/data/0");
    QVERIFY(storage);
    const qsizetype at = storage->data() - bytes.constData();
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    QVERIFY2(problemOf(bytes).contains(QLatin1String("state_zip/data/0")), qPrintable(problemOf(bytes)));
}

void TorchFileTest::aCompressedArchiveIsRefused()
{
    QByteArray bytes = weightFileBytes(QStringLiteral("state_zip.pth"));
    // The directory's first entry says "deflated" (APPNOTE 4.3.12: method at byte 10).
    const qsizetype entry = bytes.indexOf("PK\x01\x02");
    QVERIFY(entry > 0);
    bytes[entry + 10] = 8;
    QVERIFY2(problemOf(bytes).contains(QLatin1String("compressed")), qPrintable(problemOf(bytes)));
}

void TorchFileTest::otherFilesAreNoTorchFiles()
{
    QVERIFY(!isTorchFile("\x80\x02}q\x00."));
    QVERIFY(!isTorchFile({}));
    QVERIFY(!isTorchFile("PK"));
    QVERIFY(!problemOf("PK\x03\x04").isEmpty());
}

QTEST_APPLESS_MAIN(TorchFileTest)
#include "torch_file_test.moc"
