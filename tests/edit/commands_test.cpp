// SPDX-License-Identifier: GPL-3.0-or-later
// What each command does, and what it leaves alone. That undo and redo are symmetric is tested with all of them at once
// in undo_test.cpp.
#include "core/edit/commands/accept_suggestions.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/add_labels.h"
#include "core/edit/commands/delete_labels.h"
#include "core/edit/commands/move_labels.h"
#include "core/edit/commands/reject_suggestions.h"
#include "core/edit/commands/relocate_images.h"
#include "core/edit/commands/remove_images.h"
#include "core/edit/commands/set_label_class.h"
#include "core/edit/commands/set_label_flags.h"
#include "core/edit/commands/set_review_state.h"
#include "core/edit/commands/set_split.h"
#include "core/edit/commands/set_suggestions.h"
#include "core/edit/document.h"

#include <QTest>

using namespace boxwright;

namespace {

constexpr ClassId kBee{1};
constexpr ClassId kWasp{2};
constexpr ImageId kImage{10};
constexpr ImageId kEmptyImage{11};
constexpr LabelId kFirst{20};
constexpr LabelId kSecond{21};
constexpr SuggestionId kSuggestion{30};
constexpr Box kBox{1, 2, 30, 40};
constexpr Box kOtherBox{5, 6, 70, 80};

LabelClass namedClass(ClassId id, const QString &name, int position)
{
    return {id, name, QColor(Qt::red), position + 1, position};
}

/// Two classes; an image with a person's and a model's label and one suggestion; an image said to be empty.
Dataset smallDataset()
{
    ImageRecord image;
    image.info.id = kImage;
    image.info.path = QStringLiteral("a.jpg");
    Label drawn;
    drawn.id = kFirst;
    drawn.classId = kBee;
    drawn.box = kBox;
    Label accepted = drawn;
    accepted.id = kSecond;
    accepted.origin = Origin::Model;
    accepted.originDetail = QStringLiteral("run 1");
    accepted.confidence = 0.9;
    image.labels = {drawn, accepted};
    image.suggestions = {{kSuggestion, kBee, kBox, 0.8, QStringLiteral("run 1")}};
    ImageRecord empty;
    empty.info.id = kEmptyImage;
    empty.info.path = QStringLiteral("b.jpg");
    empty.info.state = ReviewState::Empty;
    return Dataset({namedClass(kBee, QStringLiteral("bee"), 0), namedClass(kWasp, QStringLiteral("wasp"), 1)},
                   {image, empty});
}

class TestDocument : public Document
{
public:
    TestDocument()
        : Document(smallDataset())
    {
    }

    template<class T, class... Values>
    void doCommand(Values &&...values)
    {
        push(std::make_unique<T>(*this, std::forward<Values>(values)...));
    }
    [[nodiscard]] const ImageRecord &image(ImageId id = kImage) const { return *dataset().image(id); }
    [[nodiscard]] int steps() { return undoStack().count(); }
};

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLabelOnAnEmptyImageTakesTheWordBack();
    void labelsOfAnUnknownClassAreNotAdded();
    void severalLabelsAreOneStep();
    void movingAModelsLabelMakesItThePersons();
    void anImpossibleMoveChangesNothing_data();
    void anImpossibleMoveChangesNothing();
    void nudgesInARowAreOneStep();
    void aNudgeBackToTheStartIsNoStep();
    void dragsStayStepsOfTheirOwn();
    void nudgesOfOtherLabelsStayApart();
    void aNewClassMakesTheLabelThePersons();
    void flagsAreSetAndCleared();
    void onlySelectedLabelsAreDeleted();
    void anImageWithLabelsIsNotEmpty();
    void splitsOfSeveralImagesAreOneStep();
    void anAcceptedSuggestionKeepsTheModelsName();
    void aChangedSuggestionIsThePersons_data();
    void aChangedSuggestionIsThePersons();
    void aSuggestionIsAcceptedOnce();
    void rejectedSuggestionsGo();
    void newSuggestionsReplaceTheOld();
    void theSameAnswerIsNoStep();
    void imagesComeOnce();
    void removedImagesComeBackWithEverything();
    void aRelocatedImageForgetsItsProblem();
    void whatChangesNothingKeepsNoStep();
    void learnedFactsAreNoStepAndSurviveUndo();
    void foundSuggestionsAreNoStepAndSurviveUndo();
    void whatWasFoundGoesWithItsImage();
};

void CommandsTest::aLabelOnAnEmptyImageTakesTheWordBack()
{
    TestDocument document;
    Label label;
    label.classId = kBee;
    label.box = kBox;
    document.doCommand<AddLabel>(kEmptyImage, label);
    QVERIFY(document.image(kEmptyImage).info.state == ReviewState::NotYet);
    document.undoStack().undo();
    QVERIFY(document.image(kEmptyImage).info.state == ReviewState::Empty);
}

void CommandsTest::labelsOfAnUnknownClassAreNotAdded()
{
    TestDocument document;
    Label label;
    label.classId = ClassId{99};
    label.box = kBox;
    document.doCommand<AddLabel>(kImage, label);
    document.doCommand<AddLabels>(kImage, QList<Label>{label});
    label.classId = kBee;
    document.doCommand<AddLabel>(ImageId{99}, label);
    QCOMPARE(document.steps(), 0);
}

void CommandsTest::severalLabelsAreOneStep()
{
    TestDocument document;
    Label label;
    label.classId = kWasp;
    label.box = kBox;
    auto command = std::make_unique<AddLabels>(document, kEmptyImage, QList<Label>{label, label});
    const QList<LabelId> ids = command->labelIds();
    QVERIFY(document.push(std::move(command)));
    QCOMPARE(document.steps(), 1);
    QCOMPARE(document.image(kEmptyImage).labels.size(), 2);
    QVERIFY(document.image(kEmptyImage).label(ids[0]) && document.image(kEmptyImage).label(ids[1]));
}

void CommandsTest::movingAModelsLabelMakesItThePersons()
{
    TestDocument document;
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kSecond, kOtherBox}, {kFirst, kBox}});
    const Label &label = *document.image().label(kSecond);
    QVERIFY(label.box == kOtherBox);
    QVERIFY(label.origin == Origin::Person);
    QVERIFY(label.originDetail.isEmpty());
    QCOMPARE(label.confidence, -1.0);
    document.undoStack().undo();
    QVERIFY(document.image().label(kSecond)->origin == Origin::Model);
}

void CommandsTest::anImpossibleMoveChangesNothing_data()
{
    QTest::addColumn<qint64>("image");
    QTest::addColumn<qint64>("label");
    QTest::addColumn<double>("right");
    QTest::newRow("no such image") << 99LL << 20LL << 30.0;
    QTest::newRow("no such label") << 10LL << 99LL << 30.0;
    QTest::newRow("no area") << 10LL << 20LL << 1.0;
    QTest::newRow("not a number") << 10LL << 20LL << qQNaN();
    QTest::newRow("where it is") << 10LL << 20LL << 30.0;
}

void CommandsTest::anImpossibleMoveChangesNothing()
{
    QFETCH(qint64, image);
    QFETCH(qint64, label);
    QFETCH(double, right);
    TestDocument document;
    document.doCommand<MoveLabels>(ImageId{image}, QList<MovedLabel>{{LabelId{label}, {1, 2, right, 40}}});
    QCOMPARE(document.steps(), 0);
    QVERIFY(document.image().label(kFirst)->box == kBox);
}

void CommandsTest::nudgesInARowAreOneStep()
{
    TestDocument document;
    for (int i = 1; i <= 5; ++i)
        document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kBox.translated(i, 0)}}, MoveKind::Nudge);
    QCOMPARE(document.steps(), 1);
    QVERIFY(document.image().label(kFirst)->box == kBox.translated(5, 0));
    document.undoStack().undo();
    QVERIFY(document.image().label(kFirst)->box == kBox);
    document.undoStack().redo();
    QVERIFY(document.image().label(kFirst)->box == kBox.translated(5, 0));
}

void CommandsTest::aNudgeBackToTheStartIsNoStep()
{
    TestDocument document;
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kBox.translated(1, 0)}}, MoveKind::Nudge);
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kBox}}, MoveKind::Nudge);
    QCOMPARE(document.steps(), 0);
    QVERIFY(document.image().label(kFirst)->box == kBox);
}

void CommandsTest::dragsStayStepsOfTheirOwn()
{
    TestDocument document;
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kBox.translated(1, 0)}}, MoveKind::Nudge);
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kBox.translated(2, 0)}}, MoveKind::Move);
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kBox.translated(3, 0)}}, MoveKind::Move);
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kOtherBox}}, MoveKind::Resize);
    QCOMPARE(document.steps(), 4);
}

void CommandsTest::nudgesOfOtherLabelsStayApart()
{
    TestDocument document;
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kFirst, kOtherBox}}, MoveKind::Nudge);
    document.doCommand<MoveLabels>(kImage, QList<MovedLabel>{{kSecond, kOtherBox}}, MoveKind::Nudge);
    QCOMPARE(document.steps(), 2);
}

void CommandsTest::aNewClassMakesTheLabelThePersons()
{
    TestDocument document;
    document.doCommand<SetLabelClass>(LabelSelection{kImage, {kFirst, kSecond, kSecond}}, kWasp);
    QCOMPARE(document.steps(), 1);
    QVERIFY(document.image().label(kFirst)->classId == kWasp);
    QVERIFY(document.image().label(kSecond)->origin == Origin::Person);
    document.doCommand<SetLabelClass>(LabelSelection{kImage, {kFirst}}, ClassId{99});
    QCOMPARE(document.steps(), 1);
}

void CommandsTest::flagsAreSetAndCleared()
{
    TestDocument document;
    const LabelSelection both{kImage, {kFirst, kSecond}};
    document.doCommand<SetLabelFlags>(both, FlagChange{LabelFlag::Difficult | LabelFlag::Occluded, {}});
    document.doCommand<SetLabelFlags>(LabelSelection{kImage, {kFirst}}, FlagChange{{}, LabelFlag::Difficult});
    QVERIFY(document.image().label(kFirst)->flags == LabelFlag::Occluded);
    QVERIFY(document.image().label(kSecond)->flags == (LabelFlag::Difficult | LabelFlag::Occluded));
    QVERIFY(document.image().label(kSecond)->origin == Origin::Model); // box and class are still the model's
}

void CommandsTest::onlySelectedLabelsAreDeleted()
{
    TestDocument document;
    document.doCommand<DeleteLabels>(LabelSelection{kImage, {kSecond, kSecond, LabelId{99}}});
    QCOMPARE(document.image().labels.size(), 1);
    QVERIFY(document.image().labels.first().id == kFirst);
    document.undoStack().undo();
    QCOMPARE(document.image().labels.size(), 2);
}

void CommandsTest::anImageWithLabelsIsNotEmpty()
{
    TestDocument document;
    document.doCommand<SetReviewState>(QList<ImageId>{kImage, kEmptyImage}, ReviewState::Reviewed);
    QVERIFY(document.image(kEmptyImage).info.state == ReviewState::Reviewed);
    document.doCommand<SetReviewState>(QList<ImageId>{kImage, kEmptyImage}, ReviewState::Empty);
    QVERIFY(document.image(kImage).info.state == ReviewState::Reviewed);
    QVERIFY(document.image(kEmptyImage).info.state == ReviewState::Empty);
}

void CommandsTest::splitsOfSeveralImagesAreOneStep()
{
    TestDocument document;
    document.doCommand<SetSplit>(QList<ImageId>{kImage, kEmptyImage, kImage}, Split::Validation);
    QCOMPARE(document.steps(), 1);
    QVERIFY(document.image(kImage).info.split == Split::Validation);
    QVERIFY(document.image(kEmptyImage).info.split == Split::Validation);
}

void CommandsTest::anAcceptedSuggestionKeepsTheModelsName()
{
    TestDocument document;
    auto command = std::make_unique<AcceptSuggestions>(document, kImage, QList<SuggestionId>{kSuggestion});
    const LabelId id = command->labelIds().first();
    QVERIFY(document.push(std::move(command)));
    QVERIFY(document.image().suggestions.isEmpty());
    const Label &label = *document.image().label(id);
    QVERIFY(label.origin == Origin::Model);
    QCOMPARE(label.originDetail, QStringLiteral("run 1"));
    QCOMPARE(label.confidence, 0.8);
}

void CommandsTest::aChangedSuggestionIsThePersons_data()
{
    QTest::addColumn<AcceptedSuggestion>("accepted");
    QTest::newRow("another class") << AcceptedSuggestion{kSuggestion, kWasp, {}};
    QTest::newRow("another box") << AcceptedSuggestion{kSuggestion, {}, kOtherBox};
}

void CommandsTest::aChangedSuggestionIsThePersons()
{
    QFETCH(AcceptedSuggestion, accepted);
    TestDocument document;
    document.doCommand<AcceptSuggestions>(kImage, QList<AcceptedSuggestion>{accepted});
    const Label &label = document.image().labels.last();
    QVERIFY(label.origin == Origin::Person);
    QVERIFY(label.originDetail.isEmpty());
    QCOMPARE(label.confidence, -1.0);
    QVERIFY(label.classId == accepted.classId.value_or(kBee));
    QVERIFY(label.box == accepted.box.value_or(kBox));
}

void CommandsTest::aSuggestionIsAcceptedOnce()
{
    TestDocument document;
    document.doCommand<AcceptSuggestions>(kImage, QList<SuggestionId>{kSuggestion, kSuggestion});
    QCOMPARE(document.image().labels.size(), 3);
    document.doCommand<AcceptSuggestions>(kImage, QList<SuggestionId>{kSuggestion});
    QCOMPARE(document.steps(), 1);
}

void CommandsTest::rejectedSuggestionsGo()
{
    TestDocument document;
    document.doCommand<RejectSuggestions>(kImage, QList<SuggestionId>{kSuggestion, SuggestionId{99}});
    QVERIFY(document.image().suggestions.isEmpty());
    QCOMPARE(document.image().labels.size(), 2);
}

void CommandsTest::newSuggestionsReplaceTheOld()
{
    TestDocument document;
    const QString model = QStringLiteral("run 2");
    document.doCommand<SetSuggestions>(kImage,
                                       QList<Suggestion>{{SuggestionId::None, kWasp, kOtherBox, 0.5, model},
                                                         {SuggestionId::None, ClassId{99}, kOtherBox, 0.5, model},
                                                         {SuggestionId::None, kWasp, {3, 3, 3, 9}, 0.5, model}});
    QCOMPARE(document.image().suggestions.size(), 1);
    QCOMPARE(document.image().suggestions.first().model, model);
    QVERIFY(document.image().suggestions.first().id != kSuggestion);
    document.undoStack().undo();
    QVERIFY(document.image().suggestions.first().id == kSuggestion);
}

void CommandsTest::theSameAnswerIsNoStep()
{
    TestDocument document;
    document.doCommand<SetSuggestions>(
        kImage, QList<Suggestion>{{SuggestionId::None, kBee, kBox, 0.8, QStringLiteral("run 1")}});
    document.doCommand<SetSuggestions>(kEmptyImage, QList<Suggestion>{});
    QCOMPARE(document.steps(), 0);
}

void CommandsTest::imagesComeOnce()
{
    TestDocument document;
    ImageInfo known;
    known.path = QStringLiteral("a.jpg");
    ImageInfo added;
    added.path = QStringLiteral("c.jpg");
    document.doCommand<AddImages>(QList<ImageInfo>{known, added, added, ImageInfo()});
    QCOMPARE(document.dataset().imageCount(), 3);
    QCOMPARE(document.dataset().imageAt(2).info.path, QStringLiteral("c.jpg"));
}

void CommandsTest::removedImagesComeBackWithEverything()
{
    TestDocument document;
    document.doCommand<RemoveImages>(QList<ImageId>{kEmptyImage, kImage, kImage});
    QCOMPARE(document.dataset().imageCount(), 0);
    document.undoStack().undo();
    QCOMPARE(document.image().labels.size(), 2);
    QCOMPARE(document.image().suggestions.size(), 1);
    QVERIFY(document.image(kEmptyImage).info.state == ReviewState::Empty);
}

void CommandsTest::aRelocatedImageForgetsItsProblem()
{
    TestDocument document;
    ImageFacts facts;
    facts.id = kImage;
    facts.problem = QStringLiteral("not found");
    document.learn({facts});
    document.doCommand<RelocateImages>(QList<RelocatedImage>{{kImage, QStringLiteral("d/a.jpg")}});
    QCOMPARE(document.image().info.path, QStringLiteral("d/a.jpg"));
    QVERIFY(document.image().info.problem.isEmpty());
    document.undoStack().undo();
    QCOMPARE(document.image().info.path, QStringLiteral("a.jpg"));
    QCOMPARE(document.image().info.problem, QStringLiteral("not found"));
}

void CommandsTest::whatChangesNothingKeepsNoStep()
{
    TestDocument document;
    const LabelSelection nothing{kImage, {}};
    document.doCommand<DeleteLabels>(nothing);
    document.doCommand<SetLabelClass>(LabelSelection{kImage, {kFirst}}, kBee);
    document.doCommand<SetLabelFlags>(LabelSelection{kImage, {kFirst}}, FlagChange{{}, LabelFlag::Crowd});
    document.doCommand<SetSplit>(QList<ImageId>{kImage}, Split::None);
    document.doCommand<SetReviewState>(QList<ImageId>{ImageId{99}}, ReviewState::Reviewed);
    document.doCommand<RemoveImages>(QList<ImageId>{});
    document.doCommand<RelocateImages>(QList<RelocatedImage>{{kImage, QString()}});
    QCOMPARE(document.steps(), 0);
}

void CommandsTest::learnedFactsAreNoStepAndSurviveUndo()
{
    TestDocument document;
    document.doCommand<SetSplit>(QList<ImageId>{kImage}, Split::Test);
    ImageFacts facts;
    facts.id = kImage;
    facts.size = {640, 480};
    facts.orientation = 6;
    ImageFacts ofNothing = facts;
    ofNothing.id = ImageId{99};
    document.learn({facts, ofNothing});
    QCOMPARE(document.steps(), 1);
    document.undoStack().undo();
    QVERIFY(document.image().info.split == Split::None);
    QCOMPARE(document.image().info.size, QSize(640, 480));
    QCOMPARE(document.image().info.orientation, 6);
    document.undoStack().redo();
    QVERIFY(document.image().info.split == Split::Test);
    QCOMPARE(document.image().info.size, QSize(640, 480));
}

void CommandsTest::foundSuggestionsAreNoStepAndSurviveUndo()
{
    TestDocument document;
    const Suggestion old = document.image().suggestions[0];
    document.doCommand<RejectSuggestions>(kImage, QList<SuggestionId>{old.id});
    document.suggest(kImage, {{SuggestionId::None, kBee, {7, 7, 9, 9}, 0.5, QStringLiteral("run 2")}});
    QCOMPARE(document.steps(), 1);
    QCOMPARE(document.image().suggestions.size(), 1);
    document.undoStack().undo(); // the rejected one comes back beside what was found
    QCOMPARE(document.image().suggestions.size(), 2);
    document.suggest(kImage, {{SuggestionId::None, kBee, {5, 5, 9, 9}, 0.6, QStringLiteral("run 3")}});
    document.undoStack().redo(); // rejects what is gone
    QCOMPARE(document.image().suggestions.size(), 1);
    QCOMPARE(document.image().suggestions[0].model, QStringLiteral("run 3"));
}

void CommandsTest::whatWasFoundGoesWithItsImage()
{
    TestDocument document;
    document.doCommand<RemoveImages>(QList<ImageId>{kImage});
    document.undoStack().undo();
    document.suggest(kImage, {{SuggestionId::None, kBee, {7, 7, 9, 9}, 0.5, QStringLiteral("run 2")}});
    Change last;
    connect(&document, &Document::changed, this, [&last](const Change &change) { last = change; });
    document.undoStack().redo();
    QCOMPARE(document.dataset().image(kImage), nullptr);
    // The journal hears of it: first the suggestion goes, then its image.
    const auto *gone = std::get_if<SuggestionEdit>(&last.edits.first());
    QVERIFY(gone && gone->before && !gone->after);
    QCOMPARE(gone->before->model, QStringLiteral("run 2"));
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
