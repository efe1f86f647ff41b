// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/set_split.h"
#include "core/store/project_file.h"
#include "core/store/project_writer.h"
#include "tests/support/random_edits.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace boxwright;

namespace {

constexpr int kLong = 60'000;

/// A document whose every change goes to a writer.
struct Fixture
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("p.boxwright"));
    bool isMade = createProjectFile(path).has_value();
    Document document;
    ProjectWriter writer{path};

    Fixture()
    {
        QObject::connect(&document, &Document::changed, &writer,
                         [this](const Change &change) { writer.enqueue(change, document.nextId()); });
    }

    void addImage()
    {
        ImageInfo info;
        info.path = QStringLiteral("%1.jpg").arg(document.nextId());
        document.push(std::make_unique<AddImages>(document, QList<ImageInfo>{info}));
    }

    /// Values in the file, read as a second program would.
    [[nodiscard]] QByteArray stored() const
    {
        const auto project = loadProjectFile(path, true);
        return project ? everyValue(project->dataset) : project.error().message.toUtf8();
    }
};

} // namespace

class ProjectWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEditReachesTheFile();
    void savedIsNeverToldEarly();
    void tenThousandRapidEditsKeepTheirOrder();
    void aFailureKeepsTheQueueAndTellsOnce();
    void aFullDiskLosesNothing();
    void closingWritesWhatWaits();
};

void ProjectWriterTest::everyEditReachesTheFile()
{
    Fixture fixture;
    QVERIFY(fixture.isMade);
    RandomEdits edits(fixture.document, 5);
    for (int i = 0; i < 1500; ++i)
        edits.step();
    QVERIFY(fixture.writer.waitForSaved(kLong));
    QCOMPARE(fixture.stored(), everyValue(fixture.document.dataset()));
    const auto project = loadProjectFile(fixture.path, true);
    QVERIFY(project);
    QCOMPARE(project->firstFreeId, fixture.document.nextId());
}

void ProjectWriterTest::savedIsNeverToldEarly()
{
    Fixture fixture;
    QVERIFY(fixture.isMade);
    std::atomic<int> told = 0;
    std::atomic<int> early = 0;
    // Directly, on the writer's own thread: at the moment of the telling the file must have it.
    connect(
        &fixture.writer, &ProjectWriter::saved, &fixture.writer,
        [&](quint64 number) {
            const auto project = loadProjectFile(fixture.path, true);
            ++told;
            if (!project || static_cast<quint64>(project->dataset.imageCount()) < number)
                ++early;
        },
        Qt::DirectConnection);
    for (int i = 0; i < 40; ++i) {
        fixture.addImage();
        if (i % 4 == 0)
            QVERIFY(fixture.writer.waitForSaved(kLong));
    }
    QVERIFY(fixture.writer.waitForSaved(kLong));
    QTRY_VERIFY(told >= 10);
    QCOMPARE(early.load(), 0);
}

void ProjectWriterTest::tenThousandRapidEditsKeepTheirOrder()
{
    Fixture fixture;
    QVERIFY(fixture.isMade);
    QList<quint64> numbers;
    connect(&fixture.writer, &ProjectWriter::saved, this, [&numbers](quint64 number) { numbers.append(number); });
    fixture.addImage();
    const ImageId image = fixture.document.dataset().imageAt(0).info.id;
    for (int i = 1; i < 10'000; ++i)
        fixture.document.push(std::make_unique<SetSplit>(fixture.document, QList<ImageId>{image},
                                                         i % 2 == 0 ? Split::Train : Split::Test));
    QCOMPARE(fixture.writer.lastQueued(), 10'000U);
    QVERIFY(fixture.writer.waitForSaved(kLong));
    QTRY_VERIFY(!numbers.isEmpty() && numbers.last() == 10'000);
    QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
    QVERIFY2(numbers.size() < 5000, "what waits together is to share a transaction");
    QCOMPARE(fixture.stored(), everyValue(fixture.document.dataset()));
}

void ProjectWriterTest::aFailureKeepsTheQueueAndTellsOnce()
{
    Fixture fixture;
    QVERIFY(fixture.isMade);
    QSignalSpy failed(&fixture.writer, &ProjectWriter::failed);
    fixture.addImage();
    QVERIFY(fixture.writer.waitForSaved(kLong));
    const QString away = fixture.path + QStringLiteral(".away");
    QVERIFY(QFile::rename(fixture.path, away)); // a drive that went
    for (int i = 0; i < 5; ++i) {
        fixture.addImage();
        QVERIFY(!fixture.writer.waitForSaved(kLong));
    }
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).value<Error>().message.contains(QStringLiteral("p.boxwright")));
    QCOMPARE(fixture.writer.lastSaved(), 1U);
    QVERIFY(!QFile::exists(fixture.path));
    fixture.writer.retry();
    QTRY_COMPARE(failed.size(), 2);

    QVERIFY(QFile::rename(away, fixture.path));
    fixture.writer.retry();
    QVERIFY(fixture.writer.waitForSaved(kLong));
    QCOMPARE(fixture.writer.lastSaved(), 6U);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(fixture.stored(), everyValue(fixture.document.dataset()));
}

void ProjectWriterTest::aFullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    Fixture fixture;
    QVERIFY(fixture.isMade);
    QSignalSpy failed(&fixture.writer, &ProjectWriter::failed);
    fixture.addImage();
    QVERIFY(fixture.writer.waitForSaved(kLong));
    // No file of this process may grow beyond 64 KiB: the system refuses the write as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 64 * 1024;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    for (int i = 0; i < 3000; ++i)
        fixture.addImage();
    const bool isSaved = fixture.writer.waitForSaved(kLong);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!isSaved);
    QTRY_COMPARE(failed.size(), 1);
    // What the file has is a beginning of what was done, whole edit by whole edit.
    const auto project = loadProjectFile(fixture.path, true);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message));
    QVERIFY(static_cast<quint64>(project->dataset.imageCount()) >= fixture.writer.lastSaved());

    fixture.writer.retry();
    QVERIFY(fixture.writer.waitForSaved(kLong));
    QCOMPARE(fixture.stored(), everyValue(fixture.document.dataset()));
#else
    QSKIP("needs a limit for the size of files");
#endif
}

void ProjectWriterTest::closingWritesWhatWaits()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    QVERIFY(createProjectFile(path));
    {
        ProjectWriter writer(path);
        for (qint64 i = 1; i <= 100; ++i) {
            ImageInfo info;
            info.id = ImageId{i};
            info.path = QStringLiteral("%1.jpg").arg(i);
            ImageEdit added;
            added.after = info;
            Change change;
            change.edits.append(added);
            writer.enqueue(change, i + 1);
        }
    }
    QVERIFY(!QFile::exists(path + QStringLiteral("-wal"))); // closed properly: nothing waits beside the file
    const auto project = loadProjectFile(path, true);
    QVERIFY(project);
    QCOMPARE(project->dataset.imageCount(), 100);
}

QTEST_GUILESS_MAIN(ProjectWriterTest)
#include "project_writer_test.moc"
