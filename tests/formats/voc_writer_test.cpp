// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_dataset.h"
#include "core/formats/voc_format.h"
#include "core/formats/voc_xml.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace boxwright;

namespace {

const VocFormat kFormat;

VocText textOf(const VocAnnotation &read)
{
    VocText text;
    text.fileName = read.fileName;
    text.size = read.size;
    text.isVerified = read.isVerified;
    text.objects = read.objects;
    text.extra = read.extra;
    return text;
}

/// Without the white space between elements.
QByteArray squeezed(QByteArray xml)
{
    for (qsizetype at = xml.indexOf(">"); at >= 0; at = xml.indexOf(">", at + 1)) {
        qsizetype end = at + 1;
        while (end < xml.size() && std::isspace(static_cast<unsigned char>(xml[end])) != 0)
            ++end;
        if (end < xml.size() && xml[end] == '<')
            xml.remove(at + 1, end - at - 1);
    }
    return xml.trimmed();
}

} // namespace

class VocWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bccdComesBackByteForByte();
    void whatIsNotUnderstoodComesBack_data();
    void whatIsNotUnderstoodComesBack();
    void anEditIsWritten();
    void boxesBeyondTheEdgeComeBack_data();
    void boxesBeyondTheEdgeComeBack();
    void anExportOfBccdIsBccd();
    void emptyImagesAreVerified();
};

void VocWriterTest::bccdComesBackByteForByte()
{
    const QString bccd = sharedFolder(QStringLiteral("bccd"));
    if (bccd.isEmpty())
        QSKIP("../shared/data/bccd is not at hand");
    const QDir folder(bccd + QStringLiteral("/Annotations"));
    int same = 0;
    QStringList other;
    for (const QString &name : folder.entryList({QStringLiteral("*.xml")})) {
        const QByteArray bytes = fileBytes(folder.filePath(name));
        const Result<VocAnnotation> read = parseVocAnnotation(bytes);
        QVERIFY(read.has_value());
        if (vocAnnotationText(textOf(*read)) == bytes)
            ++same;
        else
            other.append(name);
    }
    // Two files hold a box without area each, which is not read.
    QCOMPARE(other, (QStringList{QStringLiteral("BloodImage_00338.xml"), QStringLiteral("BloodImage_00343.xml")}));
    QCOMPARE(same, 362);
}

void VocWriterTest::whatIsNotUnderstoodComesBack_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("order and corners of Roboflow") << QByteArray(
        "<annotation><folder></folder><filename>a.jpg</filename><path>a.jpg</path><source>"
        "<database>roboflow.ai</database></source><size><width>10</width><height>5</height><depth>3</depth>"
        "</size><segmented>0</segmented><object><name>x</name><truncated>1</truncated><difficult>0"
        "</difficult><occluded>0</occluded><bndbox><xmin>0</xmin><xmax>2</xmax><ymin>0</ymin><ymax>4"
        "</ymax></bndbox></object></annotation>");
    QTest::newRow("parts and actions") << QByteArray(
        "<annotation><filename>a.jpg</filename><size><width>10</width><height>5</height><depth>1</depth>"
        "</size><object><name>person</name><bndbox><xmin>4.0</xmin><ymin>5</ymin><xmax>6</xmax><ymax>7.25"
        "</ymax></bndbox><part><name>head</name><bndbox><xmin>5.5</xmin></bndbox></part><actions><other>1"
        "</other></actions></object><segmented>1</segmented></annotation>");
    QTest::newRow("verified, pose, attributes and escapes")
        << QByteArray("<annotation verified=\"yes\"><filename>a &amp; b.jpg</filename><size><width>10</width><height>5"
                      "</height><depth>3</depth></size><object><name>x &lt; y</name><pose>Left</pose><truncated>0"
                      "</truncated><difficult>1</difficult><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2"
                      "</ymax></bndbox><note lang=\"ko\">&lt;b&gt; &amp; c</note></object></annotation>");
}

void VocWriterTest::whatIsNotUnderstoodComesBack()
{
    QFETCH(QByteArray, xml);
    const Result<VocAnnotation> read = parseVocAnnotation(xml);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
    QVERIFY(read->problems.isEmpty());
    const QByteArray written = vocAnnotationText(textOf(*read));
    QCOMPARE(squeezed(written), xml);
    const Result<VocAnnotation> again = parseVocAnnotation(written);
    QVERIFY(again.has_value());
    QCOMPARE(vocAnnotationText(textOf(*again)), written);
}

void VocWriterTest::anEditIsWritten()
{
    VocText text;
    text.fileName = QStringLiteral("a.jpg");
    text.folder = QStringLiteral("photos");
    text.size = {640, 480};
    VocObject object{QStringLiteral("bee"), {0, 0, 10.5, 20}, LabelFlag::Occluded, {}};
    object.extra = QStringLiteral("{\"voc\":{\"parts\":[\"name\",\"bndbox\"],\"box\":{\"xmin\":\"3\",\"ymin\":\"1\","
                                  "\"xmax\":\"9\",\"ymax\":\"9\"}}}");
    text.objects = {object};
    QCOMPARE(
        vocAnnotationText(text),
        QByteArray("<annotation>\n\t<folder>photos</folder>\n\t<filename>a.jpg</filename>\n\t<source>\n\t\t<database>"
                   "Unknown</database>\n\t</source>\n\t<size>\n\t\t<width>640</width>\n\t\t<height>480</height>\n"
                   "\t\t<depth>3</depth>\n\t</size>\n\t<segmented>0</segmented>\n\t<object>\n\t\t<name>bee</name>\n"
                   "\t\t<occluded>1</occluded>\n\t\t<bndbox>\n\t\t\t<xmin>1</xmin>\n\t\t\t<ymin>1</ymin>\n\t\t\t"
                   "<xmax>10.5</xmax>\n\t\t\t<ymax>20</ymax>\n\t\t</bndbox>\n\t</object>\n</annotation>\n"));
}

void VocWriterTest::boxesBeyondTheEdgeComeBack_data()
{
    QTest::addColumn<Box>("box");
    QTest::newRow("a little") << Box{-0.5, -0.25, 10, 20};
    QTest::newRow("one pixel") << Box{-1, -1, 10, 20};
    QTest::newRow("far, and wholly") << Box{-30, -40, -2.5, -3};
    QTest::newRow("at the edge") << Box{0, 0, 10, 20};
    QTest::newRow("within the first pixel") << Box{0.25, 0.75, 10, 20};
    QTest::newRow("beyond the other edges") << Box{630, 470, 650.5, 490};
}

void VocWriterTest::boxesBeyondTheEdgeComeBack()
{
    QFETCH(Box, box);
    VocText text;
    text.fileName = QStringLiteral("a.jpg");
    text.size = {640, 480};
    text.objects = {{QStringLiteral("bee"), box, {}, {}}};
    const Result<VocAnnotation> read = parseVocAnnotation(vocAnnotationText(text));

    QVERIFY(read.has_value() && read->objects.size() == 1);
    constexpr double kHidden = 1e-5; // pixels
    const Box &back = read->objects[0].box;
    QVERIFY(std::abs(back.left - box.left) < kHidden && std::abs(back.top - box.top) < kHidden);
    QVERIFY(std::abs(back.right - box.right) < kHidden && std::abs(back.bottom - box.bottom) < kHidden);
}

void VocWriterTest::anExportOfBccdIsBccd()
{
    const QString bccd = sharedFolder(QStringLiteral("bccd"));
    if (bccd.isEmpty())
        QSKIP("../shared/data/bccd is not at hand");
    CollectingSink read;
    ReadOptions reading;
    reading.from = bccd;
    QVERIFY(kFormat.read(reading, read).has_value());
    ListSource source(read);
    QTemporaryDir folder;
    WriteOptions options;
    options.to = folder.filePath(QStringLiteral("out"));
    const Result<ExportReport> report = exportDataset(kFormat, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->images, 364);
    QCOMPARE(report->labels, 4886);
    const QString name = QStringLiteral("/Annotations/BloodImage_00000.xml");
    QCOMPARE(fileBytes(options.to + name), fileBytes(bccd + name));
    CollectingSink back;
    reading.from = options.to;
    reading.imageFolder = bccd;
    QVERIFY(kFormat.read(reading, back).has_value());
    QCOMPARE(back.classNames, read.classNames);
    std::map<Split, int> before;
    std::map<Split, int> after;
    for (const FormatImage &image : read.images)
        ++before[image.split];
    for (const FormatImage &image : back.images) {
        ++after[image.split];
        QVERIFY(image.path.startsWith(bccd));
    }
    QVERIFY(before == after);
}

void VocWriterTest::emptyImagesAreVerified()
{
    std::vector<FormatImage> images(2);
    for (FormatImage &image : images)
        image.size = {10, 10};
    images[0].source = QStringLiteral("empty.jpg");
    images[0].state = ReviewState::Empty;
    images[1].source = QStringLiteral("new.jpg");
    ListSource source({QStringLiteral("bee")}, images);
    QTemporaryDir folder;
    WriteOptions options;
    options.to = folder.filePath(QStringLiteral("out"));
    QVERIFY(exportDataset(kFormat, options, source).has_value());
    CollectingSink read;
    ReadOptions reading;
    reading.from = options.to;
    QVERIFY(kFormat.read(reading, read).has_value());
    QCOMPARE(read.images.size(), 2u);
    QVERIFY(read.images[0].state == ReviewState::Empty && read.images[1].state == ReviewState::NotYet);
    QCOMPARE(read.classNames, QStringList{QStringLiteral("bee")});
}

QTEST_GUILESS_MAIN(VocWriterTest)
#include "voc_writer_test.moc"
