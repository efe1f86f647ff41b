// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of endpoints: SageMaker's documented examples, and what is none.
#include "core/sagemaker/endpoint_response.h"

#include <QTest>

using namespace boxwright;

class EndpointResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void predictionsAreFractions();
    void annotationsArePixels();
    void whatIsNoAnswerIsNamed_data();
    void whatIsNoAnswerIsNamed();
};

/// The developer guide's example (facts 1.10), with a row that NMS has taken out.
void EndpointResponseTest::predictionsAreFractions()
{
    const auto response = parseEndpointResponse(
        R"({"prediction":[[4.0, 0.86419455409049988, 0.3088374733924866, 0.07030484080314636, 0.7110607028007507,
        0.9345266819000244],[-1.0, 0.5, 0.1, 0.1, 0.2, 0.2],[0.0, 0.73376623392105103, 0.5714187026023865,
        0.40427327156066895, 0.827075183391571, 0.9712159633636475]]})");
    QVERIFY2(response.has_value(), qPrintable(response ? QString() : response.error().message));
    QVERIFY(response->isRelative);
    QCOMPARE(response->boxes.size(), size_t(2));
    const ResponseBox expected{
        4, 0.86419455409049988, {0.3088374733924866, 0.07030484080314636, 0.7110607028007507, 0.9345266819000244}};
    QVERIFY(response->boxes[0] == expected);
    QCOMPARE(response->boxes[1].classId, 0);
}

void EndpointResponseTest::annotationsArePixels()
{
    const auto response = parseEndpointResponse(
        R"({"image_size": [{"width": 500, "height": 400, "depth": 3}], "annotations": [{"class_id": 1, "score": 0.943,
        "left": 111, "top": 134, "width": 61, "height": 128}]})");
    QVERIFY2(response.has_value(), qPrintable(response ? QString() : response.error().message));
    QVERIFY(!response->isRelative);
    QCOMPARE(response->size, QSize(500, 400));
    QCOMPARE(response->boxes.size(), size_t(1));
    const ResponseBox expected{1, 0.943, {111, 134, 172, 262}};
    QVERIFY(response->boxes[0] == expected);
}

void EndpointResponseTest::whatIsNoAnswerIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << QByteArray("{\"prediction\": [") << QStringLiteral("JSON");
    QTest::newRow("a list") << QByteArray("[[0, 1, 2, 3, 4, 5]]") << QStringLiteral("prediction");
    QTest::newRow("something else") << QByteArray("{\"predictions\": 3}") << QStringLiteral("annotations");
    QTest::newRow("five numbers") << QByteArray("{\"prediction\": [[0, 1, 2, 3, 4]]}")
                                  << QStringLiteral("prediction[0]");
    QTest::newRow("a word") << QByteArray("{\"prediction\": [[0, 1, 0, 0, 1, 1], [0, \"x\", 0, 0, 1, 1]]}")
                            << QStringLiteral("prediction[1]");
    QTest::newRow("half a class") << QByteArray("{\"prediction\": [[0.5, 1, 0, 0, 1, 1]]}")
                                  << QStringLiteral("prediction[0][0] is 0.5");
    QTest::newRow("no score") << QByteArray(
                                     "{\"annotations\": [{\"class_id\": 1, \"left\": 1, \"top\": 1, \"width\": 1, "
                                     "\"height\": 1}]}")
                              << QStringLiteral("annotations[0]");
}

void EndpointResponseTest::whatIsNoAnswerIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const auto response = parseEndpointResponse(json);
    QVERIFY(!response.has_value());
    QVERIFY2(response.error().message.contains(words), qPrintable(response.error().message));
}

QTEST_GUILESS_MAIN(EndpointResponseTest)
#include "endpoint_response_test.moc"
