// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/annotation_json.h"

#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace boxwright;

namespace {

AnnotatedImage oneBox(const Box &box)
{
    AnnotatedImage image;
    image.source = QStringLiteral("a.jpg");
    image.attribute = QStringLiteral("boxes");
    image.size = {640, 480};
    image.classNames = {{0, QStringLiteral("bee")}, {1, QStringLiteral("wasp")}};
    image.boxes.push_back({0, box, -1, {}});
    return image;
}

} // namespace

class AnnotationJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreTheShortestThatReadBack_data();
    void numbersAreTheShortestThatReadBack();
    void anyBoxComesBackTheSame();
    void onlyClassesOfTheLineAreInItsMap();
    void anyNameSurvives();
    void whatAnotherFormatKeptIsNoHarm();
};

void AnnotationJsonTest::numbersAreTheShortestThatReadBack_data()
{
    QTest::addColumn<double>("left");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("whole") << 104.0 << QByteArray("\"left\":104,");
    QTest::newRow("zero") << 0.0 << QByteArray("\"left\":0,");
    QTest::newRow("tenth") << 0.1 << QByteArray("\"left\":0.1,");
    QTest::newRow("noise of a sum") << 120.80000000000001 << QByteArray("\"left\":120.80000000000001,");
    QTest::newRow("tiny") << 1e-9 << QByteArray("\"left\":1e-09,");
    QTest::newRow("negative") << -3.25 << QByteArray("\"left\":-3.25,");
}

void AnnotationJsonTest::numbersAreTheShortestThatReadBack()
{
    QFETCH(double, left);
    QFETCH(QByteArray, text);
    const QByteArray line = manifestLine(oneBox({left, 1, 500, 2}));
    QVERIFY2(line.contains(text), line.constData());
}

void AnnotationJsonTest::anyBoxComesBackTheSame()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const double left = random.generateDouble() * 600;
        const double top = random.generateDouble() * 400;
        // A file's own numbers: what was left + width in the reader must be left and width again in the writer.
        const nlohmann::json numbers{{"left", left},
                                     {"top", top},
                                     {"width", 0.01 + random.generateDouble() * 40},
                                     {"height", 0.01 + random.generateDouble() * 40},
                                     {"class_id", 0}};
        const nlohmann::json line{{"source-ref", "a.jpg"}, {"boxes", {{"annotations", {numbers}}}}};
        const Result<AnnotatedImage> read = parseManifestLine(QByteArray::fromStdString(line.dump()));
        QVERIFY(read.has_value());
        const QByteArray written = manifestLine(*read);
        QVERIFY2(nlohmann::json::parse(written.toStdString())["boxes"]["annotations"][0] == numbers,
                 written.constData());
        const Result<AnnotatedImage> again = parseManifestLine(written);
        QVERIFY(again && again->boxes[0].box == read->boxes[0].box);
    }
}

void AnnotationJsonTest::onlyClassesOfTheLineAreInItsMap()
{
    const nlohmann::json line = nlohmann::json::parse(manifestLine(oneBox({1, 1, 2, 2})).toStdString());
    QVERIFY(line["boxes-metadata"]["class-map"] == (nlohmann::json{{"0", "bee"}}));
    const nlohmann::json file = nlohmann::json::parse(annotationFile(oneBox({1, 1, 2, 2})).toStdString());
    QCOMPARE(file["categories"].size(), 2u); // the per-image file lists them all
}

void AnnotationJsonTest::anyNameSurvives()
{
    AnnotatedImage image = oneBox({1, 1, 2, 2});
    image.source = QStringLiteral(u"s3://b/\uD55C\uAE00 \"quoted\" \\ \U0001F41D.jpg");
    image.classNames[0] = QStringLiteral(u"\uBC8C } \n");
    const Result<AnnotatedImage> read = parseManifestLine(manifestLine(image));
    QVERIFY(read.has_value());
    QCOMPARE(read->source, image.source);
    QCOMPARE(read->classNames.value(0), image.classNames.value(0));
    QVERIFY(!manifestLine(image).contains('\n'));
}

void AnnotationJsonTest::whatAnotherFormatKeptIsNoHarm()
{
    for (const char *extra : {"{\"voc\":{\"pose\":\"Left\"}}", "not json", "[1]", "{\"sagemaker\":7}",
                              "{\"sagemaker\":{\"box\":{\"left\":\"x\"},\"line\":[],\"attribute\":3,\"object\":1}}"}) {
        AnnotatedImage image = oneBox({1, 2, 3, 4});
        image.extra = QString::fromLatin1(extra);
        image.boxes[0].extra = QString::fromLatin1(extra);
        const Result<AnnotatedImage> read = parseManifestLine(manifestLine(image));
        QVERIFY2(read && read->boxes.size() == 1 && read->boxes[0].box == image.boxes[0].box, extra);
    }
}

QTEST_GUILESS_MAIN(AnnotationJsonTest)
#include "annotation_json_test.moc"
