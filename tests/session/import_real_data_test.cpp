// SPDX-License-Identifier: GPL-3.0-or-later
// Real data sets of others, read through the registry into a project and taken as training images. Counts are those
// that the data's publishers and our facts give. Skipped where the shared data is absent.
#include "core/formats/format_registry.h"
#include "core/session/import_dataset.h"
#include "core/session/training_snapshot.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QString sharedData(const QString &name)
{
    return QDir(qEnvironmentVariable("BOXWRIGHT_SOURCE")).filePath(QStringLiteral("../shared/data/") + name);
}

int countOf(const QList<FormatNote> &notes, const QString &kind)
{
    return static_cast<int>(
        std::count_if(notes.begin(), notes.end(), [&kind](const FormatNote &note) { return note.kind == kind; }));
}

qsizetype countOf(const Dataset &dataset, Split split)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i)
        count += dataset.imageAt(i).info.split == split ? 1 : 0;
    return count;
}

} // namespace

class ImportRealDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bloodCellsComeWithAllButTwoBoxes();
    void beesComeWithFractionalPixels();
};

void ImportRealDataTest::bloodCellsComeWithAllButTwoBoxes()
{
    const QString from = sharedData(QStringLiteral("bccd"));
    if (!QDir(from).exists())
        QSKIP("../shared/data/bccd is absent");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    {
        const auto session = ProjectSession::create(path);
        QVERIFY(session);
        ReadOptions options;
        options.from = from;
        const auto plan = readImport(*datasetFormat(QStringLiteral("voc")), options);
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        const auto report = applyImport(**session, *plan, std::nullopt);
        QVERIFY(report);
        QCOMPARE(report->images, 364);
        QCOMPARE(report->labels, 4886);
        QCOMPARE(countOf(report->notes, QStringLiteral("degenerate-box")), 2);
        QCOMPARE(report->notes.size(), 2);
        QCOMPARE(report->newClasses.size(), 3);
    }
    const auto session = ProjectSession::open(path);
    QVERIFY(session);
    const Dataset &dataset = (*session)->dataset();
    QCOMPARE(dataset.labelCount(), 4886);
    QCOMPARE(countOf(dataset, Split::Train), 205);
    QCOMPARE(countOf(dataset, Split::Validation), 87);
    QCOMPARE(countOf(dataset, Split::Test), 72);
    const TrainingSnapshot snapshot = trainingSnapshot(**session, 1);
    QCOMPARE(snapshot.train.size(), 205U);
    QCOMPARE(snapshot.validation.size(), 87U);
    QCOMPARE(snapshot.skippedBoxes, 0);
    QCOMPARE(evaluationImages(**session, Split::Test).size(), 72U);
    QVERIFY(QFile::exists(snapshot.train[0].path));
}

void ImportRealDataTest::beesComeWithFractionalPixels()
{
    const QString from = sharedData(QStringLiteral("bees"));
    if (!QDir(from).exists())
        QSKIP("../shared/data/bees is absent");
    QTemporaryDir folder;
    const auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    for (const auto &[file, split] :
         {std::pair("train.manifest", Split::Train), std::pair("validation.manifest", Split::Validation)}) {
        ReadOptions options;
        options.from = from + QLatin1Char('/') + QLatin1String(file);
        options.imageFolder = from + QStringLiteral("/images");
        const auto plan = readImport(*datasetFormat(QStringLiteral("augmented-manifest")), options);
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        const auto report = applyImport(**session, *plan, split);
        QVERIFY(report);
        QCOMPARE(countOf(report->notes, QStringLiteral("missing-image")), 0);
    }
    const Dataset &dataset = (*session)->dataset();
    QCOMPARE(dataset.imageCount(), 200);
    QCOMPARE(dataset.labelCount(), 673);
    QCOMPARE(dataset.classes().size(), 1);
    QCOMPARE((*session)->document().undoStack().count(), 2);
}

QTEST_GUILESS_MAIN(ImportRealDataTest)
#include "import_real_data_test.moc"
