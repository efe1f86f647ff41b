// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/split_plan.h"

#include <QSet>
#include <QTest>

using namespace boxwright;

namespace {

/// `paths` images; image i has `labelsOf(i)[c]` labels of class c.
template<class LabelsOf>
Dataset makeDataset(const QStringList &paths, int classes, LabelsOf labelsOf)
{
    QList<LabelClass> list;
    for (int c = 0; c < classes; ++c)
        list.append({ClassId{c + 1}, QStringLiteral("class-%1").arg(c), Qt::red, 0, c});
    std::vector<ImageRecord> images;
    qint64 next = 1'000'000;
    for (int i = 0; i < paths.size(); ++i) {
        ImageRecord image;
        image.info.id = ImageId{1000 + i};
        image.info.path = paths[i];
        for (int c = 0; c < classes; ++c) {
            for (int n = 0; n < labelsOf(i, c); ++n)
                image.labels.append({LabelId{next++}, ClassId{c + 1}, {0, 0, 9, 9}, {}, Origin::Person, {}, -1, {}});
        }
        images.push_back(image);
    }
    return Dataset(list, images);
}

QStringList names(int count, const QString &pattern = QStringLiteral("%1.jpg"))
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list << pattern.arg(i, 4, 10, QLatin1Char('0'));
    return list;
}

int noLabels(int, int)
{
    return 0;
}

/// The splits that images of one key are in.
QHash<QString, QSet<Split>> splitsByKey(const Dataset &dataset, const SplitPlan &plan, auto keyOf)
{
    QHash<QString, QSet<Split>> splits;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        splits[keyOf(info.path)].insert(plan.splits.value(info.id, info.split));
    }
    return splits;
}

} // namespace

class SplitPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAreKeptToTheImage_data();
    void sharesAreKeptToTheImage();
    void aSeedGivesOneSplitOnly();
    void everyClassGetsTheSameShares();
    void aRareClassIsNotLostByChance();
    void foldersStayTogether();
    void namePatternsStayTogether();
    void nearDuplicatesStayTogether();
    void assignedImagesKeepTheirSplitAndCount();
    void wrongRequestsAreNamed_data();
    void wrongRequestsAreNamed();
};

void SplitPlanTest::sharesAreKeptToTheImage_data()
{
    QTest::addColumn<QList<double>>("shares");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("80:20") << QList<double>{80, 20, 0} << QList<int>{80, 20, 0};
    QTest::newRow("70:20:10") << QList<double>{0.7, 0.2, 0.1} << QList<int>{70, 20, 10};
    QTest::newRow("all") << QList<double>{1, 0, 0} << QList<int>{100, 0, 0};
    QTest::newRow("thirds") << QList<double>{1, 1, 1} << QList<int>{34, 33, 33};
}

void SplitPlanTest::sharesAreKeptToTheImage()
{
    QFETCH(QList<double>, shares);
    QFETCH(QList<int>, expected);
    SplitRequest request;
    request.shares = {shares[0], shares[1], shares[2]};
    const Result<SplitPlan> plan = planSplit(makeDataset(names(100), 1, noLabels), request);
    QVERIFY(plan);
    QCOMPARE(plan->splits.size(), 100);
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY2(std::abs(plan->images[i] - expected[qsizetype(i)]) <= 1, qPrintable(QString::number(plan->images[i])));
    QCOMPARE(plan->images[0] + plan->images[1] + plan->images[2], qint64{100});
}

void SplitPlanTest::aSeedGivesOneSplitOnly()
{
    const Dataset dataset = makeDataset(names(200), 1, [](int i, int) { return i % 3; });
    SplitRequest request;
    const Result<SplitPlan> first = planSplit(dataset, request);
    QVERIFY(first->splits == planSplit(dataset, request)->splits);
    request.seed = 2;
    QVERIFY(first->splits != planSplit(dataset, request)->splits);
}

void SplitPlanTest::everyClassGetsTheSameShares()
{
    const int frequencies[] = {1, 2, 7, 20}; // class c is on every n-th image
    const Dataset dataset =
        makeDataset(names(400), 4, [&](int i, int c) { return i % frequencies[c] == 0 ? 1 + i % 2 : 0; });
    SplitRequest request;
    request.shares = {0.7, 0.2, 0.1};
    const Result<SplitPlan> plan = planSplit(dataset, request);
    QVERIFY(plan);
    for (const std::array<qint64, 3> &labels : plan->labels) {
        const auto all = double(labels[0] + labels[1] + labels[2]);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(std::abs(double(labels[i]) - request.shares[i] * all) <= std::max(2.0, 0.03 * all),
                     qPrintable(QStringLiteral("%1 of %2").arg(labels[i]).arg(all)));
    }
    QVERIFY(std::abs(plan->images[0] - 280) <= 8);
}

void SplitPlanTest::aRareClassIsNotLostByChance()
{
    const Dataset dataset = makeDataset(names(500), 2, [](int i, int c) { return c == 0 || i % 100 == 7 ? 1 : 0; });
    for (quint64 seed = 0; seed < 20; ++seed) {
        SplitRequest request;
        request.seed = seed;
        const Result<SplitPlan> plan = planSplit(dataset, request); // five labels, 80:20
        QCOMPARE(plan->labels[1][0], qint64{4});
        QCOMPARE(plan->labels[1][1], qint64{1});
    }
}

void SplitPlanTest::foldersStayTogether()
{
    QStringList paths;
    for (int folder = 0; folder < 10; ++folder)
        paths += names(5 + folder, QStringLiteral("f%1/").arg(folder) + QStringLiteral("%1.jpg"));
    const Dataset dataset = makeDataset(paths, 1, [](int, int) { return 1; });
    SplitRequest request;
    request.grouping = SplitGrouping::Folder;
    const Result<SplitPlan> plan = planSplit(dataset, request);
    QVERIFY(plan);
    for (const QSet<Split> &splits :
         splitsByKey(dataset, *plan, [](const QString &path) { return path.section(u'/', 0, 0); }))
        QCOMPARE(splits.size(), 1);
    QCOMPARE(plan->groups, qint64{10});
    QVERIFY(plan->images[1] >= 10 && plan->images[1] <= 30); // of 95, a fifth as near as folders allow
}

void SplitPlanTest::namePatternsStayTogether()
{
    QStringList paths;
    for (int scene = 0; scene < 20; ++scene)
        paths += names(4, QStringLiteral("scene%1-").arg(scene) + QStringLiteral("%1.jpg"));
    const Dataset dataset = makeDataset(paths, 1, noLabels);
    SplitRequest request;
    request.grouping = SplitGrouping::NamePattern;
    request.pattern = QStringLiteral("^(scene\\d+)-");
    const Result<SplitPlan> plan = planSplit(dataset, request);
    QVERIFY(plan);
    for (const QSet<Split> &splits :
         splitsByKey(dataset, *plan, [](const QString &path) { return path.section(u'-', 0, 0); }))
        QCOMPARE(splits.size(), 1);
    QCOMPARE(plan->images[1], qint64{16});
}

void SplitPlanTest::nearDuplicatesStayTogether()
{
    const Dataset dataset = makeDataset(names(40), 1, noLabels);
    SplitRequest request;
    request.grouping = SplitGrouping::NearDuplicate;
    for (int i = 0; i < 40; i += 2)
        request.alike << QList<ImageId>{ImageId{1000 + i}, ImageId{1001 + i}};
    const Result<SplitPlan> plan = planSplit(dataset, request);
    QVERIFY(plan);
    for (const QList<ImageId> &pair : request.alike)
        QCOMPARE(plan->splits.value(pair[0]), plan->splits.value(pair[1]));
    QCOMPARE(plan->images[1], qint64{8});
}

void SplitPlanTest::assignedImagesKeepTheirSplitAndCount()
{
    Dataset dataset = makeDataset(names(100), 1, noLabels);
    Change change;
    for (int i = 0; i < 50; ++i) {
        const ImageInfo before = dataset.imageAt(i).info;
        ImageInfo after = before;
        after.split = Split::Train;
        change.edits.append(ImageEdit{{before, after}});
    }
    dataset.apply(change);
    SplitRequest request;
    request.onlyUnassigned = true;
    const Result<SplitPlan> plan = planSplit(dataset, request);
    QVERIFY(plan);
    QCOMPARE(plan->splits.size(), 50);
    QVERIFY(!plan->splits.contains(ImageId{1000}));
    QCOMPARE(plan->images[0], qint64{80});
    QCOMPARE(plan->images[1], qint64{20});
}

void SplitPlanTest::wrongRequestsAreNamed_data()
{
    QTest::addColumn<SplitRequest>("request");
    QTest::addColumn<QString>("says");
    SplitRequest request;
    request.shares = {0, 0, 0};
    QTest::newRow("nothing") << request << QStringLiteral("0");
    request.shares = {-1, 2, 0};
    QTest::newRow("negative") << request << QStringLiteral("-1");
    request.shares = {qQNaN(), 1, 0};
    QTest::newRow("no number") << request << QStringLiteral("nan");
    request = {};
    request.grouping = SplitGrouping::NamePattern;
    QTest::newRow("no pattern") << request << QStringLiteral("pattern");
    request.pattern = QStringLiteral("(");
    QTest::newRow("bad pattern") << request << QStringLiteral("\"(\"");
    request.pattern = QStringLiteral("zebra");
    QTest::newRow("matches nothing") << request << QStringLiteral("zebra");
}

void SplitPlanTest::wrongRequestsAreNamed()
{
    QFETCH(SplitRequest, request);
    QFETCH(QString, says);
    const Result<SplitPlan> plan = planSplit(makeDataset(names(10), 1, noLabels), request);
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(says), qPrintable(plan.error().message));
}

QTEST_GUILESS_MAIN(SplitPlanTest)
#include "split_plan_test.moc"
