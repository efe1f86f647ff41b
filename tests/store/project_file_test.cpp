// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_statements.h"
#include "core/store/project_file.h"
#include "tests/support/random_edits.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Runs SQL on a project file as a stranger would.
bool runSql(const QString &path, const QStringList &statements)
{
    auto database = ProjectDatabase::open(path, ProjectDatabase::Access::ReadWrite);
    bool isDone = database.has_value();
    for (const QString &sql : statements)
        isDone = isDone && (*database)->execute(sql);
    return isDone;
}

/// A project in a folder of its own: one class (1), one image (2), one label (3), one suggestion (4).
struct Fixture
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("프로젝트 1.boxwright"));
    bool isMade = createProjectFile(path) &&
                  runSql(path, {QStringLiteral("INSERT INTO class VALUES (1,'bee','#56b4e9',1,0)"),
                                QStringLiteral("INSERT INTO image VALUES (2,'a.jpg',640,480,1,1,1,NULL,NULL)"),
                                QStringLiteral("INSERT INTO label VALUES (3,2,1,1,2,3,4,0,0,NULL,NULL,NULL)"),
                                QStringLiteral("INSERT INTO suggestion VALUES (4,2,1,1,2,3,4,0.5,'run')"),
                                QStringLiteral("INSERT INTO meta VALUES ('next_id',10)")});
};

Schema schemaTwo(const QString &statement)
{
    return {2, {{1, {QStringLiteral("ALTER TABLE image ADD COLUMN mood TEXT"), statement}}}};
}

} // namespace

class ProjectFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewProjectIsOneFile();
    void whatWasWrittenIsRead();
    void whatIsNoProjectIsRefusedAndLeftAlone_data();
    void whatIsNoProjectIsRefusedAndLeftAlone();
    void aTruncatedProjectIsRefused_data();
    void aTruncatedProjectIsRefused();
    void aDamagedProjectNeverCrashes();
    void valuesThatCannotBeAreNoted_data();
    void valuesThatCannotBeAreNoted();
    void anOlderFileIsMigratedAfterACopy();
    void aFailedMigrationChangesNothing();
    void anOlderFileIsNotMigratedForReading();
    void aFileThatNoStepLeadsFromIsRefused();
};

void ProjectFileTest::aNewProjectIsOneFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    QVERIFY(createProjectFile(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("p.boxwright")});
    QVERIFY(!createProjectFile(path));
    QVERIFY(!createProjectFile(folder.filePath(QStringLiteral("nowhere/p.boxwright"))));
    const auto project = loadProjectFile(path, false);
    QVERIFY(project);
    QCOMPARE(project->dataset.imageCount(), 0);
    QCOMPARE(project->firstFreeId, 1);
}

void ProjectFileTest::whatWasWrittenIsRead()
{
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    for (const bool readOnly : {false, true}) {
        const auto project = loadProjectFile(fixture.path, readOnly);
        QVERIFY2(project, qPrintable(project ? QString() : project.error().message + project.error().detail));
        QVERIFY(project->notes.isEmpty());
        QCOMPARE(project->firstFreeId, 10);
        const ImageRecord &image = *project->dataset.image(ImageId{2});
        QCOMPARE(image.info.size, QSize(640, 480));
        QVERIFY(image.info.split == Split::Train);
        QVERIFY(image.info.state == ReviewState::Reviewed);
        QVERIFY(image.label(LabelId{3})->box == (Box{1, 2, 3, 4}));
        QCOMPARE(image.label(LabelId{3})->confidence, -1.0);
        QCOMPARE(image.suggestion(SuggestionId{4})->confidence, 0.5);
    }
}

void ProjectFileTest::whatIsNoProjectIsRefusedAndLeftAlone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("does not exist");
    QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("empty");
    QTest::newRow("text") << QStringLiteral("text") << QStringLiteral("another format");
    QTest::newRow("header alone") << QStringLiteral("header") << QStringLiteral("another format");
    QTest::newRow("another database") << QStringLiteral("foreign") << QStringLiteral("another program");
    QTest::newRow("newer") << QStringLiteral("newer") << QStringLiteral("newer version");
}

void ProjectFileTest::whatIsNoProjectIsRefusedAndLeftAlone()
{
    QFETCH(QString, kind);
    QFETCH(QString, words);
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const QString &path = fixture.path;
    if (kind == QLatin1String("missing"))
        QVERIFY(QFile::remove(path));
    else if (kind == QLatin1String("empty"))
        QVERIFY(writeBytes(path, {}));
    else if (kind == QLatin1String("text"))
        QVERIFY(writeBytes(path, QByteArray(5000, 'x')));
    else if (kind == QLatin1String("header"))
        QVERIFY(writeBytes(path, QByteArray("SQLite format 3\0", 16)));
    else if (kind == QLatin1String("foreign"))
        QVERIFY(runSql(path, {QStringLiteral("PRAGMA application_id=7")}));
    else
        QVERIFY(runSql(path, {QStringLiteral("PRAGMA user_version=%1").arg(kSchemaVersion + 1)}));
    const QByteArray before = bytesOf(path);
    const QStringList files = QDir(fixture.folder.path()).entryList(QDir::Files);
    for (const bool readOnly : {false, true}) {
        const auto project = loadProjectFile(path, readOnly);
        QVERIFY(!project);
        QVERIFY2(project.error().message.contains(words), qPrintable(project.error().message));
        QVERIFY(project.error().message.contains(QStringLiteral("프로젝트 1.boxwright")));
    }
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(QDir(fixture.folder.path()).entryList(QDir::Files), files);
}

void ProjectFileTest::aTruncatedProjectIsRefused_data()
{
    QTest::addColumn<double>("fraction");
    QTest::newRow("a tenth is left") << 0.1;
    QTest::newRow("half is left") << 0.5;
    QTest::newRow("the last page is cut") << 0.95;
}

void ProjectFileTest::aTruncatedProjectIsRefused()
{
    QFETCH(double, fraction);
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const QByteArray whole = bytesOf(fixture.path);
    const QByteArray part = whole.left(static_cast<qsizetype>(static_cast<double>(whole.size()) * fraction));
    QVERIFY(writeBytes(fixture.path, part));
    const auto project = loadProjectFile(fixture.path, true);
    QVERIFY(!project);
    QVERIFY2(project.error().message.contains(QStringLiteral("damaged")), qPrintable(project.error().message));
    QCOMPARE(bytesOf(fixture.path), part);
}

void ProjectFileTest::aDamagedProjectNeverCrashes()
{
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const QByteArray whole = bytesOf(fixture.path);
    std::mt19937 generator(7);
    int refused = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray damaged = whole;
        for (int i = 0; i < 40; ++i) // behind the header, which is checked before
            damaged[static_cast<qsizetype>(100 + generator() % static_cast<quint32>(whole.size() - 100))] =
                static_cast<char>(generator());
        QVERIFY(writeBytes(fixture.path, damaged));
        const auto project = loadProjectFile(fixture.path, true);
        if (!project) {
            ++refused;
            QVERIFY(!project.error().message.isEmpty());
        }
    }
    QVERIFY(refused > 0);
}

void ProjectFileTest::valuesThatCannotBeAreNoted_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("notes");
    QTest::addColumn<int>("labels");
    const auto row = [](const char *name, const char *sql, int notes, int labels) {
        QTest::newRow(name) << QString::fromLatin1(sql) << notes << labels;
    };
    row("nothing is wrong", "SELECT 1", 0, 1);
    row("box without a number", "UPDATE label SET left_edge=NULL", 1, 0);
    row("box of text", "UPDATE label SET left_edge='wide'", 1, 0);
    row("endless box", "UPDATE label SET right_edge=9e999", 1, 0);
    row("label of no image", "UPDATE label SET image=77", 1, 0);
    row("label of no class", "UPDATE label SET class=77", 1, 0);
    row("negative id", "UPDATE label SET id=-3", 1, 0);
    row("id near overflow", "UPDATE label SET id=9223372036854775807", 1, 0);
    row("unknown origin", "UPDATE label SET origin=9", 1, 1);
    row("unknown flags", "UPDATE label SET flags=4096", 1, 1);
    row("impossible confidence", "UPDATE label SET confidence=7", 0, 1);
    row("unknown split", "UPDATE image SET split=9", 1, 1);
    row("unknown state", "UPDATE image SET state=-1", 1, 1);
    row("gigantic size", "UPDATE image SET width=9999999999", 1, 1);
    row("orientation of text", "UPDATE image SET orientation='up'", 1, 1);
    row("image without a path", "UPDATE image SET path=NULL", 3, 0);
    row("class without a name", "UPDATE class SET name=''", 3, 0);
    row("wrong colour", "UPDATE class SET color='loud'", 0, 1);
    row("suggestion of no image", "UPDATE suggestion SET image=0", 1, 1);
    row("blob for a number", "UPDATE suggestion SET top_edge=x'00ff'", 1, 1);
}

void ProjectFileTest::valuesThatCannotBeAreNoted()
{
    QFETCH(QString, sql);
    QFETCH(int, notes);
    QFETCH(int, labels);
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    QVERIFY(runSql(fixture.path, {sql}));
    const auto project = loadProjectFile(fixture.path, true);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message));
    QVERIFY2(project->notes.size() == notes, qPrintable(project->notes.join(QLatin1Char('\n'))));
    QCOMPARE(project->dataset.labelCount(), labels);
    QVERIFY(project->firstFreeId >= 10);
    QVERIFY(project->firstFreeId < qint64{1} << 54);
}

void ProjectFileTest::anOlderFileIsMigratedAfterACopy()
{
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const Schema schema = schemaTwo(QStringLiteral("UPDATE image SET mood='calm'"));
    const auto project = loadProjectFile(fixture.path, false, schema);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message + project.error().detail));
    QCOMPARE(project->dataset.labelCount(), 1);
    {
        auto database = ProjectDatabase::open(fixture.path, ProjectDatabase::Access::ReadOnly);
        QVERIFY(database);
        QCOMPARE((*database)->value(QStringLiteral("SELECT mood FROM image"))->toString(), QStringLiteral("calm"));
    }
    // The copy is the file as it was, for the program as it was.
    const auto kept = loadProjectFile(fixture.path + QStringLiteral(".bak-v1"), true);
    QVERIFY(kept);
    QCOMPARE(everyValue(kept->dataset), everyValue(project->dataset));
    // Once is enough.
    QVERIFY(loadProjectFile(fixture.path, false, schema));
    QVERIFY(!QFile::exists(fixture.path + QStringLiteral(".bak-v1-2")));
    QVERIFY(!loadProjectFile(fixture.path, false)); // the older program refuses it now
}

void ProjectFileTest::aFailedMigrationChangesNothing()
{
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const auto before = loadProjectFile(fixture.path, true);
    QVERIFY(before);
    QVERIFY(!loadProjectFile(fixture.path, false, schemaTwo(QStringLiteral("UPDATE nowhere SET x=1"))));
    const auto after = loadProjectFile(fixture.path, false);
    QVERIFY2(after, qPrintable(after ? QString() : after.error().message));
    QCOMPARE(everyValue(after->dataset), everyValue(before->dataset));
}

void ProjectFileTest::anOlderFileIsNotMigratedForReading()
{
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const auto project = loadProjectFile(fixture.path, true, schemaTwo(QStringLiteral("SELECT 1")));
    QVERIFY(!project);
    QVERIFY(project.error().message.contains(QStringLiteral("schema 1")));
    QVERIFY(loadProjectFile(fixture.path, true));
}

void ProjectFileTest::aFileThatNoStepLeadsFromIsRefused()
{
    const Fixture fixture;
    QVERIFY(fixture.isMade);
    const Schema schema{3, {{2, {QStringLiteral("SELECT 1")}}}};
    QVERIFY(!loadProjectFile(fixture.path, false, schema));
    QVERIFY(!QFile::exists(fixture.path + QStringLiteral(".bak-v1")));
    QVERIFY(runSql(fixture.path, {QStringLiteral("PRAGMA user_version=0")}));
    QVERIFY(!loadProjectFile(fixture.path, false));
}

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "project_file_test.moc"
