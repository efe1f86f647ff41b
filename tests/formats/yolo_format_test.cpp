// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/yolo_format.h"

#include "core/formats/export_dataset.h"
#include "core/formats/yolo_line.h"
#include "core/formats/yolo_yaml.h"
#include "tests/support/format_doubles.h"
#include "tests/support/image_files.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace boxwright;

namespace {

const YoloFormat kFormat;

ReadOptions from(const QString &path, const QString &images = {})
{
    ReadOptions options;
    options.from = path;
    options.imageFolder = images;
    return options;
}

bool isNear(const Box &a, const Box &b)
{
    return std::abs(a.left - b.left) < 1e-9 && std::abs(a.top - b.top) < 1e-9 && std::abs(a.right - b.right) < 1e-9 &&
           std::abs(a.bottom - b.bottom) < 1e-9;
}

} // namespace

class YoloFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyLayoutOfTheSamplesIsRead_data();
    void everyLayoutOfTheSamplesIsRead();
    void linesComeBackAsTheyWere_data();
    void linesComeBackAsTheyWere();
    void wrongLinesSayWhatIsWrong_data();
    void wrongLinesSayWhatIsWrong();
    void descriptionsAreUnderstood_data();
    void descriptionsAreUnderstood();
    void indexesStayTheFilesNumbers();
    void charactersThatAreNoneAreSpaces();
    void namesThatWeWouldGiveMayBeTaken();
    void emptyFilesAreConfirmedAndMissingOnesAreNot();
    void descriptionsNeverLeadOutside();
    void sameNamesInSeveralFoldersStayApart();
    void anExportIsReadByItself();
    void aListThatStandsForTwoSplitsCountsOnce();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    void putImage(const QString &name, QSize size = {100, 50}) const
    {
        QDir().mkpath(QFileInfo(file(name)).path());
        QImage image(size, QImage::Format_RGB888);
        image.fill(Qt::gray);
        image.save(file(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void YoloFormatTest::everyLayoutOfTheSamplesIsRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("labels");
    QTest::addColumn<QString>("firstClass"); ///< of the first label
    QTest::addColumn<int>("bounds");
    const auto row = [](const char *path, int images, int labels, const char *firstClass, int bounds = 0) {
        QTest::newRow(path) << QString::fromLatin1(path) << images << labels << QString::fromLatin1(firstClass)
                            << bounds;
    };
    row("cvat-ai/yolo_dataset/yolo", 1, 2, "label_2");
    row("cvat-ai/yolo_dataset/yolov8_detection", 1, 2, "label_2");
    row("cvat-ai/yolo_dataset/yolov8_detection/data.yaml", 1, 2, "label_2");
    row("cvat-ai/yolo_dataset/yolov8_detection_with_list_of_imgs", 1, 2, "label_2");
    row("cvat-ai/yolo_dataset/yolov8_detection_with_list_of_names", 1, 2, "label_2");
    row("cvat-ai/yolo_dataset/yolov8_detection_with_subset_txt", 1, 2, "label_2");
    row("cvat-ai/yolo_dataset/yolov8_oriented_boxes", 1, 2, "label_2", 2);
    row("cvat-ai/yolo_dataset/yolov8_pose", 1, 1, "skeleton_label");
    row("cvat-ai/yolo_dataset/yolov8_pose_two_values_per_point", 1, 1, "skeleton_label");
    row("cvat-ai/yolo_dataset/yolov8_segmentation", 1, 2, "label_2", 2);
    row("openvinotoolkit/roboflow_dataset/yolo", 3, 4, "label_0");
    row("openvinotoolkit/roboflow_dataset/yolo_obb", 3, 4, "label_0", 4);
    row("openvinotoolkit/yolo_dataset/annotations", 1, 2, "label_2");
    row("openvinotoolkit/yolo_dataset/labels", 2, 4, "label_2");
    row("openvinotoolkit/yolo_dataset/strict", 1, 2, "label_2");
    row("openvinotoolkit/yolo_dataset/strict/obj.data", 1, 2, "label_2");
}

void YoloFormatTest::everyLayoutOfTheSamplesIsRead()
{
    QFETCH(QString, path);
    QFETCH(int, images);
    QFETCH(int, labels);
    QFETCH(QString, firstClass);
    QFETCH(int, bounds);
    const QString sample = sharedFolder(QStringLiteral("format-samples/") + path);
    if (sample.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    QVERIFY(kFormat.recognizes(sample));
    CollectingSink read;
    const Result<> done = kFormat.read(from(sample), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(static_cast<int>(read.images.size()), images);
    QCOMPARE(static_cast<int>(read.labelCount()), labels);
    QCOMPARE(static_cast<int>(read.countOf(QStringLiteral("bounds"))), bounds);
    const int points = path.contains(QLatin1String("pose")) ? labels : 0;
    QCOMPARE(static_cast<int>(read.countOf(QStringLiteral("key-points"))), points);
    QCOMPARE(static_cast<int>(read.notes.size()), bounds + points);
    QCOMPARE(read.classNames.value(read.images[0].labels[0].classIndex), firstClass);
    QVERIFY(read.images[0].split != Split::None || path.contains(QLatin1String("annotations")));
    if (labels == 2 && bounds == 0) { // 15 x 10 pixels: .133333 .3 .266667 .2
        const QSize size = read.images[0].size;
        const Box wanted{0, 0.2 * size.height(), 4.0 / 15 * size.width(), 0.4 * size.height()};
        const Box &box = read.images[0].labels[0].box;
        QVERIFY(std::abs(box.left - wanted.left) < 1e-4 && std::abs(box.right - wanted.right) < 1e-4 &&
                std::abs(box.top - wanted.top) < 1e-4 && std::abs(box.bottom - wanted.bottom) < 1e-4);
    }
}

void YoloFormatTest::linesComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Box>("box"); ///< of an image of 200 x 100
    QTest::newRow("six decimals") << QByteArray("2 0.133333 0.300000 0.266667 0.200000")
                                  << Box{-0.0001, 20, 53.3333, 40};
    QTest::newRow("fewer") << QByteArray("0 0.35 0.3 0.3 0.2") << Box{40, 20, 100, 40};
    QTest::newRow("more") << QByteArray("0 0.123456789012 0.5 0.25 0.125")
                          << Box{-0.3086421976, 43.75, 49.6913578024, 56.25};
    QTest::newRow("whole image") << QByteArray("7 0.500000 0.500000 1.000000 1.000000") << Box{0, 0, 200, 100};
    QTest::newRow("confidence") << QByteArray("1 0.5 0.5 0.5 0.5 0.875") << Box{50, 25, 150, 75};
    QTest::newRow("polygon") << QByteArray("2 0.1 0.1 0.4 0.1 0.4 0.5") << Box{20, 10, 80, 50};
    QTest::newRow("beyond the edge") << QByteArray("0 0.5 0.5 1.000001 1.000000") << Box{-0.0001, 0, 200.0001, 100};
}

void YoloFormatTest::linesComeBackAsTheyWere()
{
    QFETCH(QByteArray, line);
    QFETCH(Box, box);
    const QSize size(200, 100);
    const Result<YoloLine> parsed = parseYoloLine(line, size, false);
    QVERIFY2(parsed.has_value(), qPrintable(parsed ? QString() : parsed.error().message));
    QVERIFY(isNear(parsed->label.box, box));
    QCOMPARE(yoloLine(parsed->label, size), line);
    FormatLabel moved = parsed->label;
    moved.box = {10, 10, 60, 60};
    QCOMPARE(yoloLine(moved, size), line.left(line.indexOf(' ')) + " 0.175000 0.350000 0.250000 0.500000");
    const Result<YoloLine> pose = parseYoloLine("0 0.5 0.5 0.5 0.5 0.1 0.2 2 0.3 0.4 2", size, true);
    QVERIFY(pose && isNear(pose->label.box, {50, 25, 150, 75}));
    QCOMPARE(yoloLine(pose->label, size), QByteArray("0 0.5 0.5 0.5 0.5")); // its points are left out
}

void YoloFormatTest::wrongLinesSayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("three values") << QByteArray("0 0.1 0.2 0.3") << QStringLiteral("3 values");
    QTest::newRow("class only") << QByteArray("0") << QStringLiteral("0 values");
    QTest::newRow("class name") << QByteArray("bee 0.1 0.2 0.3 0.4") << QStringLiteral("bee");
    QTest::newRow("negative class") << QByteArray("-1 0.1 0.2 0.3 0.4") << QStringLiteral("-1");
    QTest::newRow("half a class") << QByteArray("1.5 0.1 0.2 0.3 0.4") << QStringLiteral("1.5");
    QTest::newRow("huge class") << QByteArray("99999999 0.1 0.2 0.3 0.4") << QStringLiteral("99999999");
    QTest::newRow("pixels") << QByteArray("0 320 240 100 50") << QStringLiteral("share");
    QTest::newRow("not a number") << QByteArray("0 nan 0.2 0.3 0.4") << QStringLiteral("nan");
    QTest::newRow("words") << QByteArray("0 0.1 x 0.3 0.4") << QStringLiteral("x");
    QTest::newRow("seven values") << QByteArray("0 .1 .1 .1 .1 .1 .1 .1") << QStringLiteral("7 values");
}

void YoloFormatTest::wrongLinesSayWhatIsWrong()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    const Result<YoloLine> parsed = parseYoloLine(line, {100, 100}, false);
    QVERIFY(!parsed.has_value());
    QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
}

void YoloFormatTest::descriptionsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("train");
    const QStringList ab{QStringLiteral("a"), QStringLiteral("b c")};
    const QStringList images{QStringLiteral("images/train")};
    QTest::newRow("block map") << QByteArray("path: .\ntrain: images/train\nnames:\n  0: a\n  1: b c\n") << ab
                               << images;
    QTest::newRow("block list") << QByteArray("names:\n- a\n- \"b c\"\ntrain: images/train # here\n") << ab << images;
    QTest::newRow("brackets") << QByteArray("nc: 2\nnames: ['a', 'b c']\ntrain: 'images/train'") << ab << images;
    QTest::newRow("brackets over lines") << QByteArray("names: [a,\n  b c]\ntrain: images/train") << ab << images;
    QTest::newRow("braces") << QByteArray("names: {0: a, 1: 'b c'}\ntrain: images/train") << ab << images;
    QTest::newRow("several folders") << QByteArray("train:\n  - x/one\n  - x/two\nnames: [a]") << QStringList{ab[0]}
                                     << QStringList{QStringLiteral("x/one"), QStringLiteral("x/two")};
    QTest::newRow("gap") << QByteArray("names:\n  0: a\n  2: c\n")
                         << QStringList{QStringLiteral("a"), QString(), QStringLiteral("c")} << QStringList();
    QTest::newRow("odd names") << QByteArray("names: [\"a: b\", 'it''s', \"x, y\", \"#1\"]")
                               << QStringList{QStringLiteral("a: b"), QStringLiteral("it's"), QStringLiteral("x, y"),
                                              QStringLiteral("#1")}
                               << QStringList();
    QTest::newRow("escapes") << QByteArray("names: [\"x\\u0001\\ty \\\" \\\\\"]")
                             << QStringList{QStringLiteral("x\u0001\ty \" \\")} << QStringList();
    QTest::newRow("windows") << QByteArray("names: [a]\r\ntrain: images/train\r\n") << QStringList{ab[0]} << images;
}

void YoloFormatTest::descriptionsAreUnderstood()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QStringList, names);
    QFETCH(QStringList, train);
    const Result<YoloConfig> config = parseYoloYaml(yaml);
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().message));
    QCOMPARE(config->names, names);
    QCOMPARE(config->parts.value(Split::Train), train);
    QVERIFY(!parseYoloYaml("names:\n  99999999: a\n").has_value());
    QVERIFY(!parseYoloYaml("just text\n").has_value());
    QVERIFY(
        !parseYoloYaml("names: [" + QByteArray("a,").repeated(500'000) + "]\n").has_value()); // nor does it take long
}

void YoloFormatTest::indexesStayTheFilesNumbers()
{
    putImage(QStringLiteral("images/a.png"));
    putFile(file(QStringLiteral("labels/a.txt")), "7 0.5 0.5 0.1 0.1\n1 0.5 0.5 0.2 0.2\n");
    putFile(file(QStringLiteral("data.yaml")), "train: images\nnames: [bee, bee, wasp]\n");
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.classNames.size(), 8);
    QCOMPARE(read.classNames.first(3),
             (QStringList{QStringLiteral("bee"), QStringLiteral("bee (1)"), QStringLiteral("wasp")}));
    QCOMPARE(read.images[0].labels[0].classIndex, 7);
    QCOMPARE(read.images[0].labels[1].classIndex, 1);
}

void YoloFormatTest::charactersThatAreNoneAreSpaces()
{
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("classes.txt")), QByteArray("a\001b\0\n \xef\xbf\xbf c\n", 12)) &&
            putFile(folder.filePath(QStringLiteral("labels/x.txt")), "1 0.5 0.5 0.5 0.5\n"));
    CollectingSink read;
    ReadOptions options = from(folder.path());
    options.sizeHint = [](const QString &) { return QSize(100, 100); };
    QVERIFY(kFormat.read(options, read).has_value());

    QCOMPARE(read.classNames, QStringList({QStringLiteral("a b"), QStringLiteral("c")}));
}

void YoloFormatTest::namesThatWeWouldGiveMayBeTaken()
{
    putImage(QStringLiteral("images/a.png"));
    putFile(file(QStringLiteral("labels/a.txt")), "3 0.5 0.5 0.1 0.1\n");
    putFile(file(QStringLiteral("data.yaml")), "train: images\nnames: [class-3, class-3 (3), bee]\n");
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.classNames.size(), 4);
    QCOMPARE(read.classNames[3], QStringLiteral("class-3 (4)"));
    QCOMPARE(read.images[0].labels[0].classIndex, 3);
}

void YoloFormatTest::emptyFilesAreConfirmedAndMissingOnesAreNot()
{
    for (const char *name : {"a", "b", "c"})
        putImage(QStringLiteral("images/train/%1.png").arg(QLatin1String(name)));
    putFile(file(QStringLiteral("labels/train/a.txt")), "\n");
    putFile(file(QStringLiteral("labels/train/b.txt")), "0 0.5 0.5 0 0.1\n");
    putFile(file(QStringLiteral("obj.names")), "bee\n");
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.images.size(), 3u);
    QVERIFY(read.images[0].state == ReviewState::Empty);
    QVERIFY(read.images[1].state == ReviewState::NotYet); // its box had no area
    QVERIFY(read.images[2].state == ReviewState::NotYet);
    QCOMPARE(read.countOf(QStringLiteral("degenerate-box")), 1);
}

void YoloFormatTest::descriptionsNeverLeadOutside()
{
    QTemporaryDir outside;
    QImage image(10, 10, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(image.save(outside.filePath(QStringLiteral("secret.png"))));
    putFile(outside.filePath(QStringLiteral("secret.txt")), "0 0.5 0.5 0.1 0.1\n");
    putImage(QStringLiteral("images/a.png"));
    putFile(file(QStringLiteral("labels/a.txt")), "0 0.5 0.5 0.1 0.1\n");
    const QString relative = QDir(m_folder->path()).relativeFilePath(outside.path());
    putFile(file(QStringLiteral("list.txt")), (outside.path() + QStringLiteral("/secret.png\n")).toUtf8() +
                                                  relative.toUtf8() + "/secret.png\nimages/a.png\n");
    putFile(file(QStringLiteral("data.yaml")),
            "names: [bee]\ntrain: list.txt\nval: " + outside.path().toUtf8() + "\ntest: " + relative.toUtf8() + '\n');
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.images.size(), 1u);
    QVERIFY(read.images[0].path.endsWith(QLatin1String("images/a.png")));
    QCOMPARE(read.countOf(QStringLiteral("missing-part")), 2);
}

void YoloFormatTest::sameNamesInSeveralFoldersStayApart()
{
    for (const char *split : {"train", "val"}) {
        const QString part = QLatin1String(split);
        putImage(QStringLiteral("images/%1/1.png").arg(part),
                 part == QLatin1String("val") ? QSize(40, 40) : QSize(80, 80));
    }
    putFile(file(QStringLiteral("labels/train/1.txt")), "0 0.5 0.5 0.5 0.5\n");
    putFile(file(QStringLiteral("labels/val/1.txt")), "1 0.5 0.5 0.5 0.5\n");
    putFile(file(QStringLiteral("data.yaml")), "train: images/train\nval: images/val\nnames: [a, b]\n");
    CollectingSink read;
    QVERIFY(kFormat.read(from(m_folder->path()), read).has_value());
    QCOMPARE(read.images.size(), 2u);
    QCOMPARE(read.images[0].labels[0].classIndex, 0);
    QCOMPARE(read.images[0].labels[0].box, (Box{20, 20, 60, 60}));
    QCOMPARE(read.images[1].labels[0].classIndex, 1);
    QCOMPARE(read.images[1].labels[0].box, (Box{10, 10, 30, 30}));
    QVERIFY(read.images[1].split == Split::Validation);
}

void YoloFormatTest::anExportIsReadByItself()
{
    putImage(QStringLiteral("photos/x/a.png"));
    putImage(QStringLiteral("photos/y/a.png"), {333, 777});
    std::vector<FormatImage> images(2);
    images[0].path = file(QStringLiteral("photos/x/a.png"));
    images[0].labels.push_back({1, {1.25, 2.5, 33.3, 44.4}, {}, -1, false, {}});
    images[1].path = file(QStringLiteral("photos/y/a.png"));
    images[1].split = Split::Validation;
    images[1].labels.push_back({0, {0, 0, 333, 777}, {}, -1, false, {}});
    ListSource source({QStringLiteral("it's: \"one\""), QStringLiteral(u"\ubc8c")}, images);
    WriteOptions options;
    options.to = file(QStringLiteral("out"));
    options.copyImages = true;
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    CollectingSink read;
    QVERIFY(kFormat.read(from(options.to), read).has_value());
    QCOMPARE(read.classNames, source.classes());
    QCOMPARE(read.images.size(), 2u);
    QVERIFY(read.notes.isEmpty());
    QCOMPARE(fileBytes(options.to + QStringLiteral("/labels/val/y/a.txt")),
             QByteArray("0 0.500000 0.500000 1.000000 1.000000\n"));
    QCOMPARE(fileBytes(options.to + QStringLiteral("/train.txt")), QByteArray("./images/train/x/a.png\n"));
}

/// Without validation images data.yaml names the training images for both; those without labels have no file that
/// would tell them apart.
void YoloFormatTest::aListThatStandsForTwoSplitsCountsOnce()
{
    std::vector<FormatImage> images(2);
    images[0].source = QStringLiteral("a.jpg");
    images[0].labels.push_back({0, {1, 1, 9, 9}, {}, -1, false, {}});
    images[1].source = QStringLiteral("b.jpg");
    for (FormatImage &image : images)
        image.size = {100, 50};
    ListSource source({QStringLiteral("bee")}, images);
    WriteOptions options;
    options.to = file(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->images, 2);
}

QTEST_GUILESS_MAIN(YoloFormatTest)
#include "yolo_format_test.moc"
