// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/project_images.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

bool touch(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly);
}

QStringList paths(const ProjectSession &session)
{
    QStringList result;
    for (qsizetype i = 0; i < session.dataset().imageCount(); ++i)
        result.append(session.dataset().imageAt(i).info.path);
    return result;
}

} // namespace

class ProjectImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderBecomesAProject();
    void aFolderWithoutImagesMakesNoProject();
    void addingAFolderAgainAddsWhatIsNew();
    void aWholeTreeIsRelocatedInOneStep();
    void anImageThatIsStillThereStays();
    void aFileOfAnotherNameTakesOnlyItsImageAlong();
};

void ProjectImagesTest::aFolderBecomesAProject()
{
    QTemporaryDir folder;
    for (const char *name : {"b 10.jpg", "b 2.jpg", "사진/🐝.png", "notes.txt"})
        QVERIFY(touch(folder.filePath(QStringLiteral("images/") + QString::fromUtf8(name))));
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    const QStringList expected{QStringLiteral("images/b 2.jpg"), QStringLiteral("images/b 10.jpg"),
                               QStringLiteral("images/사진/🐝.png")};
    {
        const auto session = createProjectFromFolder(path, folder.filePath(QStringLiteral("images")));
        QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
        QCOMPARE(paths(**session), expected);
        QVERIFY(!(*session)->document().undoStack().canUndo());
        QVERIFY(!(*session)->dataset().imageAt(0).info.size.isValid());
    }
    const auto session = ProjectSession::open(path);
    QVERIFY(session);
    QCOMPARE(paths(**session), expected);
}

void ProjectImagesTest::aFolderWithoutImagesMakesNoProject()
{
    QTemporaryDir folder;
    QVERIFY(touch(folder.filePath(QStringLiteral("images/notes.txt"))));
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    QVERIFY(!createProjectFromFolder(path, folder.filePath(QStringLiteral("images"))));
    QVERIFY(!createProjectFromFolder(path, folder.filePath(QStringLiteral("nowhere"))));
    QVERIFY(!QFile::exists(path));
}

void ProjectImagesTest::addingAFolderAgainAddsWhatIsNew()
{
    QTemporaryDir folder;
    QVERIFY(touch(folder.filePath(QStringLiteral("a.jpg"))));
    const auto session = createProjectFromFolder(folder.filePath(QStringLiteral("p.boxwright")), folder.path());
    QVERIFY(session);
    QVERIFY(touch(folder.filePath(QStringLiteral("b.jpg"))));
    const Result<qsizetype> added = addImageFolder(**session, folder.path());
    QVERIFY(added);
    QCOMPARE(*added, 1);
    QCOMPARE(paths(**session), (QStringList{QStringLiteral("a.jpg"), QStringLiteral("b.jpg")}));
    QCOMPARE(addImageFiles(**session, {folder.filePath(QStringLiteral("b.jpg"))}), 0);
    (*session)->document().undoStack().undo();
    QCOMPARE(paths(**session), QStringList{QStringLiteral("a.jpg")});
}

void ProjectImagesTest::aWholeTreeIsRelocatedInOneStep()
{
    QTemporaryDir folder;
    const auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    const QStringList before{QStringLiteral("/old/a.jpg"), QStringLiteral("/old/x/b.jpg"),
                             QStringLiteral("/old/gone.jpg"), QStringLiteral("/older/c.jpg")};
    for (const char *name : {"moved/a.jpg", "moved/x/b.jpg"})
        QVERIFY(touch(folder.filePath(QString::fromUtf8(name))));
    QCOMPARE(addImageFiles(**session, before), 4);
    ImageFacts facts;
    facts.id = (*session)->dataset().imageAt(0).info.id;
    facts.problem = QStringLiteral("not found");
    (*session)->document().learn({facts});
    QCOMPARE(firstMissingImage(**session), facts.id);
    // One file is shown, in a folder of the tree.
    const ImageId second = (*session)->dataset().imageAt(1).info.id;
    QCOMPARE(relocateImages(**session, second, (*session)->folder() + QStringLiteral("/moved/x/b.jpg")), 2);
    QCOMPARE(paths(**session), (QStringList{QStringLiteral("moved/a.jpg"), QStringLiteral("moved/x/b.jpg"),
                                            QStringLiteral("/old/gone.jpg"), QStringLiteral("/older/c.jpg")}));
    QVERIFY((*session)->dataset().imageAt(0).info.problem.isEmpty());
    QCOMPARE(firstMissingImage(**session), (*session)->dataset().imageAt(2).info.id);
    QCOMPARE(firstMissingImage(**session, (*session)->dataset().imageAt(3).info.id),
             (*session)->dataset().imageAt(3).info.id);
    (*session)->document().undoStack().undo();
    QCOMPARE(paths(**session), before);
    QCOMPARE((*session)->dataset().imageAt(0).info.problem, QStringLiteral("not found"));
}

void ProjectImagesTest::anImageThatIsStillThereStays()
{
    QTemporaryDir folder;
    const auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    for (const char *name : {"a.jpg", "copy/a.jpg", "copy/b.jpg", "copy/c.jpg"})
        QVERIFY(touch(folder.filePath(QString::fromUtf8(name))));
    QCOMPARE(
        addImageFiles(**session, {folder.filePath(QStringLiteral("a.jpg")), folder.filePath(QStringLiteral("b.jpg")),
                                  folder.filePath(QStringLiteral("c.jpg"))}),
        3);
    const ImageId second = (*session)->dataset().imageAt(1).info.id;
    QCOMPARE(relocateImages(**session, second, folder.filePath(QStringLiteral("copy/b.jpg"))), 2);
    QCOMPARE(paths(**session),
             (QStringList{QStringLiteral("a.jpg"), QStringLiteral("copy/b.jpg"), QStringLiteral("copy/c.jpg")}));
}

void ProjectImagesTest::aFileOfAnotherNameTakesOnlyItsImageAlong()
{
    QTemporaryDir folder;
    const auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    for (const char *name : {"new/one.jpg", "new/b.jpg"})
        QVERIFY(touch(folder.filePath(QString::fromUtf8(name))));
    QCOMPARE(addImageFiles(**session, {QStringLiteral("/old/a.jpg"), QStringLiteral("/old/b.jpg")}), 2);
    const ImageId first = (*session)->dataset().imageAt(0).info.id;
    QCOMPARE(relocateImages(**session, first, folder.filePath(QStringLiteral("new/one.jpg"))), 1);
    QCOMPARE(paths(**session), (QStringList{QStringLiteral("new/one.jpg"), QStringLiteral("/old/b.jpg")}));
}

QTEST_GUILESS_MAIN(ProjectImagesTest)
#include "project_images_test.moc"
