// SPDX-License-Identifier: GPL-3.0-or-later
// How the Label page's boxes are resized and its view moves, under real mouse and key events.
#include "tests/support/label_scene.h"

using namespace boxwright;

class LabelViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHandleMovesItsSides_data();
    void everyHandleMovesItsSides();
    void zoomGoesFromBoxToBox();
    void theViewCanBeKeptFromImageToImage();
    void aCrowdIsMarkedInTheMenu();
};

void LabelViewTest::everyHandleMovesItsSides_data()
{
    QTest::addColumn<QPointF>("grip");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<Box>("after");
    QTest::newRow("top left") << QPointF(60, 30) << QPointF(50, 20) << Box{50, 20, 140, 80};
    QTest::newRow("top") << QPointF(100, 30) << QPointF(90, 20) << Box{60, 20, 140, 80};
    QTest::newRow("top right") << QPointF(140, 30) << QPointF(150, 20) << Box{60, 20, 150, 80};
    QTest::newRow("right") << QPointF(140, 55) << QPointF(150, 60) << Box{60, 30, 150, 80};
    QTest::newRow("bottom right") << QPointF(140, 80) << QPointF(150, 90) << Box{60, 30, 150, 90};
    QTest::newRow("bottom") << QPointF(100, 80) << QPointF(110, 90) << Box{60, 30, 140, 90};
    QTest::newRow("bottom left") << QPointF(60, 80) << QPointF(50, 90) << Box{50, 30, 140, 90};
    QTest::newRow("left") << QPointF(60, 55) << QPointF(50, 50) << Box{50, 30, 140, 80};
}

void LabelViewTest::everyHandleMovesItsSides()
{
    QFETCH(QPointF, grip);
    QFETCH(QPointF, to);
    QFETCH(Box, after);
    LabelScene scene;
    const LabelId id = scene.add({60, 30, 140, 80});
    scene.state().setSelection({.labels = {id}});
    const int steps = scene.steps();
    scene.drag(grip, to);
    const Box box = scene.image().label(id)->box;
    QVERIFY2(isNear(box, after),
             qPrintable(QStringLiteral("%1 %2 %3 %4").arg(box.left).arg(box.top).arg(box.right).arg(box.bottom)));
    QCOMPARE(scene.steps(), steps + 1);
    scene.undo();
    QCOMPARE(scene.image().label(id)->box, (Box{60, 30, 140, 80}));
}

void LabelViewTest::zoomGoesFromBoxToBox()
{
    LabelScene scene;
    scene.add({10, 10, 20, 20});
    scene.add({150, 60, 190, 90});
    const ViewTransform fitted = scene.canvas().viewTransform();
    scene.key(Qt::Key_Z);
    QCOMPARE(scene.canvas().viewTransform(), fitted); // nothing is selected
    scene.key(Qt::Key_Tab);
    const ViewTransform first = scene.canvas().viewTransform();
    QVERIFY(first.scale > fitted.scale);
    scene.key(Qt::Key_Tab);
    const QRectF box = scene.canvas().viewTransform().toView(Box{150, 60, 190, 90});
    QVERIFY(QRectF(scene.canvas().rect()).contains(box));
    QVERIFY(scene.canvas().viewTransform() != first);
    scene.key(Qt::Key_Z);
    QCOMPARE(scene.canvas().viewTransform(), fitted);
    scene.key(Qt::Key_Tab);
    QCOMPARE(scene.canvas().viewTransform(), fitted);
}

void LabelViewTest::theViewCanBeKeptFromImageToImage()
{
    LabelScene scene;
    const ViewTransform fitted = scene.canvas().viewTransform();
    scene.canvas().zoomBy(2);
    scene.key(Qt::Key_D);
    scene.waitForImage();
    QCOMPARE(scene.canvas().viewTransform(), fitted);
    scene.key(Qt::Key_K);
    scene.canvas().zoomBy(2);
    const ViewTransform zoomed = scene.canvas().viewTransform();
    scene.key(Qt::Key_A);
    scene.waitForImage();
    QCOMPARE(scene.canvas().viewTransform(), zoomed);
}

void LabelViewTest::aCrowdIsMarkedInTheMenu()
{
    LabelScene scene;
    const LabelId id = scene.add({60, 30, 140, 80});
    scene.state().setSelection({.labels = {id}});
    scene.actions[Act::Crowd]->trigger();
    QVERIFY(scene.image().label(id)->flags.testFlag(LabelFlag::Crowd));
    scene.actions[Act::Crowd]->trigger();
    QVERIFY(!scene.image().label(id)->flags.testFlag(LabelFlag::Crowd));
}

QTEST_MAIN(LabelViewTest)
#include "label_view_test.moc"
