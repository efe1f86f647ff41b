// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/overlay.h"

#include "core/imaging/image_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace boxwright;

namespace {

QImage white(QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(Qt::white);
    return image;
}

int countOf(const QImage &image, const QColor &color, const QRect &area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

} // namespace

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxIsDrawnAlongItsInnerEdge();
    void aDashedBoxLeavesGaps();
    void aCaptionStandsAboveItsBoxAndInsideAtTheTop();
    void boxesOutsideOrWithoutAreaAreLeftOut();
    void thePngReadsBackTheSame();
};

void OverlayTest::aBoxIsDrawnAlongItsInnerEdge()
{
    const QImage drawn = drawOverlay(white({200, 200}), {{{50, 60, 150, 140}, {}, Qt::red, false}});
    for (const QPoint point : {QPoint(50, 100), QPoint(149, 100), QPoint(100, 60), QPoint(100, 139)})
        QCOMPARE(drawn.pixelColor(point), QColor(Qt::red));
    QCOMPARE(drawn.pixelColor(100, 100), QColor(Qt::white));
    QCOMPARE(drawn.pixelColor(45, 100), QColor(Qt::white));
}

void OverlayTest::aDashedBoxLeavesGaps()
{
    const QRect edge(50, 60, 1, 80);
    const OverlayBox box{{50, 60, 150, 140}, {}, Qt::red, true};
    const int red = countOf(drawOverlay(white({200, 200}), {box}), Qt::red, edge);
    QVERIFY2(red > 20 && red < 70, qPrintable(QString::number(red)));
}

void OverlayTest::aCaptionStandsAboveItsBoxAndInsideAtTheTop()
{
    const OverlayBox low{{50, 100, 150, 140}, QStringLiteral("bee 87 %"), Qt::blue, false};
    const QImage above = drawOverlay(white({200, 200}), {low});
    QVERIFY(countOf(above, Qt::blue, QRect(50, 88, 40, 11)) > 100);
    QVERIFY2(countOf(above, Qt::white, QRect(50, 88, 40, 11)) < 200, "the type is readable but not the whole caption");
    const OverlayBox high{{50, 0, 150, 140}, QStringLiteral("bee"), Qt::blue, false};
    QVERIFY(countOf(drawOverlay(white({200, 200}), {high}), Qt::blue, QRect(52, 3, 20, 9)) > 50);
    const OverlayBox right{{190, 100, 199, 140}, QStringLiteral("a long caption"), Qt::blue, false};
    QVERIFY(countOf(drawOverlay(white({200, 200}), {right}), Qt::blue, QRect(120, 88, 60, 11)) > 100);
}

void OverlayTest::boxesOutsideOrWithoutAreaAreLeftOut()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const QImage drawn = drawOverlay(white({40, 40}), {{{50, 50, 90, 90}, QStringLiteral("a"), Qt::red, false},
                                                       {{5, 5, 5, 9}, QStringLiteral("b"), Qt::red, false},
                                                       {{nan, 0, 10, 10}, QStringLiteral("c"), Qt::red, false}});
    QCOMPARE(countOf(drawn, Qt::white, drawn.rect()), 1600);
}

void OverlayTest::thePngReadsBackTheSame()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("drawn.png"));
    const QImage drawn = drawOverlay(white({64, 48}), {{{5, 5, 20, 30}, QStringLiteral("a"), Qt::green, false}});
    QVERIFY(writePng(path, drawn).has_value());
    QCOMPARE(readImage(path)->convertToFormat(QImage::Format_RGB32), drawn);
    QVERIFY(!writePng(folder.filePath(QStringLiteral("no/such/folder.png")), drawn).has_value());
}

QTEST_MAIN(OverlayTest)
#include "overlay_test.moc"
