// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/draw_tool.h"
#include "ui/tools/select_tool.h"

#include <QTest>

using namespace boxwright;

namespace {

constexpr double kTremble = 3;

/// An image of 100 x 80 with two labels; notes what tools do.
class Host : public ToolHost
{
public:
    Host()
    {
        m_image.info.id = ImageId{1};
        m_image.labels = {labelAt(1, {10, 10, 30, 30}), labelAt(2, {50, 40, 90, 70})};
    }
    static Label labelAt(qint64 id, const Box &box)
    {
        Label label;
        label.id = LabelId{id};
        label.box = box;
        return label;
    }
    [[nodiscard]] const ImageRecord *image() const override { return &m_image; }
    [[nodiscard]] QSizeF imageSize() const override { return {100, 80}; }
    [[nodiscard]] Selection selection() const override { return m_selection; }
    void setSelection(const Selection &selection) override { m_selection = selection; }
    void addBox(const Box &box) override { added.append(box); }
    void moveLabels(const QHash<LabelId, Box> &boxes) override { moves.append(boxes); }

    QList<Box> added;
    QList<QHash<LabelId, Box>> moves;

private:
    ImageRecord m_image;
    Selection m_selection;
};

PointerEvent at(double x, double y, Qt::KeyboardModifiers modifiers = {})
{
    return {{x, y}, modifiers, kTremble};
}

const Hit kFirst{.label = LabelId{1}};
const Hit kSecond{.label = LabelId{2}};

} // namespace

class ToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDragDrawsOneBox_data();
    void aDragDrawsOneBox();
    void aTrembleIsNoBox();
    void twoClicksDrawABoxWhereThatIsWanted();
    void nothingIsDoneBeforeTheRelease();
    void escLeavesNoTrace();
    void aMoveIsOneStepAndStaysInside();
    void allThatIsSelectedMovesTogether();
    void aGripMovesOneSide();
    void aPressSelectsAndCtrlAdds();
    void aClickOnOneOfManyLeavesThatOne();
};

void ToolsTest::aDragDrawsOneBox_data()
{
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<bool>("isShift");
    QTest::addColumn<QRectF>("expected");
    // From (20, 20) in an image of 100 x 80.
    QTest::newRow("down right") << QPointF(50, 40) << false << QRectF(20, 20, 30, 20);
    QTest::newRow("up left") << QPointF(5, 10) << false << QRectF(5, 10, 15, 10);
    QTest::newRow("clamped to the image") << QPointF(400, 300) << false << QRectF(20, 20, 80, 60);
    QTest::newRow("clamped at the origin") << QPointF(-5, -9) << false << QRectF(0, 0, 20, 20);
    QTest::newRow("square") << QPointF(50, 30) << true << QRectF(20, 20, 30, 30);
    QTest::newRow("a square stays square at the edge") << QPointF(300, 30) << true << QRectF(20, 20, 60, 60);
    QTest::newRow("a square up left") << QPointF(10, 15) << true << QRectF(10, 10, 10, 10);
}

void ToolsTest::aDragDrawsOneBox()
{
    QFETCH(QPointF, to);
    QFETCH(bool, isShift);
    QFETCH(QRectF, expected);
    Host host;
    DrawTool tool(host);
    const Qt::KeyboardModifiers modifiers = isShift ? Qt::ShiftModifier : Qt::NoModifier;
    tool.press(at(20, 20), {});
    tool.move(at(30, 30, modifiers));
    tool.move(at(to.x(), to.y(), modifiers));
    QVERIFY(tool.preview().newBox);
    tool.release(at(to.x(), to.y(), modifiers));
    QVERIFY(tool.isIdle());
    QCOMPARE(host.added.size(), 1);
    const Box box = host.added.first();
    QCOMPARE(QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom)), expected);
}

void ToolsTest::aTrembleIsNoBox()
{
    Host host;
    DrawTool tool(host);
    tool.press(at(20, 20), {});
    tool.move(at(22, 21));
    tool.release(at(22, 21));
    QVERIFY(tool.isIdle());
    QVERIFY(host.added.isEmpty());
}

void ToolsTest::twoClicksDrawABoxWhereThatIsWanted()
{
    Host host;
    DrawTool tool(host);
    tool.setClickClick(true);
    tool.press(at(20, 20), {});
    tool.release(at(20, 20));
    QVERIFY(!tool.isIdle());
    tool.move(at(45, 50));
    QVERIFY(*tool.preview().newBox == (Box{20, 20, 45, 50}));
    tool.press(at(60, 70), {});
    QVERIFY(tool.isIdle());
    QCOMPARE(host.added.size(), 1);
    QVERIFY(host.added.first() == (Box{20, 20, 60, 70}));
}

void ToolsTest::nothingIsDoneBeforeTheRelease()
{
    Host host;
    SelectTool tool(host);
    tool.press(at(20, 20), kFirst);
    tool.move(at(40, 25));
    QVERIFY(tool.preview().movedLabels.value(LabelId{1}) == (Box{30, 15, 50, 35}));
    QVERIFY(host.moves.isEmpty());
}

void ToolsTest::escLeavesNoTrace()
{
    Host host;
    SelectTool select(host);
    select.press(at(20, 20), kFirst);
    select.move(at(40, 25));
    select.cancel();
    select.release(at(40, 25));
    QVERIFY(select.isIdle());
    QVERIFY(select.preview().isEmpty());
    QVERIFY(host.moves.isEmpty());
    DrawTool draw(host);
    draw.press(at(20, 20), {});
    draw.move(at(60, 60));
    draw.cancel();
    draw.release(at(60, 60));
    QVERIFY(draw.isIdle());
    QVERIFY(host.added.isEmpty());
}

void ToolsTest::aMoveIsOneStepAndStaysInside()
{
    Host host;
    SelectTool tool(host);
    tool.press(at(20, 20), kFirst);
    tool.move(at(30, 20));
    tool.move(at(-50, 40));
    tool.release(at(-50, 40));
    QCOMPARE(host.moves.size(), 1);
    QVERIFY(host.moves.first().value(LabelId{1}) == (Box{0, 30, 20, 50}));
}

void ToolsTest::allThatIsSelectedMovesTogether()
{
    Host host;
    host.setSelection({.labels = {LabelId{1}, LabelId{2}}});
    SelectTool tool(host);
    tool.press(at(60, 50), kSecond);
    tool.move(at(90, 50)); // the second label may go right by 10 only, and so the first
    tool.release(at(90, 50));
    QCOMPARE(host.moves.size(), 1);
    QVERIFY(host.moves.first().value(LabelId{1}) == (Box{20, 10, 40, 30}));
    QVERIFY(host.moves.first().value(LabelId{2}) == (Box{60, 40, 100, 70}));
}

void ToolsTest::aGripMovesOneSide()
{
    Host host;
    host.setSelection({.labels = {LabelId{1}, LabelId{2}}});
    SelectTool tool(host);
    tool.press(at(30, 20), {.label = LabelId{1}, .handle = Handle::Right});
    tool.move(at(45, 60));
    tool.release(at(45, 60));
    QCOMPARE(host.moves.size(), 1);
    QCOMPARE(host.moves.first().size(), 1);
    QVERIFY(host.moves.first().value(LabelId{1}) == (Box{10, 10, 45, 30}));
}

void ToolsTest::aPressSelectsAndCtrlAdds()
{
    Host host;
    SelectTool tool(host);
    const auto click = [&tool](const Hit &hit, Qt::KeyboardModifiers modifiers) {
        tool.press(at(20, 20, modifiers), hit);
        tool.release(at(20, 20, modifiers));
    };
    click(kFirst, {});
    QVERIFY(host.selection() == (Selection{.labels = {LabelId{1}}}));
    click(kSecond, Qt::ControlModifier);
    QVERIFY(host.selection() == (Selection{.labels = {LabelId{1}, LabelId{2}}}));
    click(kFirst, Qt::ShiftModifier);
    QVERIFY(host.selection() == (Selection{.labels = {LabelId{2}}}));
    click({.suggestion = SuggestionId{9}}, {});
    QVERIFY(host.selection() == (Selection{.suggestion = SuggestionId{9}}));
    click({}, {});
    QVERIFY(host.selection().isEmpty());
    QVERIFY(host.moves.isEmpty());
}

void ToolsTest::aClickOnOneOfManyLeavesThatOne()
{
    Host host;
    host.setSelection({.labels = {LabelId{1}, LabelId{2}}});
    SelectTool tool(host);
    tool.press(at(20, 20), kFirst);
    QCOMPARE(host.selection().labels.size(), 2); // still both: this may become a drag of both
    tool.release(at(20, 20));
    QVERIFY(host.selection() == (Selection{.labels = {LabelId{1}}}));
}

QTEST_GUILESS_MAIN(ToolsTest)
#include "tools_test.moc"
