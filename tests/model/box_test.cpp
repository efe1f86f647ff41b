// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/box.h"

#include <QTest>

#include <limits>

using namespace boxwright;

class BoxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalBoxesOverlapWholly();
    void touchingBoxesDoNotOverlap();
    void halfCoveredBoxHasIouOneThird();
    void aBoxWithoutAFiniteCornerIsEmpty();
    void clippingKeepsThePartInside();
};

void BoxTest::equalBoxesOverlapWholly()
{
    const Box box{1, 1, 5, 4};
    QCOMPARE(intersectionOverUnion(box, box), 1.0);
}

void BoxTest::touchingBoxesDoNotOverlap()
{
    QCOMPARE(intersectionOverUnion({0, 0, 2, 2}, {2, 0, 4, 2}), 0.0);
}

void BoxTest::halfCoveredBoxHasIouOneThird()
{
    QCOMPARE(intersectionOverUnion({0, 0, 2, 2}, {1, 0, 3, 2}), 1.0 / 3.0);
}

void BoxTest::aBoxWithoutAFiniteCornerIsEmpty()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY((Box{0, 0, nan, 2}).isEmpty());
    QCOMPARE((Box{0, 0, nan, 2}).area(), 0.0);
    QVERIFY((Box{0, 0, 0, 2}).isEmpty());
}

void BoxTest::clippingKeepsThePartInside()
{
    QVERIFY((Box{-1, 2, 12, 20}).clippedTo({10, 10}) == (Box{0, 2, 10, 10}));
    QVERIFY((Box{20, 20, 30, 30}).clippedTo({10, 10}).isEmpty());
}

QTEST_GUILESS_MAIN(BoxTest)
#include "box_test.moc"
