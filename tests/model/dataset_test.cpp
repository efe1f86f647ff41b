// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dataset.h"

#include <QTest>

#include <ctime>

using namespace boxwright;

namespace {

LabelEdit added(qint64 id, qint64 image)
{
    Label label;
    label.id = LabelId{id};
    label.classId = ClassId{1};
    label.box = {0, 0, 1, 1};
    return LabelEdit{{std::nullopt, label}, ImageId{image}};
}

Dataset images(int count)
{
    std::vector<ImageRecord> records(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        records[static_cast<size_t>(i)].info.id = ImageId{count - i}; // unsorted on purpose
    LabelClass item;
    item.id = ClassId{1};
    return Dataset({item}, std::move(records));
}

} // namespace

class DatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesAreOrderedById();
    void classesAreOrderedByPosition();
    void labelsAreCountedByClass();
    void aCopyKeepsItsRecordsWhenTheOtherChanges();
    void aCopyOfACopyKeepsItsRecordsToo();
    void aLargeChangeTakesLinearTime();
    void manyImagesComeAndGoInLinearTime();
};

void DatasetTest::imagesAreOrderedById()
{
    const Dataset dataset = images(3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(toNumber(dataset.imageAt(i).info.id), i + 1);
    QCOMPARE(dataset.indexOf(ImageId{2}), 1);
    QCOMPARE(dataset.indexOf(ImageId{9}), -1);
    QVERIFY(!dataset.image(ImageId{9}));
    QCOMPARE(dataset.highestId(), 3);
}

void DatasetTest::classesAreOrderedByPosition()
{
    LabelClass first;
    first.id = ClassId{2};
    first.name = QStringLiteral("first");
    LabelClass second;
    second.id = ClassId{1};
    second.name = QStringLiteral("second");
    second.position = 1;
    const Dataset dataset({second, first}, {});
    QCOMPARE(dataset.classNames(), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    QCOMPARE(dataset.classNamed(QStringLiteral("second"))->id, ClassId{1});
}

void DatasetTest::labelsAreCountedByClass()
{
    Dataset dataset = images(2);
    dataset.apply({{added(10, 1), added(11, 2), added(12, 2)}});
    QCOMPARE(dataset.labelCounts(), QList<qint64>{3});
    QCOMPARE(dataset.labelCount(), 3);
}

void DatasetTest::aCopyKeepsItsRecordsWhenTheOtherChanges()
{
    Dataset dataset = images(2);
    dataset.apply({{added(10, 1)}});
    const Dataset copy = dataset;
    dataset.apply({{added(11, 1), added(12, 2)}});
    QCOMPARE(copy.labelCount(), 1);
    QCOMPARE(dataset.labelCount(), 3);
}

void DatasetTest::aCopyOfACopyKeepsItsRecordsToo()
{
    Dataset dataset = images(2);
    Dataset copy = dataset;
    copy.apply({{added(10, 1)}}); // now the lists differ and share the record of image 2
    dataset.apply({{added(11, 2)}});
    QCOMPARE(copy.image(ImageId{2})->labels.size(), 0);
    QCOMPARE(dataset.image(ImageId{1})->labels.size(), 0);
    const Dataset third = copy;
    copy.apply({{added(12, 1)}});
    QCOMPARE(third.image(ImageId{1})->labels.size(), 1);
    QCOMPARE(copy.image(ImageId{1})->labels.size(), 2);
}

void DatasetTest::aLargeChangeTakesLinearTime()
{
    Dataset dataset = images(1);
    Change change;
    for (int i = 0; i < 200'000; ++i)
        change.edits.append(added(10 + i, 1));
    const std::clock_t start = std::clock(); // of this process: other programs do not count
    dataset.apply(change);                   // quadratic copying would take minutes
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
    QCOMPARE(dataset.labelCount(), 200'000);
}

void DatasetTest::manyImagesComeAndGoInLinearTime()
{
    constexpr int kImages = 200'000;
    Dataset dataset = images(kImages);
    Change change; // every second one, so that each stands between others
    for (int i = 2; i <= kImages; i += 2) {
        ImageEdit edit;
        edit.before = dataset.image(ImageId{i})->info;
        change.edits.append(edit);
    }
    const std::clock_t start = std::clock();
    dataset.apply(change);
    QCOMPARE(dataset.imageCount(), kImages / 2);
    QVERIFY(!dataset.image(ImageId{2}));
    dataset.apply(change.inverted());
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QCOMPARE(dataset.imageCount(), kImages);
    for (int i = 0; i < kImages; ++i)
        QCOMPARE(toNumber(dataset.imageAt(i).info.id), i + 1);
    QVERIFY2(seconds < 3, qPrintable(QString::number(seconds)));
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "dataset_test.moc"
