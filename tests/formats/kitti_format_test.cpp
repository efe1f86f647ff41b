// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/kitti_format.h"

#include "core/formats/kitti_line.h"
#include "tests/support/format_folder.h"

#include <QTest>

using namespace boxwright;

namespace {

const KittiFormat kFormat;

/// From the development kit's example.
const QByteArray kTruck = "Truck 0.00 0 -1.57 599.41 156.40 629.75 189.25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56";
const QByteArray kRegion = "DontCare -1 -1 -10 503.89 169.71 590.61 190.13 -1 -1 -1 -1000 -1000 -1000 -10";

} // namespace

class KittiFormatTest : public QObject, private FormatFolder
{
    Q_OBJECT

public:
    KittiFormatTest()
        : FormatFolder(kFormat)
    {
    }

private Q_SLOTS:
    void init() { renewFolder(); }
    void theSampleIsRead();
    void linesComeBackAsTheyWere();
    void aBoxThatMovedKeepsTheOtherColumns();
    void spacesInNamesComeBack();
    void linesWithAScoreAreSuggestions();
    void wrongLinesAreNotesThatNameThem_data();
    void wrongLinesAreNotesThatNameThem();
};

void KittiFormatTest::theSampleIsRead()
{
    const QString sample = sharedFolder(QStringLiteral("format-samples/openvinotoolkit/kitti_dataset/kitti_detection"));
    if (sample.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    QVERIFY(kFormat.recognizes(sample));
    CollectingSink sink;
    QVERIFY(read(sample, sink));
    QCOMPARE(sink.images.size(), 2u);
    QCOMPARE(sink.labelCount(), 5);
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("Truck"), QStringLiteral("Van")}));
    QCOMPARE(sink.images[0].labels[0].box, (Box{0, 1, 2, 3}));
    QVERIFY(sink.images[0].labels[0].flags == LabelFlags(LabelFlag::Truncated));
    QVERIFY(sink.images[0].split == Split::Train && QFileInfo(sink.images[0].path).isFile());
}

void KittiFormatTest::linesComeBackAsTheyWere()
{
    const QByteArray text = kTruck + "\n" + "Car 0.50 1 1.8 0 1 2.50 3 1 1 1 1 1 1 0\n" + kRegion + '\n';
    QVERIFY(putFile(path("in/training/label_2/000000.txt"), text));
    QVERIFY(putFile(path("in/training/label_2/000001.txt"), ""));
    CollectingSink sink;
    QVERIFY(read(path("in"), sink));
    QCOMPARE(sink.labelCount(), 2);
    QCOMPARE(sink.countOf(QStringLiteral("region")), 1);
    QVERIFY(sink.images[1].state == ReviewState::Empty);
    QVERIFY(sink.images[0].labels[1].flags == (LabelFlag::Truncated | LabelFlag::Occluded));
    const Result<ExportReport> report = write(sink, path("out"));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(fileBytes(path("out/training/label_2/000000.txt")), text);
    QVERIFY(QFileInfo(path("out/training/label_2/000001.txt")).isFile());
}

void KittiFormatTest::aBoxThatMovedKeepsTheOtherColumns()
{
    Result<KittiLine> line = parseKittiLine(kTruck);
    QVERIFY(line.has_value());
    line->label.box.left = 600.5;
    line->label.flags = LabelFlag::Occluded;
    QCOMPARE(kittiLine(line->label, line->type),
             QByteArray("Truck 0.00 1 -1.57 600.5 156.4 629.75 189.25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56"));
    QCOMPARE(kittiLine({0, {1, 2, 3, 4}, {}, -1, false, {}}, QStringLiteral("a")),
             QByteArray("a 0.00 0 -10 1 2 3 4 -1 -1 -1 -1000 -1000 -1000 -10"));
}

void KittiFormatTest::spacesInNamesComeBack()
{
    CollectingSink sink;
    sink.classNames = {QStringLiteral("traffic light"), QStringLiteral("car")};
    sink.images.resize(1);
    sink.images[0].source = QStringLiteral("v1.2.png");
    sink.images[0].labels.push_back({0, {1, 2, 3, 4}, {}, -1, false, {}});
    const Result<ExportReport> report = write(sink, path("out"));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QVERIFY(fileBytes(path("out/label_2/v1.2.txt")).startsWith("traffic_light "));
    CollectingSink back;
    QVERIFY(read(path("out"), back));
    QCOMPARE(back.classNames, sink.classNames);
    sink.classNames[1] = QStringLiteral("traffic_light");
    const Result<ExportReport> same = write(sink, path("same"));
    QVERIFY(!same && same.error().message.contains(QLatin1String("traffic_light")));
}

void KittiFormatTest::linesWithAScoreAreSuggestions()
{
    QVERIFY(putFile(path("data/0.txt"), kTruck + " 0.75\n"));
    QVERIFY(kFormat.recognizes(m_folder->path()));
    CollectingSink sink;
    QVERIFY(read(m_folder->path(), sink));
    QVERIFY(sink.images[0].labels[0].isSuggestion);
    QCOMPARE(sink.images[0].labels[0].confidence, 0.75);
    QVERIFY(sink.images[0].state == ReviewState::NotYet);
}

void KittiFormatTest::wrongLinesAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("kind");
    QTest::newRow("yolo") << QByteArray("0 0.5 0.5 0.1 0.1") << QStringLiteral("bad-line");
    QTest::newRow("text") << QByteArray("Car 0 0 0 a 1 2 3 0 0 0 0 0 0 0") << QStringLiteral("bad-line");
    QTest::newRow("nan") << QByteArray("Car 0 0 0 nan 1 2 3 0 0 0 0 0 0 0") << QStringLiteral("bad-line");
    QTest::newRow("huge") << QByteArray("Car 0 0 0 0 1 1e300 3 0 0 0 0 0 0 0") << QStringLiteral("bad-line");
    QTest::newRow("no area") << QByteArray("Car 0 0 0 5 1 5 3 0 0 0 0 0 0 0") << QStringLiteral("degenerate-box");
    QTest::newRow("endless") << "Car" + QByteArray(100'000, ' ') + QByteArray(100'000, 'x')
                             << QStringLiteral("bad-line");
}

void KittiFormatTest::wrongLinesAreNotesThatNameThem()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, kind);
    QVERIFY(putFile(path("x.txt"), kTruck + '\n' + line + '\n'));
    CollectingSink sink;
    QVERIFY(read(path("x.txt"), sink));
    QCOMPARE(sink.labelCount(), 1);
    QCOMPARE(sink.countOf(kind), 1);
    QVERIFY2(sink.notes.last().text.contains(QLatin1String("x.txt, line 2")), qPrintable(sink.notes.last().text));
}

QTEST_GUILESS_MAIN(KittiFormatTest)
#include "kitti_format_test.moc"
