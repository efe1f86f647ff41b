// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/manifest_lines.h"

#include <QBuffer>
#include <QTest>

using namespace boxwright;

namespace {

QByteArray lineOf(int number)
{
    return "{\"source-ref\":\"" + QByteArray::number(number) + ".jpg\",\"bb\":{\"annotations\":[]},\"n\":7}";
}

} // namespace

class ManifestLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeInOrderWithTheirNumbers();
    void oneThatIsTooLongIsTold();
    void aFileCanBeEmpty();
    void itCanBeLeftInTheMiddle();
    void extraIsLeftOutWhereNobodyAsksForIt();
};

/// Enough lines for many batches; every seventh is blank, every hundredth broken, some are unusually long.
void ManifestLinesTest::linesComeInOrderWithTheirNumbers()
{
    constexpr int kLines = 20'000;
    QByteArray bytes;
    for (int i = 1; i <= kLines; ++i) {
        QByteArray line = i % 100 == 0 ? QByteArray("{broken") : i % 7 == 0 ? QByteArray("  ") : lineOf(i);
        if (i % 6001 == 0)
            line += QByteArray(3'000'000, ' ');
        bytes += line + '\n';
    }
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ManifestLines lines(buffer, PlainManifestParser::Extra::Kept);
    for (int i = 1; i <= kLines; ++i) {
        QVERIFY(lines.next());
        QCOMPARE(lines.number(), i);
        const std::optional<ManifestLines::Entry> &entry = lines.entry();
        QCOMPARE(entry.has_value(), i % 7 != 0 || i % 100 == 0);
        if (!entry)
            continue;
        QCOMPARE(entry->has_value(), i % 100 != 0);
        if (*entry)
            QCOMPARE((*entry)->source, QStringLiteral("%1.jpg").arg(i));
    }
    QVERIFY(!lines.next());
}

void ManifestLinesTest::oneThatIsTooLongIsTold()
{
    QByteArray bytes = lineOf(1) + '\n' + QByteArray(LineReader::kMaxLine + 1, 'x') + '\n' + lineOf(3);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ManifestLines lines(buffer, PlainManifestParser::Extra::Kept);
    QVERIFY(lines.next() && lines.entry() && !lines.wasTooLong());
    QVERIFY(lines.next() && !lines.entry() && lines.wasTooLong());
    QVERIFY(lines.next() && lines.entry() && !lines.wasTooLong());
    QCOMPARE(lines.number(), 3);
    QVERIFY(!lines.next());
}

void ManifestLinesTest::aFileCanBeEmpty()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ManifestLines lines(buffer, PlainManifestParser::Extra::Kept);
    QVERIFY(!lines.next());
    QVERIFY(!lines.next());
}

void ManifestLinesTest::itCanBeLeftInTheMiddle()
{
    QByteArray bytes = (lineOf(1) + '\n').repeated(50'000);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ManifestLines lines(buffer, PlainManifestParser::Extra::Kept);
    QVERIFY(lines.next());
}

void ManifestLinesTest::extraIsLeftOutWhereNobodyAsksForIt()
{
    for (const auto extra : {PlainManifestParser::Extra::Kept, PlainManifestParser::Extra::LeftOut}) {
        QByteArray bytes = lineOf(1);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        ManifestLines lines(buffer, extra);
        QVERIFY(lines.next());
        const AnnotatedImage &image = lines.entry()->value();
        QCOMPARE(image.extra.contains(QLatin1String("\"n\":7")), extra == PlainManifestParser::Extra::Kept);
        QCOMPARE(image.source, QStringLiteral("1.jpg"));
    }
}

QTEST_GUILESS_MAIN(ManifestLinesTest)
#include "manifest_lines_test.moc"
