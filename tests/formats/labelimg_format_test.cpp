// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelimg_format.h"

#include "core/formats/export_dataset.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

const LabelImgFormat kFormat;

const QByteArray kXml = "<annotation>\n\t<folder>in</folder>\n\t<filename>a.png</filename>\n\t<size>\n\t\t"
                        "<width>20</width>\n\t\t<height>10</height>\n\t\t<depth>3</depth>\n\t</size>\n\t<object>\n\t\t"
                        "<name>dog</name>\n\t\t<bndbox>\n\t\t\t<xmin>3</xmin>\n\t\t\t<ymin>1</ymin>\n\t\t\t"
                        "<xmax>8</xmax>\n\t\t\t<ymax>5</ymax>\n\t\t</bndbox>\n\t</object>\n</annotation>\n";

} // namespace

class LabelImgFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foldersAreToldByTheirFiles_data();
    void foldersAreToldByTheirFiles();
    void bothKindsKeepTheOrderOfClasses_data();
    void bothKindsKeepTheOrderOfClasses();
    void itWritesWhatItReads();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LabelImgFormatTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QImage image(20, 10, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(image.save(path("a.png")));
    QVERIFY(putFile(path("classes.txt"), "cat: big\ndog\n"));
}

void LabelImgFormatTest::foldersAreToldByTheirFiles_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    QTest::newRow("xml") << QByteArray("a.xml") << kXml << QStringLiteral("labelimg");
    QTest::newRow("yolo") << QByteArray("a.txt") << QByteArray("1 0.5 0.5 0.1 0.1\n") << QStringLiteral("labelimg");
    QTest::newRow("with data.yaml") << QByteArray("data.yaml") << QByteArray("names: [cat, dog]\n")
                                    << QStringLiteral("yolo");
    QTest::newRow("in a VOC folder") << QByteArray("Annotations/a.xml") << kXml << QStringLiteral("voc");
    QTest::newRow("kitti") << QByteArray("a.txt") << QByteArray("dog 0 0 0 1 1 2 2 0 0 0 0 0 0 0\n")
                           << QStringLiteral("kitti");
}

void LabelImgFormatTest::foldersAreToldByTheirFiles()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, id);
    QVERIFY(putFile(path(name.constData()), bytes));
    const DatasetFormat *format = recognizeFormat(m_folder->path());
    QCOMPARE(format ? format->id() : QString(), id);
}

void LabelImgFormatTest::bothKindsKeepTheOrderOfClasses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("xml") << QByteArray("a.xml") << kXml;
    QTest::newRow("yolo") << QByteArray("a.txt") << QByteArray("1 0.25 0.25 0.3 0.5\n");
}

void LabelImgFormatTest::bothKindsKeepTheOrderOfClasses()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QVERIFY(putFile(path(name.constData()), bytes));
    CollectingSink sink;
    ReadOptions options;
    options.from = m_folder->path();
    QVERIFY(kFormat.read(options, sink));
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("cat: big"), QStringLiteral("dog")}));
    QCOMPARE(sink.labelCount(), 1);
    QCOMPARE(sink.images[0].labels[0].classIndex, 1);
    QCOMPARE(sink.images[0].labels[0].box, (Box{2, 0, 8, 5}));
    QCOMPARE(sink.images[0].path, path("a.png"));
}

void LabelImgFormatTest::itWritesWhatItReads()
{
    QVERIFY(putFile(path("a.xml"), kXml));
    CollectingSink sink;
    ReadOptions options;
    options.from = m_folder->path();
    QVERIFY(kFormat.read(options, sink));
    ListSource source(sink);
    WriteOptions write;
    write.to = path("out");
    write.copyImages = true;
    const Result<ExportReport> report = exportDataset(kFormat, write, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(fileBytes(path("out/a.xml")), kXml);
    QCOMPARE(fileBytes(path("out/classes.txt")), QByteArray("cat: big\ndog\n"));
    QVERIFY(QFileInfo(path("out/a.png")).isFile());
    sink.images[0].split = Split::Validation;
    ListSource split(sink);
    write.to = path("split");
    QVERIFY(exportDataset(kFormat, write, split));
    QVERIFY(QFileInfo(path("split/val/a.xml")).isFile() && QFileInfo(path("split/val/a.png")).isFile());
    QVERIFY(kFormat.recognizes(path("split")));
}

QTEST_GUILESS_MAIN(LabelImgFormatTest)
#include "labelimg_format_test.moc"
