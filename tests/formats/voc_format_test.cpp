// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_format.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

const VocFormat kFormat;

ReadOptions from(const QString &path, const QString &images = {})
{
    ReadOptions options;
    options.from = path;
    options.imageFolder = images;
    return options;
}

QByteArray object(const QByteArray &name, const QByteArray &corners, const QByteArray &more = {})
{
    const QList<QByteArray> c = corners.split(' ');
    return "<object><name>" + name + "</name>" + more + "<bndbox><xmin>" + c[0] + "</xmin><ymin>" + c[1] +
           "</ymin><xmax>" + c[2] + "</xmax><ymax>" + c[3] + "</ymax></bndbox></object>";
}

QByteArray annotation(const QByteArray &fileName, const QByteArray &objects, const QByteArray &attributes = {})
{
    return "<annotation" + attributes + "><filename>" + fileName +
           "</filename><size><width>100</width><height>80</height><depth>3</depth></size>" + objects + "</annotation>";
}

} // namespace

class VocFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bccdIsReadButForItsTwoDegenerateBoxes();
    void cornersAreOneBasedAndInclusive();
    void flagsAndPoseAreKept();
    void partsAreNotObjects();
    void splitsComeFromImageSets();
    void listsNameImagesWithSpaces();
    void splitsComeFromFoldersElse();
    void aFileWithoutObjectsIsEmptyOnlyWhenVerified();
    void pathsNeverLeaveTheImageFolder_data();
    void pathsNeverLeaveTheImageFolder();
    void brokenFilesAreNotesThatNameThem_data();
    void brokenFilesAreNotesThatNameThem();
    void wrongObjectsAreNotesThatNameThem();
    void aFolderWithoutAnnotationsIsAMessage();
};

void VocFormatTest::bccdIsReadButForItsTwoDegenerateBoxes()
{
    const QString bccd = sharedFolder(QStringLiteral("bccd"));
    if (bccd.isEmpty())
        QSKIP("../shared/data/bccd is not at hand");
    QVERIFY(kFormat.recognizes(bccd));
    CollectingSink read;
    const Result<> done = kFormat.read(from(bccd), read);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(read.images.size(), 364u);
    QCOMPARE(read.labelCount(), 4886);
    QCOMPARE(read.classNames, QString::fromLatin1("WBC RBC Platelets").split(u' '));
    QCOMPARE(read.notes.size(), 2);
    QVERIFY(read.notes[0].kind == QLatin1String("degenerate-box") &&
            read.notes[1].kind == QLatin1String("degenerate-box"));
    QVERIFY2(read.notes[0].text.contains(QLatin1String("BloodImage_00338.xml")) &&
                 read.notes[0].text.contains(QLatin1String("object[12]")) &&
                 read.notes[0].text.contains(QLatin1String("504")),
             qPrintable(read.notes[0].text));
    QVERIFY(read.notes[1].text.contains(QLatin1String("BloodImage_00343.xml")));
    QMap<Split, int> splits;
    int truncated = 0;
    for (const FormatImage &image : read.images) {
        ++splits[image.split];
        QVERIFY2(QFileInfo(image.path).isFile(), qPrintable(image.source));
        for (const FormatLabel &label : image.labels)
            truncated += label.flags.testFlag(LabelFlag::Truncated) ? 1 : 0;
    }
    QCOMPARE(splits[Split::Train], 205);
    QCOMPARE(splits[Split::Validation], 87);
    QCOMPARE(splits[Split::Test], 72);
    QCOMPARE(truncated, 1131);
}

void VocFormatTest::cornersAreOneBasedAndInclusive()
{
    QTemporaryDir folder;
    QVERIFY(
        putFile(folder.filePath(QStringLiteral("a.xml")),
                annotation("a.jpg", object("x", "1 1 100 80") + object("x", "10.5 2 20 30") + object("x", "0 0 5 5"))));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QVERIFY(read.images[0].labels[0].box == (Box{0, 0, 100, 80}));
    QVERIFY(read.images[0].labels[1].box == (Box{9.5, 1, 20, 30}));
    QVERIFY(read.images[0].labels[2].box == (Box{0, 0, 5, 5}));
    QCOMPARE(read.images[0].size, QSize(100, 80));
}

void VocFormatTest::flagsAndPoseAreKept()
{
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("a.xml")),
                    annotation("a.jpg", object("x", "1 1 9 9",
                                               "<pose>Left</pose><difficult>1</difficult><truncated>0</truncated>"
                                               "<occluded>1</occluded>") +
                                            object("y &amp; z", "1 1 9 9", "<pose>Unspecified</pose>"))));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    const std::vector<FormatLabel> &labels = read.images[0].labels;
    QVERIFY(labels[0].flags == (LabelFlag::Difficult | LabelFlag::Occluded));
    QVERIFY2(labels[0].extra.contains(QStringLiteral("<pose>Left</pose>")), qPrintable(labels[0].extra));
    QVERIFY(!labels[1].flags);
    QCOMPARE(read.classNames, (QStringList{QStringLiteral("x"), QStringLiteral("y & z")}));
}

void VocFormatTest::partsAreNotObjects()
{
    QTemporaryDir folder;
    QVERIFY(
        putFile(folder.filePath(QStringLiteral("a.xml")),
                annotation("a.jpg",
                           "<object><name>person</name><bndbox><xmin>4</xmin><ymin>5</ymin><xmax>6</xmax><ymax>7</ymax>"
                           "</bndbox><part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax>"
                           "<ymax>2</ymax></bndbox></part></object>")));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.labelCount(), 1);
    QVERIFY(read.images[0].labels[0].box == (Box{3, 4, 6, 7}));
}

void VocFormatTest::splitsComeFromImageSets()
{
    QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    for (const char *name : {"a", "b", "c", "d"})
        QVERIFY(putFile(path("Annotations/") + QLatin1String(name) + QStringLiteral(".xml"),
                        annotation(QByteArray(name) + ".jpg", object("x", "1 1 9 9"))));
    for (const char *name : {"JPEGImages/a.jpg", "JPEGImages/e.jpg"})
        QVERIFY(putFile(path(name), "x"));
    QVERIFY(putFile(path("ImageSets/Main/train.txt"), "a 1\n\n"));
    QVERIFY(putFile(path("ImageSets/Main/val.txt"), "b\r\na\r\n"));
    QVERIFY(putFile(path("ImageSets/Main/trainval.txt"), "a\nb\nc\n"));
    QVERIFY(putFile(path("ImageSets/Main/test.txt"), "e\nnowhere\n"));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.images.size(), 5u);
    const Split expected[] = {Split::Train, Split::Validation, Split::Train, Split::None, Split::Test};
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(read.images[i].split, expected[i]);
    QVERIFY(read.images[4].labels.empty() && read.images[4].path.endsWith(QLatin1String("JPEGImages/e.jpg")));
    QCOMPARE(read.countOf(QStringLiteral("split-conflict")), 1);
}

void VocFormatTest::listsNameImagesWithSpaces()
{
    QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    for (const char *name : {"two words", "take 1", "c"})
        QVERIFY(putFile(path("Annotations/") + QLatin1String(name) + QStringLiteral(".xml"),
                        annotation(QByteArray(name) + ".jpg", object("x", "1 1 9 9"))));
    QVERIFY(putFile(path("ImageSets/Main/train.txt"), "c\n"));
    QVERIFY(putFile(path("ImageSets/Main/val.txt"), "two words\r\ntake 1\n"));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.images.size(), 3u);
    for (const FormatImage &image : read.images)
        QCOMPARE(image.split, image.source == QLatin1String("c.jpg") ? Split::Train : Split::Validation);
}

void VocFormatTest::splitsComeFromFoldersElse()
{
    const QString samples = sharedFolder(QStringLiteral("format-samples/openvinotoolkit/roboflow_dataset/voc"));
    if (samples.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    CollectingSink read;
    QVERIFY(kFormat.read(from(samples), read).has_value());
    QCOMPARE(read.images.size(), 3u);
    QCOMPARE(read.images[0].split, Split::Train);
    QCOMPARE(read.images[2].split, Split::Validation);
    for (const FormatImage &image : read.images)
        QVERIFY2(QFileInfo(image.path).isFile(), qPrintable(image.source));
}

void VocFormatTest::aFileWithoutObjectsIsEmptyOnlyWhenVerified()
{
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("a.xml")), annotation("a.jpg", {})));
    QVERIFY(putFile(folder.filePath(QStringLiteral("b.xml")), annotation("b.jpg", {}, " verified=\"yes\"")));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QVERIFY(read.images[0].state == ReviewState::NotYet);
    QVERIFY(read.images[1].state == ReviewState::Empty);
}

void VocFormatTest::pathsNeverLeaveTheImageFolder_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::newRow("parent") << QStringLiteral("../outside/secret.jpg");
    QTest::newRow("absolute") << QStringLiteral("@/outside/secret.jpg");
    QTest::newRow("backslashes") << QStringLiteral("..\\outside\\secret.jpg");
    QTest::newRow("file address") << QStringLiteral("file://@/outside/secret.jpg");
}

void VocFormatTest::pathsNeverLeaveTheImageFolder()
{
    QFETCH(QString, spelling);
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("outside/secret.jpg")), "x"));
    QVERIFY(putFile(folder.filePath(QStringLiteral("set/a.jpg")), "x"));
    spelling.replace(u'@', folder.path());
    QVERIFY(
        putFile(folder.filePath(QStringLiteral("set/z.xml")), annotation(spelling.toUtf8(), object("x", "1 1 9 9"))));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.filePath(QStringLiteral("set"))), read).has_value());
    QCOMPARE(read.images[0].path, QString());
    QCOMPARE(read.countOf(QStringLiteral("missing-image")), 1);
}

void VocFormatTest::brokenFilesAreNotesThatNameThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray good = annotation("a.jpg", object("x", "1 1 9 9"));
    QByteArray laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'k'; ++c)
        laughs += QByteArray("<!ENTITY ") + c + " \"" + (QByteArray("&") + char(c - 1) + ";").repeated(10) + "\">";
    QTest::newRow("billion laughs") << laughs + "]><annotation><filename>&j;</filename></annotation>"
                                    << QStringLiteral("document type");
    QTest::newRow("external entity")
        << QByteArray("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><annotation><filename>&e;"
                      "</filename></annotation>")
        << QStringLiteral("document type");
    QTest::newRow("unknown entity") << annotation("&what;", {}) << QStringLiteral("line 1");
    QTest::newRow("truncated") << good.left(good.size() / 2) << QStringLiteral("line 1");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1");
    QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe\x89PNG", 8).repeated(1000) << QStringLiteral("line 1");
    QTest::newRow("other xml") << QByteArray("<html><body/></html>") << QStringLiteral("html");
    QTest::newRow("deep nesting") << annotation("a.jpg", QByteArray("<a>").repeated(200'000))
                                  << QStringLiteral("nested");
    QTest::newRow("deep nesting in a name")
        << annotation("a.jpg", "<object><name>" + QByteArray("<a>").repeated(200'000)) << QStringLiteral("nested");
}

void VocFormatTest::brokenFilesAreNotesThatNameThem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QStringLiteral("broken.xml")), bytes));
    CollectingSink alone;
    const Result<> done = kFormat.read(from(folder.path()), alone);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("broken.xml")) && done.error().message.contains(says),
             qPrintable(done.error().message));

    QVERIFY(putFile(folder.filePath(QStringLiteral("good.xml")), annotation("a.jpg", object("x", "1 1 9 9"))));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.images.size(), 1u);
    QCOMPARE(read.countOf(QStringLiteral("bad-file")), 1);
}

void VocFormatTest::wrongObjectsAreNotesThatNameThem()
{
    QTemporaryDir folder;
    QVERIFY(
        putFile(folder.filePath(QStringLiteral("a.xml")),
                annotation("a.jpg", object("x", "nan 1 9 9") + object("x", "1 1 inf 9") + object("x", "1 1 1e308 9") +
                                        object("x", "9 1 3 9") + object("", "1 1 9 9") + object("x", "0 1 0 9") +
                                        "<object><name>y</name></object>" + object("x", "1 1 9 9"))));
    CollectingSink read;
    QVERIFY(kFormat.read(from(folder.path()), read).has_value());
    QCOMPARE(read.labelCount(), 1);
    QCOMPARE(read.countOf(QStringLiteral("bad-box")), 5);
    QCOMPARE(read.countOf(QStringLiteral("degenerate-box")), 2);
    QVERIFY2(read.notes[2].text.contains(QLatin1String("a.xml")) &&
                 read.notes[2].text.contains(QLatin1String("object[2]")) &&
                 read.notes[2].text.contains(QLatin1String("xmax")) &&
                 read.notes[2].text.contains(QLatin1String("1e308")),
             qPrintable(read.notes[2].text));
}

void VocFormatTest::aFolderWithoutAnnotationsIsAMessage()
{
    QTemporaryDir folder;
    CollectingSink read;
    const Result<> empty = kFormat.read(from(folder.path()), read);
    QVERIFY(!empty && empty.error().message.contains(folder.path()));
    const Result<> missing = kFormat.read(from(folder.filePath(QStringLiteral("nowhere"))), read);
    QVERIFY(!missing && missing.error().message.contains(QLatin1String("nowhere")));
}

QTEST_GUILESS_MAIN(VocFormatTest)
#include "voc_format_test.moc"
