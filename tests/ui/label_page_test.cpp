// SPDX-License-Identifier: GPL-3.0-or-later
// The Label page under real mouse and key events.
#include "tests/support/label_scene.h"
#include "ui/canvas/class_name_field.h"
#include "ui/panels/image_list_model.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSlider>

using namespace boxwright;

class LabelPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDragDrawsABoxOfTheCurrentClass();
    void theFirstBoxAsksForItsClassInPlace();
    void givingNoNameDrawsNoBox();
    void aMoveIsOneUndoStep();
    void escGivesUpADrag();
    void theSmallestBoxUnderThePointerIsSelected();
    void wDrawsOverABoxAndAltDoesToo();
    void twoClicksAfterWDrawABox();
    void aDigitIsTheClassOfTheSelectionOrOfTheNextBox();
    void arrowsNudgeInOneStepAndGrow();
    void spaceReviewsAndGoesOn();
    void spaceWithADragPans();
    void nMarksEmptyAndRefusesWhereLabelsAre();
    void keysDoNotActInTextFields();
    void keysWorkInHangul();
    void suggestionsAreAcceptedAndRejectedByKey();
    void theThresholdHidesAndAcceptTakesOnlyWhatIsShown();
    void deleteTakesTheSelectedBoxesAway();
    void tabWalksThroughBoxesAndSuggestions();
    void listAndCanvasShareTheSelection();
    void copyPasteAndThePreviousImagesBoxes();
    void flagsAreToggled();
    void aClassCanBeAddedRenamedAndDeleted();
    void aBrokenImageIsAMessageNotACrash();
    void aDrawingIsGivenUpWhenTheImageChanges();
};

void LabelPageTest::aDragDrawsABoxOfTheCurrentClass()
{
    LabelScene scene;
    scene.key(Qt::Key_2);
    scene.drag({20, 20}, {80, 60});
    QCOMPARE(scene.image().labels.size(), 1);
    const Label &label = scene.image().labels.first();
    QVERIFY(isNear(label.box, {20, 20, 80, 60}));
    QCOMPARE(label.classId, scene.project.classAt(1));
    QVERIFY(label.origin == Origin::Person);
    QVERIFY(scene.state().selection() == (Selection{.labels = {label.id}}));
}

void LabelPageTest::theFirstBoxAsksForItsClassInPlace()
{
    LabelScene scene(QStringList{});
    scene.drag({20, 20}, {80, 60});
    QVERIFY(scene.image().labels.isEmpty());
    auto *field = scene.find<QLineEdit>("boxClassName");
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("bee"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(scene.project.dataset().classNames(), QStringList{QStringLiteral("bee")});
    QCOMPARE(scene.image().labels.size(), 1);
    QCOMPARE(scene.steps(), 1); // the class and its box
    scene.undo();
    QVERIFY(scene.image().labels.isEmpty());
    QVERIFY(scene.project.dataset().classes().isEmpty());
}

void LabelPageTest::givingNoNameDrawsNoBox()
{
    LabelScene scene(QStringList{});
    scene.drag({20, 20}, {80, 60});
    QTest::keyClick(scene.find<QLineEdit>("boxClassName"), Qt::Key_Escape);
    QVERIFY(scene.image().labels.isEmpty());
    QVERIFY(scene.project.dataset().classes().isEmpty());
    QVERIFY(scene.canvas().hasFocus());
}

void LabelPageTest::aMoveIsOneUndoStep()
{
    LabelScene scene;
    const LabelId id = scene.add({20, 20, 60, 60});
    const int before = scene.steps();
    scene.drag({40, 40}, {70, 50});
    QVERIFY(isNear(scene.image().label(id)->box, {50, 30, 90, 70}));
    QCOMPARE(scene.steps(), before + 1);
    scene.undo();
    QVERIFY(scene.image().label(id)->box == (Box{20, 20, 60, 60}));
}

void LabelPageTest::escGivesUpADrag()
{
    LabelScene scene;
    const LabelId id = scene.add({20, 20, 60, 60});
    const int before = scene.steps();
    scene.press(40, 40);
    scene.moveTo(90, 50);
    scene.key(Qt::Key_Escape);
    scene.release(90, 50);
    scene.press(120, 10);
    scene.moveTo(150, 40);
    scene.key(Qt::Key_Escape);
    scene.release(150, 40);
    QCOMPARE(scene.steps(), before);
    QVERIFY(scene.image().label(id)->box == (Box{20, 20, 60, 60}));
}

void LabelPageTest::theSmallestBoxUnderThePointerIsSelected()
{
    LabelScene scene;
    scene.add({0, 0, 150, 90});
    const LabelId small = scene.add({40, 40, 60, 60});
    scene.add({30, 30, 100, 80});
    scene.press(50, 50);
    scene.release(50, 50);
    QVERIFY(scene.state().selection() == (Selection{.labels = {small}}));
}

void LabelPageTest::wDrawsOverABoxAndAltDoesToo()
{
    LabelScene scene;
    scene.add({0, 0, 200, 100});
    scene.drag({20, 20}, {50, 50}, Qt::AltModifier);
    QCOMPARE(scene.image().labels.size(), 2);
    scene.key(Qt::Key_W);
    scene.drag({60, 20}, {90, 50});
    QCOMPARE(scene.image().labels.size(), 3);
    QVERIFY(!scene.canvas().isDrawing());
    scene.key(Qt::Key_Escape);
    scene.drag({150, 60}, {160, 70}); // an ordinary drag moves the box that is there
    QCOMPARE(scene.image().labels.size(), 3);
}

void LabelPageTest::twoClicksAfterWDrawABox()
{
    LabelScene scene;
    scene.key(Qt::Key_W);
    scene.press(30, 30);
    scene.release(30, 30);
    QVERIFY(scene.canvas().isDrawing());
    scene.moveTo(60, 50);
    scene.press(90, 70);
    scene.release(90, 70);
    QCOMPARE(scene.image().labels.size(), 1);
    QVERIFY(isNear(scene.image().labels.first().box, {30, 30, 90, 70}));
    QVERIFY(!scene.canvas().isDrawing());
}

void LabelPageTest::aDigitIsTheClassOfTheSelectionOrOfTheNextBox()
{
    LabelScene scene;
    const LabelId id = scene.add({20, 20, 60, 60});
    scene.state().setSelection({.labels = {id}});
    scene.key(Qt::Key_2);
    QCOMPARE(scene.image().label(id)->classId, scene.project.classAt(1));
    scene.key(Qt::Key_Escape);
    scene.key(Qt::Key_1);
    QCOMPARE(scene.image().label(id)->classId, scene.project.classAt(1));
    QCOMPARE(scene.state().currentClass(), scene.project.classAt(0));
    scene.key(Qt::Key_9); // no such class
    QCOMPARE(scene.state().currentClass(), scene.project.classAt(0));
    scene.key(Qt::Key_S);
    QCOMPARE(scene.state().currentClass(), scene.project.classAt(1));
}

void LabelPageTest::arrowsNudgeInOneStepAndGrow()
{
    LabelScene scene;
    const LabelId id = scene.add({20, 20, 60, 60});
    scene.state().setSelection({.labels = {id}});
    const int before = scene.steps();
    scene.key(Qt::Key_Right);
    scene.key(Qt::Key_Right);
    scene.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(scene.image().label(id)->box == (Box{22, 30, 62, 70}));
    QCOMPARE(scene.steps(), before + 1);
    scene.key(Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(scene.image().label(id)->box == (Box{21, 30, 62, 70}));
    scene.key(Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(scene.image().label(id)->box == (Box{21, 30, 62, 69}));
    for (int i = 0; i < 4; ++i)
        scene.key(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(scene.image().label(id)->box == (Box{0, 30, 41, 69})); // it stops at the edge
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(0));
}

void LabelPageTest::spaceReviewsAndGoesOn()
{
    LabelScene scene;
    scene.add({20, 20, 60, 60});
    scene.key(Qt::Key_Space);
    QCOMPARE(scene.project.dataset().imageAt(0).info.state, ReviewState::Reviewed);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(1));
    scene.key(Qt::Key_A);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(0));
    scene.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(1));
    scene.key(Qt::Key_End);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(2));
    scene.key(Qt::Key_Right); // there is nothing behind the last
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(2));
}

void LabelPageTest::spaceWithADragPans()
{
    LabelScene scene;
    const QPointF before = scene.canvas().viewTransform().offset;
    QTest::keyPress(&scene.canvas(), Qt::Key_Space);
    scene.press(50, 50);
    const QPoint from = scene.viewPos(50, 50);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(40, 30), scene.canvas().mapToGlobal(from + QPoint(40, 30)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&scene.canvas(), &move);
    QTest::mouseRelease(&scene.canvas(), Qt::LeftButton, {}, from + QPoint(40, 30));
    QTest::keyRelease(&scene.canvas(), Qt::Key_Space);
    QCOMPARE(scene.canvas().viewTransform().offset, before + QPointF(40, 30));
    QVERIFY(scene.image().labels.isEmpty());
    QCOMPARE(scene.image().info.state, ReviewState::NotYet);
    scene.key(Qt::Key_F);
    QCOMPARE(scene.canvas().viewTransform().offset, before);
}

void LabelPageTest::nMarksEmptyAndRefusesWhereLabelsAre()
{
    LabelScene scene;
    scene.key(Qt::Key_N);
    QCOMPARE(scene.project.dataset().imageAt(0).info.state, ReviewState::Empty);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(1));
    scene.waitForImage();
    scene.add({20, 20, 60, 60});
    scene.key(Qt::Key_N);
    QCOMPARE(scene.project.dataset().imageAt(1).info.state, ReviewState::NotYet);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(1));
}

void LabelPageTest::keysDoNotActInTextFields()
{
    LabelScene scene;
    auto *filter = scene.find<QLineEdit>("imageFilter");
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("nda 1"));
    QCOMPARE(filter->text(), QStringLiteral("nda 1"));
    QCOMPARE(scene.image().info.state, ReviewState::NotYet);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(0));
}

void LabelPageTest::keysWorkInHangul()
{
    LabelScene scene;
    QKeyEvent press(QEvent::KeyPress, 0x3147, Qt::NoModifier, QStringLiteral("ㅇ")); // the key D
    QApplication::sendEvent(&scene.canvas(), &press);
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(1));
}

void LabelPageTest::suggestionsAreAcceptedAndRejectedByKey()
{
    LabelScene scene;
    scene.suggest({0.6, 0.9, 0.7});
    const double surest = 0.9;
    scene.key(Qt::Key_Return);
    QCOMPARE(scene.image().labels.size(), 1);
    QCOMPARE(scene.image().labels.first().confidence, surest);
    QVERIFY(scene.image().labels.first().origin == Origin::Model);
    scene.key(Qt::Key_Backspace);
    QCOMPARE(scene.image().suggestions.size(), 1);
    scene.key(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(scene.image().suggestions.size(), 0);
    QCOMPARE(scene.image().labels.size(), 2);
}

void LabelPageTest::theThresholdHidesAndAcceptTakesOnlyWhatIsShown()
{
    LabelScene scene;
    QVERIFY(!scene.find<QWidget>("suggestionPanel")->isVisible());
    scene.suggest({0.3, 0.6, 0.9});
    QVERIFY(scene.find<QWidget>("suggestionPanel")->isVisible());
    auto *accept = scene.find<QPushButton>("acceptShown");
    QVERIFY2(accept->text().contains(QLatin1Char('2')), qPrintable(accept->text()));
    const QAbstractItemModel *list = scene.find<QListView>("imageList")->model();
    QCOMPARE(list->index(0, 0).data(ImageListModel::SuggestionsRole).toInt(), 2);
    scene.find<QSlider>("confidenceSlider")->setValue(80);
    QVERIFY2(accept->text().contains(QLatin1Char('1')), qPrintable(accept->text()));
    QCOMPARE(list->index(0, 0).data(ImageListModel::SuggestionsRole).toInt(), 1);
    scene.key(Qt::Key_BracketLeft);
    QCOMPARE(scene.find<QSlider>("confidenceSlider")->value(), 75);
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(scene.image().labels.size(), 1);
    QCOMPARE(scene.image().suggestions.size(), 2);
    scene.undo();
    QCOMPARE(scene.image().suggestions.size(), 3);
}

void LabelPageTest::deleteTakesTheSelectedBoxesAway()
{
    LabelScene scene;
    scene.add({20, 20, 60, 60});
    scene.add({70, 20, 90, 60});
    scene.key(Qt::Key_A, Qt::ControlModifier);
    scene.key(Qt::Key_Delete);
    QVERIFY(scene.image().labels.isEmpty());
    QVERIFY(scene.state().selection().isEmpty());
    scene.undo();
    QCOMPARE(scene.image().labels.size(), 2);
}

void LabelPageTest::tabWalksThroughBoxesAndSuggestions()
{
    LabelScene scene;
    const LabelId first = scene.add({20, 20, 60, 60});
    const LabelId second = scene.add({70, 20, 90, 60});
    scene.suggest({0.9});
    scene.key(Qt::Key_Tab);
    QVERIFY(scene.state().selection() == (Selection{.labels = {first}}));
    scene.key(Qt::Key_Tab);
    QVERIFY(scene.state().selection() == (Selection{.labels = {second}}));
    scene.key(Qt::Key_Tab);
    QVERIFY(scene.state().selection() == (Selection{.suggestion = scene.image().suggestions.first().id}));
    scene.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(scene.state().selection() == (Selection{.labels = {second}}));
    QVERIFY(scene.canvas().hasFocus());
}

void LabelPageTest::listAndCanvasShareTheSelection()
{
    LabelScene scene;
    const LabelId first = scene.add({20, 20, 60, 60});
    const LabelId second = scene.add({70, 20, 90, 60});
    auto *list = scene.find<QListView>("labelList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QVERIFY(scene.state().selection() == (Selection{.labels = {second}}));
    scene.press(40, 40);
    scene.release(40, 40);
    QVERIFY(scene.state().selection() == (Selection{.labels = {first}}));
    QCOMPARE(list->selectionModel()->selectedIndexes().first().row(), 0);
}

void LabelPageTest::copyPasteAndThePreviousImagesBoxes()
{
    LabelScene scene;
    const LabelId id = scene.add({20, 20, 60, 60});
    scene.add({70, 20, 90, 60});
    scene.state().setSelection({.labels = {id}});
    scene.key(Qt::Key_C, Qt::ControlModifier);
    scene.key(Qt::Key_D);
    scene.waitForImage();
    scene.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(scene.image().labels.size(), 1);
    QVERIFY(scene.image().labels.first().box == (Box{20, 20, 60, 60}));
    scene.key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(scene.image().labels.size(), 3);
    scene.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(scene.image().labels.size(), 5); // the pasted two were selected
}

void LabelPageTest::flagsAreToggled()
{
    LabelScene scene;
    const LabelId id = scene.add({20, 20, 60, 60});
    scene.state().setSelection({.labels = {id}});
    scene.key(Qt::Key_X);
    scene.key(Qt::Key_T);
    QVERIFY(scene.image().label(id)->flags == (LabelFlag::Difficult | LabelFlag::Truncated));
    scene.key(Qt::Key_X);
    scene.key(Qt::Key_O);
    QVERIFY(scene.image().label(id)->flags == (LabelFlag::Occluded | LabelFlag::Truncated));
}

void LabelPageTest::aClassCanBeAddedRenamedAndDeleted()
{
    LabelScene scene;
    scene.add({20, 20, 60, 60});
    QTest::mouseClick(scene.find<QPushButton>("addClass"), Qt::LeftButton);
    auto *name = scene.find<QLineEdit>("newClassName");
    QTest::keyClicks(name, QStringLiteral("moth"));
    QTest::keyClick(name, Qt::Key_Return);
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(scene.project.dataset().classNames().last(), QStringLiteral("moth"));

    auto *list = scene.find<QListView>("classList");
    list->setCurrentIndex(list->model()->index(2, 0));
    list->edit(list->currentIndex());
    auto *editor = list->findChild<QLineEdit *>(QStringLiteral("classNameEditor"));
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("hawk moth"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(scene.project.dataset().classNames().last(), QStringLiteral("hawk moth"));

    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(scene.project.dataset().classes().size(), 2);
    QVERIFY(scene.image().labels.isEmpty());
    scene.undo();
    QCOMPARE(scene.image().labels.size(), 1);
}

void LabelPageTest::aBrokenImageIsAMessageNotACrash()
{
    QStringList names;
    for (int i = 0; i < 8; ++i)
        names.append(QStringLiteral("%1.png").arg(i));
    LabelScene scene({QStringLiteral("bee")}, names); // the last ones are not made ready beforehand
    QFile file(scene.project.folder() + QStringLiteral("/7.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no image");
    file.close();
    QVERIFY(QFile::remove(scene.project.folder() + QStringLiteral("/6.png")));
    scene.key(Qt::Key_End);
    QTRY_VERIFY(!scene.project.dataset().imageAt(7).info.problem.isEmpty());
    scene.drag({20, 20}, {80, 60});
    QVERIFY(scene.image().labels.isEmpty());
    scene.key(Qt::Key_N); // nobody can say that it is empty
    QCOMPARE(scene.state().imageId(), scene.project.imageAt(7));
    QCOMPARE(scene.image().info.state, ReviewState::NotYet);
    QVERIFY(!scene.find<QPushButton>("findMovedImages")->isVisible()); // its file is there
    scene.key(Qt::Key_A);
    QTRY_VERIFY(!scene.project.dataset().imageAt(6).info.problem.isEmpty());
    QVERIFY(scene.find<QPushButton>("findMovedImages")->isVisible());
    scene.key(Qt::Key_A);
    scene.waitForImage();
}

void LabelPageTest::aDrawingIsGivenUpWhenTheImageChanges()
{
    LabelScene scene;
    scene.key(Qt::Key_W);
    scene.press(20, 20);
    scene.moveTo(60, 60);
    scene.key(Qt::Key_D);
    scene.waitForImage();
    scene.release(60, 60);
    QVERIFY(scene.image().labels.isEmpty());
    QVERIFY(scene.project.dataset().imageAt(0).labels.isEmpty());
    QVERIFY(!scene.canvas().isDrawing());
}

QTEST_MAIN(LabelPageTest)
#include "label_page_test.moc"
