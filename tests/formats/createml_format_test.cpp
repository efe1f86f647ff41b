// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/createml_format.h"

#include "core/formats/export_dataset.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

const CreateMlFormat kFormat;

ReadOptions from(const QString &path)
{
    ReadOptions options;
    options.from = path;
    return options;
}

const QByteArray kTwo = R"([
{"image":"a.jpg","annotations":[{"label":"bee","coordinates":{"x":160.50,"y":120,"width":230,"height":199.9},"id":7}],"verified":true},
{"image":"b.jpg","annotations":[]}
])";

} // namespace

class CreateMlFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxesAreByTheirCentre();
    void theSampleIsReadWithItsSplits();
    void itComesBackAsItWas();
    void wrongBoxesAreNotesThatNameThem_data();
    void wrongBoxesAreNotesThatNameThem();
    void whatIsNoneIsOneClearMessage_data();
    void whatIsNoneIsOneClearMessage();

private:
    QTemporaryDir m_folder;
};

void CreateMlFormatTest::boxesAreByTheirCentre()
{
    const QString path = m_folder.filePath(QStringLiteral("x.json"));
    QVERIFY(putFile(path, kTwo));
    QVERIFY(kFormat.recognizes(path));
    CollectingSink read;
    const Result<> done = kFormat.read(from(path), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(read.images.size(), 2u);
    const Box &box = read.images[0].labels[0].box;
    QCOMPARE(box, (Box{45.5, 120 - 199.9 / 2, 275.5, 120 + 199.9 / 2}));
    QCOMPARE(read.classNames, QStringList{QStringLiteral("bee")});
    QVERIFY(read.images[0].state == ReviewState::Reviewed && read.images[1].state == ReviewState::NotYet);
}

void CreateMlFormatTest::theSampleIsReadWithItsSplits()
{
    const QString sample = sharedFolder(QStringLiteral("format-samples/openvinotoolkit/roboflow_dataset/createml"));
    if (sample.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    QVERIFY(kFormat.recognizes(sample));
    CollectingSink read;
    QVERIFY(kFormat.read(from(sample), read).has_value());
    QCOMPARE(read.images.size(), 3u);
    QCOMPARE(read.labelCount(), 4);
    QVERIFY2(read.notes.isEmpty(), qPrintable(read.notes.value(0).text));
    QVERIFY(read.images[0].split == Split::Train && read.images[2].split == Split::Validation);
    for (const FormatImage &image : read.images)
        QVERIFY(QFileInfo(image.path).isFile());
}

void CreateMlFormatTest::itComesBackAsItWas()
{
    const QString path = m_folder.filePath(QStringLiteral("x.json"));
    QVERIFY(putFile(path, kTwo));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    ListSource source(read);
    WriteOptions options;
    options.to = m_folder.filePath(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const QByteArray bytes = fileBytes(options.to + QStringLiteral("/_annotations.createml.json"));
    QVERIFY(Json::parse(bytes.toStdString()) == Json::parse(kTwo.toStdString()));
    QVERIFY(bytes.contains("160.50"));
}

void CreateMlFormatTest::wrongBoxesAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("annotation");
    QTest::addColumn<QString>("kind");
    QTest::newRow("no coordinates") << QByteArray("{\"label\":\"bee\"}") << QStringLiteral("bad-box");
    QTest::newRow("no label") << QByteArray("{\"coordinates\":{\"x\":1,\"y\":1,\"width\":1,\"height\":1}}")
                              << QStringLiteral("bad-box");
    QTest::newRow("negative") << QByteArray(
                                     "{\"label\":\"bee\",\"coordinates\":{\"x\":1,\"y\":1,\"width\":-1,\"height\":1}}")
                              << QStringLiteral("degenerate-box");
    QTest::newRow("huge") << QByteArray(
                                 "{\"label\":\"bee\",\"coordinates\":{\"x\":1e308,\"y\":1,\"width\":1,\"height\":1}}")
                          << QStringLiteral("bad-box");
    QTest::newRow("number") << QByteArray("7") << QStringLiteral("bad-box");
}

void CreateMlFormatTest::wrongBoxesAreNotesThatNameThem()
{
    QFETCH(QByteArray, annotation);
    QFETCH(QString, kind);
    const QString path = m_folder.filePath(QStringLiteral("x.json"));
    QVERIFY(putFile(path, "[{\"image\":\"a.jpg\",\"annotations\":[" + annotation + "]}]"));
    CollectingSink read;
    QVERIFY(kFormat.read(from(path), read).has_value());
    QCOMPARE(read.labelCount(), 0);
    QCOMPARE(read.countOf(kind), 1);
    QVERIFY2(read.notes[0].text.contains(QLatin1String("a.jpg: annotations[0]")), qPrintable(read.notes[0].text));
}

void CreateMlFormatTest::whatIsNoneIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray("{\"image\":\"a\"}");
    QTest::newRow("other list") << QByteArray("[1,2]");
    QTest::newRow("cut off") << kTwo.left(kTwo.size() - 20);
    QTest::newRow("deep") << "[{\"image\":\"a.jpg\",\"annotations\":[]}," + QByteArray(100'000, '[');
}

void CreateMlFormatTest::whatIsNoneIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(QStringLiteral("broken.json"));
    QVERIFY(putFile(path, bytes));
    CollectingSink read;
    const Result<> done = kFormat.read(from(path), read);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("broken.json")), qPrintable(done.error().message));
}

QTEST_GUILESS_MAIN(CreateMlFormatTest)
#include "createml_format_test.moc"
