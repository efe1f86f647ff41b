// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_file.h"
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class NewCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void imagesAreReferencedRelativeToTheProject();
    void imagesElsewhereAreReferencedByTheirWholePath();
    void aBrokenImageIsAnEntryWithItsProblem();
    void classesKeepTheirOrder();
    void aProjectIsNeverOverwritten();
    void aFolderThatIsMissingIsNamedAndLeavesNoProject();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    CliRun make(const QString &project, const QString &images, const QStringList &more = {}) const
    {
        return runCli(QStringList{QStringLiteral("new"), project, QStringLiteral("--images"), images} + more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void NewCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("photos/사진 🐈")));
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(path(QStringLiteral("photos/a10.png"))));
    QVERIFY(image.save(path(QStringLiteral("photos/a2.jpg"))));
    QVERIFY(image.save(path(QStringLiteral("photos/사진 🐈/고양이.png"))));
}

void NewCommandTest::imagesAreReferencedRelativeToTheProject()
{
    const QString project = path(QStringLiteral("p.boxwright"));
    const CliRun run = make(project, path(QStringLiteral("photos")), {QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const QJsonObject answer = QJsonDocument::fromJson(run.output.toUtf8()).object();
    QCOMPARE(answer[QLatin1String("images")].toInt(), 3);
    QCOMPARE(answer[QLatin1String("classes")].toInt(), 0);

    const auto loaded = loadProjectFile(project, /*readOnly=*/true);
    QVERIFY(loaded);
    QStringList stored;
    for (qsizetype index = 0; index < loaded->dataset.imageCount(); ++index) {
        stored << loaded->dataset.imageAt(index).info.path;
        QCOMPARE(loaded->dataset.imageAt(index).info.size, QSize(40, 30));
    }
    QCOMPARE(stored, (QStringList{QStringLiteral("photos/a2.jpg"), QStringLiteral("photos/a10.png"),
                                  QStringLiteral("photos/사진 🐈/고양이.png")}));
}

void NewCommandTest::imagesElsewhereAreReferencedByTheirWholePath()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("projects")));
    const QString project = path(QStringLiteral("projects/p.boxwright"));
    QCOMPARE(make(project, path(QStringLiteral("photos"))).exitCode, 0);
    const auto loaded = loadProjectFile(project, /*readOnly=*/true);
    QVERIFY(loaded);
    const QString stored = loaded->dataset.imageAt(0).info.path;
    QVERIFY2(QDir::isAbsolutePath(stored) && QFile::exists(stored), qPrintable(stored));
}

void NewCommandTest::aBrokenImageIsAnEntryWithItsProblem()
{
    QFile broken(path(QStringLiteral("photos/broken.jpg")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no image at all");
    broken.close();
    const QString project = path(QStringLiteral("p.boxwright"));
    const CliRun run = make(project, path(QStringLiteral("photos")));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.errors.contains(QLatin1String("broken.jpg")), qPrintable(run.errors));
    const auto loaded = loadProjectFile(project, /*readOnly=*/true);
    QVERIFY(loaded);
    int problems = 0;
    for (qsizetype index = 0; index < loaded->dataset.imageCount(); ++index)
        problems += loaded->dataset.imageAt(index).info.problem.isEmpty() ? 0 : 1;
    QCOMPARE(loaded->dataset.imageCount(), 4);
    QCOMPARE(problems, 1);
}

void NewCommandTest::classesKeepTheirOrder()
{
    const QString project = path(QStringLiteral("p.boxwright"));
    const CliRun run = make(project, path(QStringLiteral("photos")),
                            {QStringLiteral("--classes"), QStringLiteral("zebra, ant,,고양이,zebra")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const auto loaded = loadProjectFile(project, /*readOnly=*/true);
    QVERIFY(loaded);
    QCOMPARE(loaded->dataset.classNames(),
             (QStringList{QStringLiteral("zebra"), QStringLiteral("ant"), QStringLiteral("고양이")}));
}

void NewCommandTest::aProjectIsNeverOverwritten()
{
    const QString project = path(QStringLiteral("p.boxwright"));
    QCOMPARE(make(project, path(QStringLiteral("photos"))).exitCode, 0);
    const CliRun again = make(project, path(QStringLiteral("photos/사진 🐈")));
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.errors.contains(QLatin1String("p.boxwright")), qPrintable(again.errors));
    const auto loaded = loadProjectFile(project, /*readOnly=*/true);
    QVERIFY(loaded);
    QCOMPARE(loaded->dataset.imageCount(), 3);
}

void NewCommandTest::aFolderThatIsMissingIsNamedAndLeavesNoProject()
{
    const QString project = path(QStringLiteral("p.boxwright"));
    const CliRun run = make(project, path(QStringLiteral("nowhere")));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errors.count(QLatin1Char('\n')), 1);
    QVERIFY2(run.errors.contains(QLatin1String("nowhere")), qPrintable(run.errors));
    QVERIFY(!QFile::exists(project));
}

QTEST_GUILESS_MAIN(NewCommandTest)
#include "new_command_test.moc"
