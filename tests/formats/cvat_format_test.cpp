// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cvat_format.h"

#include "tests/support/format_folder.h"

#include <QTest>

using namespace boxwright;

namespace {

const CvatFormat kFormat;

QByteArray document(const QByteArray &shapes)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations><version>1.1</version><meta><task><labels>"
           "<label><name>cat</name></label><label><name>dog &amp; co</name><attributes/></label>"
           "<label><name>nose</name><parent>cat</parent></label></labels></task></meta>\n"
           "<image id=\"0\" name=\"a.jpg\" subset=\"Validation\" task_id=\"7\" width=\"100\" height=\"80\">" +
           shapes + "</image>\n</annotations>\n";
}

} // namespace

class CvatFormatTest : public QObject, private FormatFolder
{
    Q_OBJECT

public:
    CvatFormatTest()
        : FormatFolder(kFormat)
    {
    }

private Q_SLOTS:
    void init() { renewFolder(); }
    void theSampleIsReadAndTheVideoRefused();
    void shapesBecomeTheirBounds_data();
    void shapesBecomeTheirBounds();
    void shapesComeBackUntilTheirBoxChanges_data();
    void shapesComeBackUntilTheirBoxChanges();
    void whatLabelsAreMadeOfComesBack();
    void whatIsNoneIsOneClearMessage_data();
    void whatIsNoneIsOneClearMessage();
};

void CvatFormatTest::theSampleIsReadAndTheVideoRefused()
{
    const QString samples = sharedFolder(QStringLiteral("format-samples/cvat-ai/cvat_dataset"));
    if (samples.isEmpty())
        QSKIP("../shared/data/format-samples is not at hand");
    const QString images = samples + QStringLiteral("/for_images");
    QVERIFY(kFormat.recognizes(images));
    CollectingSink sink;
    QVERIFY(read(images, sink));
    QCOMPARE(sink.images.size(), 2u);
    QCOMPARE(sink.classNames,
             QStringList({QStringLiteral("label1"), QStringLiteral("label2"), QStringLiteral("skeleton")}));
    QCOMPARE(sink.images[0].labels[0].box, (Box{0, 2, 4, 4}));
    QVERIFY(sink.images[0].labels[0].flags == LabelFlags(LabelFlag::Occluded));
    QCOMPARE(sink.images[0].labels[1].box, (Box{1, 1, 4, 4})); // its bones
    CollectingSink video;
    const Result<> done = read(samples + QStringLiteral("/for_video"), video);
    QVERIFY(!done && done.error().message.contains(QLatin1String("video")));
}

void CvatFormatTest::shapesBecomeTheirBounds_data()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<Box>("box"); ///< empty where there is none
    QTest::addColumn<QString>("kind");
    QTest::newRow("box") << QByteArray("<box label=\"cat\" xtl=\"1.5\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/>")
                         << Box{1.5, 2, 3, 4} << QString();
    QTest::newRow("turned") << QByteArray(
                                   "<box label=\"cat\" xtl=\"10\" ytl=\"20\" xbr=\"30\" ybr=\"24\" rotation=\"90\"/>")
                            << Box{18, 12, 22, 32} << QStringLiteral("bounds");
    QTest::newRow("polygon") << QByteArray("<polygon label=\"cat\" points=\"1,2;9.5,3;4,8\"/>") << Box{1, 2, 9.5, 8}
                             << QStringLiteral("bounds");
    QTest::newRow("ellipse") << QByteArray("<ellipse label=\"cat\" cx=\"10\" cy=\"20\" rx=\"3\" ry=\"4\"/>")
                             << Box{7, 16, 13, 24} << QStringLiteral("bounds");
    QTest::newRow("mask") << QByteArray(
                                 "<mask label=\"cat\" rle=\"1, 2\" left=\"5\" top=\"6\" width=\"7\" height=\"8\"/>")
                          << Box{5, 6, 12, 14} << QStringLiteral("bounds");
    QTest::newRow("one point") << QByteArray("<points label=\"cat\" points=\"1,2\"/>") << Box()
                               << QStringLiteral("degenerate-box");
    QTest::newRow("no label") << QByteArray("<box xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/>") << Box()
                              << QStringLiteral("bad-box");
    QTest::newRow("text") << QByteArray("<box label=\"cat\" xtl=\"x\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/>") << Box()
                          << QStringLiteral("bad-box");
    QTest::newRow("nan") << QByteArray("<box label=\"cat\" xtl=\"nan\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/>") << Box()
                         << QStringLiteral("bad-box");
    QTest::newRow("huge") << QByteArray("<polygon label=\"cat\" points=\"1,2;1e308,3;4,8\"/>") << Box()
                          << QStringLiteral("bad-box");
    QTest::newRow("tag") << QByteArray("<tag label=\"cat\" source=\"manual\"></tag>") << Box()
                         << QStringLiteral("image-label");
}

void CvatFormatTest::shapesBecomeTheirBounds()
{
    QFETCH(QByteArray, shape);
    QFETCH(Box, box);
    QFETCH(QString, kind);
    QVERIFY(putFile(path("a.jpg"), "?") && putFile(path("annotations.xml"), document(shape)));
    CollectingSink sink;
    const Result<> done = read(m_folder->path(), sink);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(sink.images.size(), 1u);
    QVERIFY(sink.images[0].split == Split::Validation);
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("cat"), QStringLiteral("dog & co")}));
    QCOMPARE(sink.labelCount(), box.isEmpty() ? 0 : 1);
    if (!box.isEmpty()) {
        const Box &read = sink.images[0].labels[0].box;
        QVERIFY(std::abs(read.left - box.left) < 1e-9 && std::abs(read.top - box.top) < 1e-9);
        QVERIFY(std::abs(read.right - box.right) < 1e-9 && std::abs(read.bottom - box.bottom) < 1e-9);
    }
    QCOMPARE(sink.notes.isEmpty() ? QString() : sink.notes[0].kind, kind);
}

void CvatFormatTest::shapesComeBackUntilTheirBoxChanges_data()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::newRow("box") << QByteArray("<box label=\"dog &amp; co\" source=\"manual\" occluded=\"1\" xtl=\"1.50\" "
                                       "ytl=\"2.00\" xbr=\"3.00\" ybr=\"4.00\" z_order=\"2\"/>");
    QTest::newRow("polygon") << QByteArray(
        "<polygon label=\"cat\" points=\"1.00,2;9.5,3;4,8\" note=\"&quot;&lt;&amp;&#10;\" z_order=\"2\"/>");
}

void CvatFormatTest::shapesComeBackUntilTheirBoxChanges()
{
    QFETCH(QByteArray, shape);
    QVERIFY(putFile(path("in.xml"), document(shape + "<tag label=\"cat\"></tag>")));
    CollectingSink sink;
    QVERIFY(read(path("in.xml"), sink));
    const auto written = [&](const char *to) {
        const Result<ExportReport> report = write(sink, path(to));
        return report ? fileBytes(path(to) + QStringLiteral("/annotations.xml")) : report.error().message.toUtf8();
    };
    const QByteArray same = written("same");
    QVERIFY2(same.contains(shape) && same.contains("<tag label=\"cat\"></tag>"), same.constData());
    QVERIFY2(same.contains("subset=\"Validation\" task_id=\"7\""), same.constData());
    sink.images[0].labels[0].box.left = 0.25;
    const QByteArray moved = written("moved");
    QVERIFY2(moved.contains("<box label=") && moved.contains(" xtl=\"0.25\"") && moved.contains(" z_order=\"2\""),
             moved.constData());
}

/// Attributes with their values, colours, and the bones of skeletons whose class is still there.
void CvatFormatTest::whatLabelsAreMadeOfComesBack()
{
    const QByteArray attributes = "<attributes><attribute><name>age</name><mutable>False</mutable><input_type>number"
                                  "</input_type><default_value>1</default_value><values>0\n9</values></attribute>"
                                  "</attributes>";
    const QByteArray svg = "<svg>&lt;line x1=\"1\"&gt;</svg>";
    const QByteArray labels = "<label><name>cat</name><color>#0c81b5</color>" + attributes +
                              "</label><label><name>man" + "</name><type>skeleton</type>" + svg +
                              "</label><label><name>cat</name>" + "<type>points</type><parent>man</parent></label>";
    QVERIFY(putFile(path("in.xml"), "<annotations><version>1.1</version><meta><project><labels>" + labels +
                                        "</labels></project></meta><image name=\"a.jpg\" width=\"9\" height=\"8\"/>"
                                        "<image name=\"b.jpg\" width=\"9\" height=\"8\"/></annotations>"));
    CollectingSink sink;
    QVERIFY(read(path("in.xml"), sink));
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("cat"), QStringLiteral("man")}));
    const auto written = [&](const QStringList &classes) {
        ListSource source(classes, sink.images);
        WriteOptions options;
        options.to = path("out");
        const Result<ExportReport> report = exportDataset(kFormat, options, source);
        QByteArray text = report ? fileBytes(options.to + QStringLiteral("/annotations.xml")) : QByteArray();
        return text.replace("\n        ", "").replace("\n      ", "").replace("  <", "<");
    };
    QVERIFY2(written(sink.classNames).contains(labels), written(sink.classNames).constData());
    const QByteArray without = written({QStringLiteral("cat"), QStringLiteral("dog")});
    QVERIFY(without.contains(attributes) && without.contains("<name>dog</name>"));
    QVERIFY(!without.contains("<svg>") && !without.contains("<parent>"));
}

void CvatFormatTest::whatIsNoneIsOneClearMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other root") << QByteArray("<annotation/>");
    QTest::newRow("no image") << QByteArray("<annotations><version>1.1</version></annotations>");
    QTest::newRow("cut off") << document("<box label=\"cat\"/>").left(320);
    QTest::newRow("entities") << QByteArray("<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>") +
                                     document("&c;");
    QTest::newRow("outside file") << QByteArray("<!DOCTYPE x SYSTEM \"/etc/passwd\">") + document({});
    QTest::newRow("deep") << document(QByteArray("<x>").repeated(100'000));
}

void CvatFormatTest::whatIsNoneIsOneClearMessage()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(putFile(path("broken.xml"), bytes));
    CollectingSink sink;
    const Result<> done = read(path("broken.xml"), sink);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QLatin1String("broken.xml")), qPrintable(done.error().message));
}

QTEST_GUILESS_MAIN(CvatFormatTest)
#include "cvat_format_test.moc"
