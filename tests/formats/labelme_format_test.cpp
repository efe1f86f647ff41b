// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelme_format.h"

#include "core/formats/export_dataset.h"
#include "core/formats/labelme_json.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;
using Json = nlohmann::json;

namespace {

const LabelmeFormat kFormat;

ReadOptions from(const QString &path)
{
    ReadOptions options;
    options.from = path;
    return options;
}

/// As labelme 5 writes it, with a key of another tool.
QByteArray document(const QByteArray &shapes, const QByteArray &imagePath = "..\\\\photos\\\\a.jpg")
{
    return "{\"version\":\"5.2.1\",\"flags\":{\"night\":true},\"shapes\":[" + shapes + "],\"imagePath\":\"" +
           imagePath + "\",\"imageData\":null,\"imageHeight\":80,\"imageWidth\":100,\"checked\":true}";
}

QByteArray shape(const QByteArray &type, const QByteArray &points, const QByteArray &more = {})
{
    return "{\"label\":\"bee\",\"points\":" + points + ",\"group_id\":3,\"description\":\"x\",\"shape_type\":\"" +
           type + "\",\"flags\":{}" + more + "}";
}

} // namespace

class LabelmeFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void shapesBecomeTheirBounds_data();
    void shapesBecomeTheirBounds();
    void shapesComeBackUntilTheirBoxChanges();
    void imagesAreFoundByWindowsPathsAndByName();
    void theListGivesTheOrderOfClasses();
    void embeddedImagesAreNotKept();
    void wrongFilesAreNotesThatNameThem();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LabelmeFormatTest::shapesBecomeTheirBounds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Box>("box"); ///< empty where there is none
    QTest::addColumn<QString>("kind");
    QTest::newRow("rectangle") << shape("rectangle", "[[30,40],[10.5,20]]") << Box{10.5, 20, 30, 40} << QString();
    QTest::newRow("polygon") << shape("polygon", "[[1,2],[9,3],[5,30.5]]") << Box{1, 2, 9, 30.5}
                             << QStringLiteral("bounds");
    QTest::newRow("circle") << shape("circle", "[[50,40],[53,44]]") << Box{45, 35, 55, 45} << QStringLiteral("bounds");
    QTest::newRow("no type") << QByteArray("{\"label\":\"bee\",\"points\":[[1,2],[9,3],[5,30]]}") << Box{1, 2, 9, 30}
                             << QStringLiteral("bounds");
    QTest::newRow("point") << shape("point", "[[1,2]]") << Box() << QStringLiteral("degenerate-box");
    QTest::newRow("line") << shape("line", "[[1,2],[9,2]]") << Box() << QStringLiteral("degenerate-box");
    QTest::newRow("no points") << shape("polygon", "[]") << Box() << QStringLiteral("degenerate-box");
    QTest::newRow("text") << shape("polygon", "[[\"1\",2]]") << Box() << QStringLiteral("bad-box");
    QTest::newRow("huge") << shape("polygon", "[[1e308,2],[1,1]]") << Box() << QStringLiteral("bad-box");
    QTest::newRow("nameless") << QByteArray("{\"points\":[[1,2],[9,3]],\"shape_type\":\"rectangle\"}") << Box()
                              << QStringLiteral("bad-box");
}

void LabelmeFormatTest::shapesBecomeTheirBounds()
{
    QFETCH(QByteArray, json);
    QFETCH(Box, box);
    QFETCH(QString, kind);
    const Result<LabelmeFile> read = parseLabelmeFile(document(json));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->labels.size(), box.isEmpty() ? 0u : 1u);
    if (!box.isEmpty())
        QCOMPARE(read->labels[0].label.box, box);
    QCOMPARE(read->problems.isEmpty() ? QString() : read->problems[0].kind, kind);
}

void LabelmeFormatTest::shapesComeBackUntilTheirBoxChanges()
{
    const QByteArray text = document(shape("polygon", "[[1.0,2],[9,3],[5,30.5]]", ",\"score\":0.5") + ',' +
                                     shape("rectangle", "[[30,40],[10,20]]", ",\"difficult\":true"));
    QVERIFY(putFile(file(QStringLiteral("a.json")), text));
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QVERIFY(read.images[0].labels[1].flags == LabelFlags(LabelFlag::Difficult));
    const auto written = [&] {
        ListSource source(read);
        WriteOptions options;
        options.to = file(QStringLiteral("out"));
        const Result<ExportReport> report = exportDataset(kFormat, options, source);
        return report ? fileBytes(options.to + QStringLiteral("/a.json")) : report.error().message.toUtf8();
    };
    const Json before = Json::parse(text.toStdString());
    Json after = Json::parse(written().toStdString(), nullptr, false);
    QVERIFY2(after.is_object(), written().constData());
    after["imagePath"] = before["imagePath"];
    QVERIFY2(after == before, after.dump().c_str());

    read.images[0].labels[0].box.right = 11;
    after = Json::parse(written().toStdString(), nullptr, false);
    QVERIFY(after["shapes"][0]["shape_type"] == "rectangle");
    QVERIFY(after["shapes"][0]["points"] == Json::parse("[[1,2],[11,30.5]]"));
    QVERIFY(after["shapes"][0]["group_id"] == 3);
}

void LabelmeFormatTest::imagesAreFoundByWindowsPathsAndByName()
{
    for (const char *name : {"photos/a.jpg", "other/a.jpg", "photos/b.jpg"})
        QVERIFY(putFile(file(QLatin1String(name)), "x"));
    QVERIFY(putFile(file(QStringLiteral("labels/1.json")), document({})));
    QVERIFY(putFile(file(QStringLiteral("photos/b.json")), document({}, "gone.jpg")));
    QVERIFY(putFile(file(QStringLiteral("labels/3.json")), document({}, "../../../../etc/passwd")));
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.images.size(), 3u);
    QVERIFY(read.images[0].path.endsWith(QLatin1String("photos/a.jpg")));
    QVERIFY(read.images[1].path.isEmpty());
    QVERIFY(read.images[2].path.endsWith(QLatin1String("photos/b.jpg")));
    QCOMPARE(read.countOf(QStringLiteral("missing-image")), 1);
}

void LabelmeFormatTest::theListGivesTheOrderOfClasses()
{
    QVERIFY(putFile(file(QStringLiteral("labels.txt")), "__ignore__\n_background_\nwasp\nbee\n"));
    QVERIFY(putFile(file(QStringLiteral("a.json")), document(shape("rectangle", "[[1,1],[2,2]]"))));
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.classNames,
             (QStringList{QStringLiteral("_background_"), QStringLiteral("wasp"), QStringLiteral("bee")}));
    QCOMPARE(read.images[0].labels[0].classIndex, 2);
}

void LabelmeFormatTest::embeddedImagesAreNotKept()
{
    QByteArray text = document(shape("rectangle", "[[1,1],[2,2]]"));
    text.replace("\"imageData\":null", "\"imageData\":\"" + QByteArray(1 << 20, 'A') + '"');
    const Result<LabelmeFile> read = parseLabelmeFile(text);
    QVERIFY(read.has_value());
    QVERIFY(read->image.extra.size() < 1000);
    QVERIFY(read->image.extra.contains(QLatin1String("checked")));
}

void LabelmeFormatTest::wrongFilesAreNotesThatNameThem()
{
    QVERIFY(putFile(file(QStringLiteral("a.json")), document(shape("rectangle", "[[1,1],[2,2]]"))));
    QVERIFY(putFile(file(QStringLiteral("b.json")), "{\"shapes\":[\n{]}"));
    QVERIFY(putFile(file(QStringLiteral("c.json")), "[]"));
    QVERIFY(putFile(file(QStringLiteral("d.json")), "{\"shapes\":" + QByteArray(100'000, '[')));
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.images.size(), 1u);
    QCOMPARE(read.countOf(QStringLiteral("bad-file")), 3);
    const auto note = std::find_if(read.notes.begin(), read.notes.end(), [](const FormatNote &item) {
        return item.text.contains(QLatin1String("b.json")) && item.text.contains(QLatin1String("line 2"));
    });
    QVERIFY(note != read.notes.end());
    CollectingSink none;
    const Result<> alone = kFormat.read(from(file(QStringLiteral("c.json"))), none);
    QVERIFY(!alone && alone.error().message.contains(QLatin1String("c.json")));
}

QTEST_GUILESS_MAIN(LabelmeFormatTest)
#include "labelme_format_test.moc"
