// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/import_dataset.h"
#include "core/session/training_snapshot.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace boxwright;

namespace {

constexpr Box kBox{1, 2, 30, 40};

struct Fixture
{
    QTemporaryDir folder;
    std::unique_ptr<ProjectSession> session;
    Change change;

    Fixture()
    {
        auto made = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
        if (made)
            session = std::move(*made);
        addClass(ClassId{1}, 0);
        addClass(ClassId{2}, 1);
    }

    void addClass(ClassId id, int position)
    {
        LabelClass item;
        item.id = id;
        item.name = QStringLiteral("class %1").arg(position);
        item.position = position;
        change.edits.append(ClassEdit{{std::nullopt, item}});
    }

    void addImage(qint64 id, Split split, ReviewState state = ReviewState::NotYet, const QString &problem = {})
    {
        ImageInfo info;
        info.id = ImageId{id};
        info.path = QStringLiteral("%1.jpg").arg(id);
        info.split = split;
        info.state = state;
        info.problem = problem;
        change.edits.append(ImageEdit{{std::nullopt, info}});
    }

    void addLabel(qint64 id, qint64 image, const Box &box, LabelFlags flags = {})
    {
        Label label;
        label.id = LabelId{id};
        label.classId = ClassId{2};
        label.box = box;
        label.flags = flags;
        change.edits.append(LabelEdit{{std::nullopt, label}, ImageId{image}});
    }

    void push() { session->document().push(std::make_unique<ImportDataset>(session->document(), change)); }
};

template<class Image>
QList<qint64> ids(const std::vector<Image> &images)
{
    QList<qint64> result;
    for (const Image &image : images)
        result.append(toNumber(image.id));
    return result;
}

} // namespace

class TrainingSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnsweredImagesAreLearnedFrom();
    void boxesThatTeachNothingAreLeftOut();
    void everyFifthImageIsPutAsideWhereNothingValidates();
    void anEvaluationTakesItsSplit();
    void classesTakeTheOrderOfAModel();
};

void TrainingSnapshotTest::onlyAnsweredImagesAreLearnedFrom()
{
    Fixture fixture;
    fixture.addImage(10, Split::Train);
    fixture.addLabel(100, 10, kBox);
    fixture.addImage(11, Split::None);
    fixture.addLabel(101, 11, kBox);
    fixture.addImage(12, Split::Train, ReviewState::Empty);
    fixture.addImage(13, Split::Train); // nobody has looked
    fixture.addImage(14, Split::Train, ReviewState::Reviewed, QStringLiteral("broken"));
    fixture.addImage(15, Split::Validation);
    fixture.addLabel(102, 15, kBox);
    fixture.addImage(16, Split::Test);
    fixture.addLabel(103, 16, kBox);
    fixture.push();
    const TrainingSnapshot snapshot = trainingSnapshot(*fixture.session, 1);
    QCOMPARE(snapshot.classes, (QStringList{QStringLiteral("class 0"), QStringLiteral("class 1")}));
    QCOMPARE(ids(snapshot.train), (QList<qint64>{10, 11, 12}));
    QCOMPARE(ids(snapshot.validation), (QList<qint64>{15}));
    QCOMPARE(snapshot.skippedUnreviewed, 1);
    QCOMPARE(snapshot.skippedProblem, 1);
    QCOMPARE(snapshot.train[0].path, fixture.session->folder() + QStringLiteral("/10.jpg"));
    QCOMPARE(snapshot.train[0].boxes.size(), 1U);
    QCOMPARE(snapshot.train[0].boxes[0].classIndex, 1);
    QVERIFY(snapshot.train[0].boxes[0].box == kBox);
    QVERIFY(snapshot.train[2].boxes.empty());
}

void TrainingSnapshotTest::boxesThatTeachNothingAreLeftOut()
{
    Fixture fixture;
    fixture.addImage(10, Split::Train);
    fixture.addLabel(100, 10, {5, 5, 5, 9});
    fixture.addLabel(101, 10, kBox, LabelFlag::Crowd);
    fixture.addLabel(102, 10, kBox, LabelFlag::Difficult);
    fixture.push();
    const TrainingSnapshot snapshot = trainingSnapshot(*fixture.session, 1);
    QCOMPARE(snapshot.train.size(), 1U);
    QCOMPARE(snapshot.train[0].boxes.size(), 1U);
    QVERIFY(snapshot.train[0].boxes[0].isDifficult);
    QCOMPARE(snapshot.skippedBoxes, 1);
}

void TrainingSnapshotTest::everyFifthImageIsPutAsideWhereNothingValidates()
{
    Fixture fixture;
    for (int i = 0; i < 52; ++i)
        fixture.addImage(10 + i, Split::None, ReviewState::Empty);
    fixture.push();
    const TrainingSnapshot first = trainingSnapshot(*fixture.session, 1);
    const TrainingSnapshot again = trainingSnapshot(*fixture.session, 1);
    const TrainingSnapshot other = trainingSnapshot(*fixture.session, 2);
    QCOMPARE(first.train.size(), 42U);
    QCOMPARE(first.validation.size(), 10U);
    QCOMPARE(ids(first.validation), ids(again.validation));
    QVERIFY(ids(first.validation) != ids(other.validation));
    QList<qint64> all = ids(first.train) + ids(first.validation);
    std::sort(all.begin(), all.end());
    QCOMPARE(all.size(), 52);
    QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end());
}

void TrainingSnapshotTest::anEvaluationTakesItsSplit()
{
    Fixture fixture;
    fixture.addImage(10, Split::Train);
    fixture.addLabel(100, 10, kBox);
    fixture.addImage(11, Split::Test);
    fixture.addLabel(101, 11, kBox);
    fixture.addLabel(102, 11, kBox, LabelFlag::Crowd);
    fixture.addImage(12, Split::Test); // nobody has looked: a detection on it would be neither right nor wrong
    fixture.push();
    QCOMPARE(ids(evaluationImages(*fixture.session, Split::Test)), (QList<qint64>{11}));
    QCOMPARE(ids(evaluationImages(*fixture.session, Split::None)), (QList<qint64>{10, 11}));
    const std::vector<TruthImage> test = evaluationImages(*fixture.session, Split::Test);
    QCOMPARE(test[0].boxes.size(), 2U);
    QVERIFY(!test[0].boxes[0].isDifficult);
    QVERIFY(!test[0].boxes[0].isCrowd);
    QVERIFY(test[0].boxes[1].isCrowd); // as COCO has it; not merely difficult
    QVERIFY(!test[0].boxes[1].isDifficult);
}

void TrainingSnapshotTest::classesTakeTheOrderOfAModel()
{
    TrainingSnapshot snapshot;
    snapshot.classes = QStringList{QStringLiteral("bee"), QStringLiteral("wasp")};
    TrainingImage image;
    image.boxes = {{0, kBox, false}, {1, kBox, true}};
    snapshot.train = {image};
    snapshot.validation = {image};
    takeClassOrder(snapshot, {QStringLiteral("wasp"), QStringLiteral("hornet")}); // other classes: nothing
    takeClassOrder(snapshot, {QStringLiteral("wasp")});
    QCOMPARE(snapshot.classes.constFirst(), QStringLiteral("bee"));
    QCOMPARE(snapshot.train[0].boxes[0].classIndex, 0);
    takeClassOrder(snapshot, {QStringLiteral("wasp"), QStringLiteral("bee")});
    QCOMPARE(snapshot.classes, (QStringList{QStringLiteral("wasp"), QStringLiteral("bee")}));
    for (const std::vector<TrainingImage> *images : {&snapshot.train, &snapshot.validation}) {
        QCOMPARE((*images)[0].boxes[0].classIndex, 1);
        QCOMPARE((*images)[0].boxes[1].classIndex, 0);
    }
}

QTEST_GUILESS_MAIN(TrainingSnapshotTest)
#include "training_snapshot_test.moc"
