// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/view_transform.h"

#include <QTest>

using namespace boxwright;

class ViewTransformTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewAndImageAreInverse();
    void zoomKeepsThePointUnderThePointer_data();
    void zoomKeepsThePointUnderThePointer();
    void aFittedImageIsCentredAndWhole_data();
    void aFittedImageIsCentredAndWhole();
    void theImageCannotBeLost();
};

void ViewTransformTest::viewAndImageAreInverse()
{
    const ViewTransform view{2.5, {13, -7}};
    const QPointF pos(31.25, 17.5);
    QCOMPARE(view.toImage(view.toView(pos)), pos);
    QCOMPARE(view.toView(Box{2, 4, 6, 8}), QRectF(18, 3, 10, 10));
}

void ViewTransformTest::zoomKeepsThePointUnderThePointer_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("expectedScale");
    QTest::newRow("in") << 4.0 << 4.0;
    QTest::newRow("out") << 0.1 << 0.1;
    QTest::newRow("not beyond the largest") << 1000.0 << kMaxScale;
    QTest::newRow("not below the smallest") << 0.0 << kMinScale;
}

void ViewTransformTest::zoomKeepsThePointUnderThePointer()
{
    QFETCH(double, scale);
    QFETCH(double, expectedScale);
    const ViewTransform view{1.5, {40, 20}};
    const QPointF pointer(300, 200);
    const ViewTransform zoomed = view.zoomedAt(pointer, scale);
    QCOMPARE(zoomed.scale, expectedScale);
    QVERIFY((zoomed.toImage(pointer) - view.toImage(pointer)).manhattanLength() < 1e-9);
}

void ViewTransformTest::aFittedImageIsCentredAndWhole_data()
{
    QTest::addColumn<QSizeF>("image");
    QTest::addColumn<double>("scale");
    QTest::newRow("wide") << QSizeF(2000, 100) << 0.4;
    QTest::newRow("high") << QSizeF(100, 2000) << 0.28;
    QTest::newRow("tiny is magnified, but not without end") << QSizeF(10, 10) << kMaxFitScale;
}

void ViewTransformTest::aFittedImageIsCentredAndWhole()
{
    QFETCH(QSizeF, image);
    QFETCH(double, scale);
    const QSizeF window(820, 580);
    const ViewTransform view = ViewTransform::fitted(image, window, 10);
    QCOMPARE(view.scale, scale);
    const QRectF shown = view.toView(Box{0, 0, image.width(), image.height()});
    QVERIFY(QRectF(QPointF(), window).contains(shown));
    QVERIFY((shown.center() - QPointF(410, 290)).manhattanLength() <= 1);
}

void ViewTransformTest::theImageCannotBeLost()
{
    const QSizeF image(400, 300);
    const QSizeF window(800, 600);
    for (const QPointF &offset : {QPointF(-5000, 0), QPointF(5000, 5000), QPointF(0, -900)}) {
        const ViewTransform view = ViewTransform{1, offset}.keptInSight(image, window);
        const QRectF shown = view.toView(Box{0, 0, 400, 300}) & QRectF(QPointF(), window);
        QVERIFY2(shown.width() >= 64 && shown.height() >= 64, qPrintable(QString::number(offset.x())));
    }
    const ViewTransform inside{1, {100, 100}};
    QVERIFY(inside.keptInSight(image, window) == inside);
}

QTEST_GUILESS_MAIN(ViewTransformTest)
#include "view_transform_test.moc"
