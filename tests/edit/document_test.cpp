// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_label.h"
#include "core/edit/document.h"

#include <QSignalSpy>
#include <QTest>

using namespace boxwright;

namespace {

Dataset oneImage()
{
    LabelClass bee;
    bee.id = ClassId{1};
    bee.name = QStringLiteral("bee");
    ImageRecord record;
    record.info.id = ImageId{2};
    record.info.path = QStringLiteral("a.jpg");
    return Dataset({bee}, {record});
}

Label beeAt(const Box &box)
{
    Label label;
    label.classId = ClassId{1};
    label.box = box;
    return label;
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDrawnLabelIsThereUntilItIsUndone();
    void aSnapshotDoesNotMoveWithTheDocument();
    void aReadOnlyDocumentTakesNoCommand();
    void idsAreNeverGivenTwice();
};

void DocumentTest::aDrawnLabelIsThereUntilItIsUndone()
{
    Document document(oneImage());
    QSignalSpy changes(&document, &Document::changed);
    auto command = std::make_unique<AddLabel>(document, ImageId{2}, beeAt({1, 2, 3, 4}));
    const LabelId id = command->labelId();
    QVERIFY(document.push(std::move(command)));
    QCOMPARE(document.dataset().image(ImageId{2})->labels.size(), 1);
    QVERIFY(document.dataset().image(ImageId{2})->label(id)->box == (Box{1, 2, 3, 4}));

    document.undoStack().undo();
    QVERIFY(document.dataset().image(ImageId{2})->labels.isEmpty());
    document.undoStack().redo();
    QCOMPARE(document.dataset().image(ImageId{2})->labels.first().id, id);
    QCOMPARE(changes.size(), 3);
}

void DocumentTest::aSnapshotDoesNotMoveWithTheDocument()
{
    Document document(oneImage());
    const Dataset snapshot = document.dataset();
    QVERIFY(document.push(std::make_unique<AddLabel>(document, ImageId{2}, beeAt({1, 2, 3, 4}))));
    QCOMPARE(snapshot.labelCount(), 0);
    QCOMPARE(document.dataset().labelCount(), 1);
}

void DocumentTest::aReadOnlyDocumentTakesNoCommand()
{
    Document document(oneImage());
    document.setReadOnly(true);
    QVERIFY(!document.push(std::make_unique<AddLabel>(document, ImageId{2}, beeAt({1, 2, 3, 4}))));
    QCOMPARE(document.dataset().labelCount(), 0);
}

void DocumentTest::idsAreNeverGivenTwice()
{
    Document document(oneImage(), 50);
    QCOMPARE(toNumber(document.takeId<LabelId>()), 50);
    QCOMPARE(toNumber(document.takeId<ImageId>()), 51);
    Document fromHighest(oneImage(), 1);
    QCOMPARE(toNumber(fromHighest.takeId<LabelId>()), 3);
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
