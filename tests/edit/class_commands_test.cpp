// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/change_class.h"
#include "core/edit/commands/delete_class.h"
#include "core/edit/commands/move_class.h"
#include "core/edit/document.h"

#include <QTest>

using namespace boxwright;

namespace {

/// Classes a, b, c with ids 1, 2, 3; one image with a label of each and a suggestion of b.
Dataset threeClasses()
{
    QList<LabelClass> classes;
    ImageRecord image;
    image.info.id = ImageId{10};
    image.info.path = QStringLiteral("a.jpg");
    for (int i = 0; i < 3; ++i) {
        LabelClass item;
        item.id = ClassId{i + 1};
        item.name = QString(QLatin1Char(static_cast<char>('a' + i)));
        item.color = QColor(Qt::red);
        item.hotkey = i + 1;
        item.position = i;
        classes.append(item);
        Label label;
        label.id = LabelId{20 + i};
        label.classId = item.id;
        label.box = {0, 0, 10, 10};
        image.labels.append(label);
    }
    image.suggestions.append({SuggestionId{30}, ClassId{2}, {0, 0, 5, 5}, 0.5, QStringLiteral("run")});
    return Dataset(classes, {image});
}

QString order(const Document &document)
{
    QString text;
    for (const LabelClass &item : document.dataset().classes())
        text += QStringLiteral("%1%2 ").arg(item.name).arg(item.position);
    return text.trimmed();
}

} // namespace

class ClassCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewClassComesLastWithColorAndHotkey();
    void aNameThatCannotBeAddsNothing_data();
    void aNameThatCannotBeAddsNothing();
    void aChangedClassKeepsItsPlace();
    void aHotkeyIsTakenFromTheOtherClass();
    void aNameThatCannotBeChangesNothing_data();
    void aNameThatCannotBeChangesNothing();
    void movingAClassMovesThoseBetween_data();
    void movingAClassMovesThoseBetween();
    void aDeletedClassTakesItsLabelsAlong();
};

void ClassCommandsTest::aNewClassComesLastWithColorAndHotkey()
{
    Document document(threeClasses());
    auto command = std::make_unique<AddClass>(document, QStringLiteral("벌"));
    const ClassId id = command->classId();
    QVERIFY(document.push(std::move(command)));
    const LabelClass &added = *document.dataset().labelClass(id);
    QCOMPARE(added.name, QStringLiteral("벌"));
    QCOMPARE(added.position, 3);
    QCOMPARE(added.hotkey, 4);
    QCOMPARE(added.color, QColor(0x56, 0xb4, 0xe9));
    LabelClass wanted;
    wanted.name = QStringLiteral("chosen");
    wanted.color = QColor(Qt::blue);
    wanted.hotkey = 12;
    QVERIFY(document.push(std::make_unique<AddClass>(document, wanted)));
    QCOMPARE(document.dataset().classes().last().color, QColor(Qt::blue));
    QCOMPARE(document.dataset().classes().last().hotkey, 12);
}

void ClassCommandsTest::aNameThatCannotBeAddsNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral("  ");
    QTest::newRow("taken") << QStringLiteral("b");
}

void ClassCommandsTest::aNameThatCannotBeAddsNothing()
{
    QFETCH(QString, name);
    Document document(threeClasses());
    document.push(std::make_unique<AddClass>(document, name));
    QCOMPARE(document.undoStack().count(), 0);
    QCOMPARE(order(document), QStringLiteral("a0 b1 c2"));
}

void ClassCommandsTest::aChangedClassKeepsItsPlace()
{
    Document document(threeClasses());
    LabelClass changed = *document.dataset().labelClass(ClassId{2});
    changed.name = QStringLiteral("queen");
    changed.color = QColor(Qt::green);
    changed.position = 0;
    document.push(std::make_unique<ChangeClass>(document, changed));
    QCOMPARE(order(document), QStringLiteral("a0 queen1 c2"));
    QCOMPARE(document.dataset().labelClass(ClassId{2})->color, QColor(Qt::green));
}

void ClassCommandsTest::aHotkeyIsTakenFromTheOtherClass()
{
    Document document(threeClasses());
    LabelClass changed = *document.dataset().labelClass(ClassId{1});
    changed.hotkey = 3;
    document.push(std::make_unique<ChangeClass>(document, changed));
    QCOMPARE(document.dataset().labelClass(ClassId{1})->hotkey, 3);
    QCOMPARE(document.dataset().labelClass(ClassId{3})->hotkey, 0);
    document.undoStack().undo();
    QCOMPARE(document.dataset().labelClass(ClassId{3})->hotkey, 3);
}

void ClassCommandsTest::aNameThatCannotBeChangesNothing_data()
{
    aNameThatCannotBeAddsNothing_data();
}

void ClassCommandsTest::aNameThatCannotBeChangesNothing()
{
    QFETCH(QString, name);
    Document document(threeClasses());
    LabelClass changed = *document.dataset().labelClass(ClassId{1});
    changed.name = name;
    document.push(std::make_unique<ChangeClass>(document, changed));
    QCOMPARE(document.undoStack().count(), 0);
}

void ClassCommandsTest::movingAClassMovesThoseBetween_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("steps");
    QTest::newRow("first to last") << 1 << 2 << QStringLiteral("b0 c1 a2") << 1;
    QTest::newRow("last to first") << 3 << 0 << QStringLiteral("c0 a1 b2") << 1;
    QTest::newRow("beyond the end") << 1 << 99 << QStringLiteral("b0 c1 a2") << 1;
    QTest::newRow("before the start") << 2 << -1 << QStringLiteral("b0 a1 c2") << 1;
    QTest::newRow("where it is") << 2 << 1 << QStringLiteral("a0 b1 c2") << 0;
    QTest::newRow("no such class") << 9 << 1 << QStringLiteral("a0 b1 c2") << 0;
}

void ClassCommandsTest::movingAClassMovesThoseBetween()
{
    QFETCH(int, id);
    QFETCH(int, position);
    QFETCH(QString, expected);
    QFETCH(int, steps);
    Document document(threeClasses());
    document.push(std::make_unique<MoveClass>(document, ClassId{id}, position));
    QCOMPARE(order(document), expected);
    QCOMPARE(document.undoStack().count(), steps);
    document.undoStack().undo();
    QCOMPARE(order(document), QStringLiteral("a0 b1 c2"));
}

void ClassCommandsTest::aDeletedClassTakesItsLabelsAlong()
{
    Document document(threeClasses());
    document.push(std::make_unique<DeleteClass>(document, ClassId{2}));
    QCOMPARE(order(document), QStringLiteral("a0 c1"));
    QCOMPARE(document.dataset().image(ImageId{10})->labels.size(), 2);
    QVERIFY(document.dataset().image(ImageId{10})->suggestions.isEmpty());
    document.undoStack().undo();
    QCOMPARE(order(document), QStringLiteral("a0 b1 c2"));
    QCOMPARE(document.dataset().image(ImageId{10})->labels.size(), 3);
    QCOMPARE(document.dataset().image(ImageId{10})->suggestions.size(), 1);
}

QTEST_GUILESS_MAIN(ClassCommandsTest)
#include "class_commands_test.moc"
