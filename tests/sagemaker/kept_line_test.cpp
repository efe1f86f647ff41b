// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/kept_line.h"

#include <QTest>

using namespace boxwright;

namespace {

const char *const kLine =
    R"({"source-ref":"s3://b/\u0061.jpg","n":[1, 2.50],"bb":{"more":true},"bb-2":0,"bb-metadata":{"job-name":"j"}})";

QByteArrayList keysOf(const KeptLine::Members &members)
{
    QByteArrayList keys;
    for (const auto &[key, value] : members)
        keys.append(key.toByteArray());
    return keys;
}

} // namespace

class KeptLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsTakenApart_data();
    void aLineIsTakenApart();
    void withoutAnAttributeAllIsRest();
    void whatIsNoKeptLineIsEmpty_data();
    void whatIsNoKeptLineIsEmpty();
};

void KeptLineTest::aLineIsTakenApart_data()
{
    QTest::addColumn<QString>("extra");
    const QString line = QString::fromLatin1(kLine);
    QTest::newRow("as we write it") << QStringLiteral(R"({"sagemaker":{"attribute":"bb","line":%1}})").arg(line);
    QTest::newRow("attribute behind") << QStringLiteral(R"({"sagemaker":{"line":%1,"attribute":"bb"}})").arg(line);
    QTest::newRow("spaces") << QStringLiteral(R"({ "sagemaker": { "attribute": "bb", "line": %1 } })").arg(line);
    QTest::newRow("beside another's")
        << QStringLiteral(R"({"sagemaker":{"attribute":"bb","line":%1},"coco":{"attribute":"x","line":{}}})").arg(line);
    QTest::newRow("two lines: the last counts")
        << QStringLiteral(R"({"sagemaker":{"attribute":"bb","line":{"bb":{"x":1},"y":2},"line":%1}})").arg(line);
}

void KeptLineTest::aLineIsTakenApart()
{
    QFETCH(QString, extra);
    const KeptLine kept(extra);
    QCOMPARE(kept.source(), QStringLiteral("s3://b/a.jpg"));
    QCOMPARE(kept.annotated().value("more").toByteArray(), QByteArray("true"));
    QCOMPARE(kept.metadata().value("job-name").toByteArray(), QByteArray("\"j\""));
    QCOMPARE(keysOf(kept.rest()), (QByteArrayList{"n", "bb-2"}));
    QCOMPARE(kept.rest()[0].second.toByteArray(), QByteArray("[1, 2.50]"));
}

void KeptLineTest::withoutAnAttributeAllIsRest()
{
    const KeptLine kept(QStringLiteral(R"({"sagemaker":{"line":%1}})").arg(QString::fromLatin1(kLine)));
    QCOMPARE(keysOf(kept.rest()), (QByteArrayList{"n", "bb", "bb-2", "bb-metadata"}));
    QVERIFY(kept.annotated().isEmpty() && kept.metadata().isEmpty());
}

void KeptLineTest::whatIsNoKeptLineIsEmpty_data()
{
    QTest::addColumn<QString>("extra");
    for (const char *extra :
         {"", "{}", "no json", "[1]", R"({"sagemaker":7})", R"({"sagemaker":{"attribute":"bb"}})",
          R"({"sagemaker":{"attribute":"bb","line":[1]}})", R"({"sagemaker":{"attribute":"bb","line":{"n":1}})",
          R"({"sagemaker":{"attribute":"bb","line":{"n":1}}}})", R"({"sagemaker":{"attribute":"bb","line":{"n":1,}}})",
          R"({"coco":{"attribute":"bb","line":{"n":1}}})"})
        QTest::newRow(*extra ? extra : "nothing") << QString::fromLatin1(extra);
}

void KeptLineTest::whatIsNoKeptLineIsEmpty()
{
    QFETCH(QString, extra);
    const KeptLine kept(extra);
    QVERIFY(kept.source().isEmpty() && kept.rest().isEmpty());
    QVERIFY(kept.annotated().isEmpty() && kept.metadata().isEmpty());
}

QTEST_GUILESS_MAIN(KeptLineTest)
#include "kept_line_test.moc"
