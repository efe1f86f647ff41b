// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_edits.h"

#include <QTest>

using namespace boxwright;

class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoingEverythingLeadsBackAndRedoingForth_data();
    void undoingEverythingLeadsBackAndRedoingForth();
    void changesTellAllThatHappened_data();
    void changesTellAllThatHappened();
};

namespace {

/// What was learned from files is no step and stays; it is made equal on both sides before comparing.
QByteArray valuesWithoutFacts(const Document &document)
{
    Document copy(document.dataset());
    QList<ImageFacts> nothing;
    for (qsizetype i = 0; i < copy.dataset().imageCount(); ++i) {
        nothing.append(ImageFacts());
        nothing.last().id = copy.dataset().imageAt(i).info.id;
    }
    copy.learn(nothing);
    return everyValue(copy.dataset());
}

} // namespace

void UndoTest::undoingEverythingLeadsBackAndRedoingForth_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void UndoTest::undoingEverythingLeadsBackAndRedoingForth()
{
    QFETCH(quint64, seed);
    Document document;
    RandomEdits edits(document, seed);
    edits.setFinding(false); // it would not be where it was
    for (int i = 0; i < 100; ++i)
        edits.step();
    document.undoStack().clear();
    const QByteArray start = valuesWithoutFacts(document);
    QList<QByteArray> states; // after each step that stands on the stack
    for (int i = 0; i < 600; ++i)
        edits.step();
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    const QByteArray end = valuesWithoutFacts(document);
    QVERIFY(document.undoStack().count() > 100);

    while (document.undoStack().canUndo()) {
        states.prepend(valuesWithoutFacts(document));
        document.undoStack().undo();
        QVERIFY2(valuesWithoutFacts(document) != states.first(), "a step that changes nothing was kept");
    }
    QCOMPARE(valuesWithoutFacts(document), start);
    for (const QByteArray &state : std::as_const(states)) {
        document.undoStack().redo();
        QCOMPARE(valuesWithoutFacts(document), state);
    }
    QCOMPARE(valuesWithoutFacts(document), end);
}

void UndoTest::changesTellAllThatHappened_data()
{
    undoingEverythingLeadsBackAndRedoingForth_data();
}

void UndoTest::changesTellAllThatHappened()
{
    QFETCH(quint64, seed);
    Document document;
    Dataset follower;
    connect(&document, &Document::changed, this, [&follower](const Change &change) { follower.apply(change); });
    RandomEdits edits(document, seed);
    for (int i = 0; i < 1000; ++i)
        edits.step();
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    QCOMPARE(everyValue(follower), everyValue(document.dataset()));
    for (qsizetype i = 0; i < document.dataset().imageCount(); ++i) {
        for (const Suggestion &suggestion : document.dataset().imageAt(i).suggestions)
            QVERIFY2(document.dataset().labelClass(suggestion.classId), "a suggestion of a class that is gone");
    }
}

QTEST_GUILESS_MAIN(UndoTest)
#include "undo_test.moc"
