// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hit_test.h"

#include <QTest>

using namespace boxwright;

namespace {

constexpr double kTolerance = 4;

Label labelAt(qint64 id, const Box &box)
{
    Label label;
    label.id = LabelId{id};
    label.classId = ClassId{1};
    label.box = box;
    return label;
}

Suggestion suggestionAt(qint64 id, const Box &box, double confidence)
{
    Suggestion suggestion;
    suggestion.id = SuggestionId{id};
    suggestion.classId = ClassId{1};
    suggestion.box = box;
    suggestion.confidence = confidence;
    return suggestion;
}

/// A large box (1) with a small one inside (2), a speck (3), and suggestions sure (11) and unsure (12).
ImageRecord scene()
{
    ImageRecord image;
    image.info.id = ImageId{1};
    image.labels = {labelAt(1, {0, 0, 100, 100}), labelAt(2, {40, 40, 60, 60}), labelAt(3, {150, 50, 152, 52})};
    image.suggestions = {suggestionAt(11, {120, 0, 140, 20}, 0.8), suggestionAt(12, {120, 40, 140, 60}, 0.2)};
    return image;
}

} // namespace

class HitTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestBoxUnderThePointerIsHit_data();
    void theSmallestBoxUnderThePointerIsHit();
    void everyHandleIsFound_data();
    void everyHandleIsFound();
    void handlesOfSelectedLabelsComeFirst();
    void theMiddleOfATinyBoxMovesIt();
    void aSideDraggedOverTheOppositeOneSwaps_data();
    void aSideDraggedOverTheOppositeOneSwaps();
};

void HitTestTest::theSmallestBoxUnderThePointerIsHit_data()
{
    QTest::addColumn<QPointF>("pos");
    QTest::addColumn<qint64>("label");
    QTest::addColumn<qint64>("suggestion");
    QTest::newRow("only the large one") << QPointF(10, 10) << qint64(1) << qint64(0);
    QTest::newRow("the small one inside") << QPointF(50, 50) << qint64(2) << qint64(0);
    QTest::newRow("right edge is outside") << QPointF(100, 10) << qint64(0) << qint64(0);
    QTest::newRow("left edge is inside") << QPointF(0, 10) << qint64(1) << qint64(0);
    QTest::newRow("a speck is grown by the tolerance") << QPointF(154, 51) << qint64(3) << qint64(0);
    QTest::newRow("but not further") << QPointF(156, 51) << qint64(0) << qint64(0);
    QTest::newRow("a shown suggestion") << QPointF(130, 10) << qint64(0) << qint64(11);
    QTest::newRow("a suggestion below the threshold") << QPointF(130, 50) << qint64(0) << qint64(0);
    QTest::newRow("nothing") << QPointF(180, 90) << qint64(0) << qint64(0);
}

void HitTestTest::theSmallestBoxUnderThePointerIsHit()
{
    QFETCH(QPointF, pos);
    QFETCH(qint64, label);
    QFETCH(qint64, suggestion);
    const ImageRecord image = scene();
    const Hit hit = hitTest({&image, {}, 0.5, kTolerance}, pos);
    QCOMPARE(toNumber(hit.label), label);
    QCOMPARE(toNumber(hit.suggestion), suggestion);
    QVERIFY(hit.handle == Handle::None);
}

void HitTestTest::everyHandleIsFound_data()
{
    QTest::addColumn<QPointF>("pos");
    QTest::addColumn<int>("handle");
    const auto row = [](const char *name, QPointF pos, Handle handle) {
        QTest::newRow(name) << pos << static_cast<int>(handle);
    };
    row("top left", {19, 9}, Handle::TopLeft);
    row("top", {50, 8}, Handle::Top);
    row("top right", {101, 11}, Handle::TopRight);
    row("right", {102, 40}, Handle::Right);
    row("bottom right", {97, 73}, Handle::BottomRight);
    row("bottom", {60, 67}, Handle::Bottom);
    row("bottom left", {22, 68}, Handle::BottomLeft);
    row("left", {17, 30}, Handle::Left);
    row("an edge away from its grip", {80, 10}, Handle::Top);
    row("inside", {60, 40}, Handle::None);
    row("outside", {60, 80}, Handle::None);
    row("beyond the corner", {110, 80}, Handle::None);
}

void HitTestTest::everyHandleIsFound()
{
    QFETCH(QPointF, pos);
    QFETCH(int, handle);
    QCOMPARE(static_cast<int>(handleAt({20, 10, 100, 70}, pos, kTolerance)), handle);
}

void HitTestTest::handlesOfSelectedLabelsComeFirst()
{
    const ImageRecord image = scene();
    const QPointF corner(99, 99); // of the large box
    QVERIFY(hitTest({&image, {}, 0.5, kTolerance}, corner) == (Hit{.label = LabelId{1}}));
    const HitTarget selected{&image, {.labels = {LabelId{1}}}, 0.5, kTolerance};
    QVERIFY(hitTest(selected, corner) == (Hit{.label = LabelId{1}, .handle = Handle::BottomRight}));
    QVERIFY(hitTest(selected, {50, 50}) == (Hit{.label = LabelId{2}}));
}

void HitTestTest::theMiddleOfATinyBoxMovesIt()
{
    QVERIFY(handleAt({0, 0, 20, 20}, {10, 10}, kTolerance) == Handle::None);
    QVERIFY(handleAt({0, 0, 12, 40}, {6, 20}, kTolerance) == Handle::None);
}

void HitTestTest::aSideDraggedOverTheOppositeOneSwaps_data()
{
    QTest::addColumn<int>("handle");
    QTest::addColumn<QRectF>("expected");
    const auto row = [](const char *name, Handle handle, QRectF expected) {
        QTest::newRow(name) << static_cast<int>(handle) << expected;
    };
    // The box 10 10 30 20, moved by (25, 5).
    row("left over right", Handle::Left, {30, 10, 5, 10});
    row("right", Handle::Right, {10, 10, 45, 10});
    row("top", Handle::Top, {10, 15, 20, 5});
    row("bottom right", Handle::BottomRight, {10, 10, 45, 15});
}

void HitTestTest::aSideDraggedOverTheOppositeOneSwaps()
{
    QFETCH(int, handle);
    QFETCH(QRectF, expected);
    const Box box = resized({10, 10, 30, 20}, static_cast<Handle>(handle), 25, 5);
    QCOMPARE(QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom)), expected);
}

QTEST_GUILESS_MAIN(HitTestTest)
#include "hit_test_test.moc"
