// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "core/session/project_session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

ImageId addImage(ProjectSession &session, const QString &storedPath)
{
    ImageInfo info;
    info.path = storedPath;
    auto command = std::make_unique<AddImages>(session.document(), QList<ImageInfo>{info});
    const ImageId id = command->imageIds().first();
    session.document().push(std::move(command));
    return id;
}

ClassId addClass(ProjectSession &session, const QString &name)
{
    auto command = std::make_unique<AddClass>(session.document(), name);
    const ClassId id = command->classId();
    session.document().push(std::move(command));
    return id;
}

} // namespace

class ProjectSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasDoneIsThereAfterReopening();
    void aNewProjectRefusesAFileThatExists();
    void theSavedLightFollowsTheDisk();
    void aSecondProgramReadsOnlyAndSaysWhoHoldsIt();
    void aLockOfADeadProcessIsTakenOver();
    void pathsBelowTheProjectAreRelative_data();
    void pathsBelowTheProjectAreRelative();
    void settingsAreKept();
    void idsOfWhatWasDeletedAreNotGivenAgain();
    void aFileThatIsNoProjectGetsNoLock();
};

void ProjectSessionTest::whatWasDoneIsThereAfterReopening()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("벌 🐝.boxwright"));
    LabelId labelId;
    ImageId imageId;
    {
        auto session = ProjectSession::create(path);
        QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
        const ClassId bee = addClass(**session, QStringLiteral("꿀벌"));
        imageId = addImage(**session, QStringLiteral("사진 폴더/a b 🐝.jpg"));
        Label label;
        label.classId = bee;
        label.box = {0.1, 2.25, 1.0 / 3.0, 99.999};
        label.flags = LabelFlag::Crowd;
        label.extra = QStringLiteral("{\"pose\": \"left\"}");
        auto command = std::make_unique<AddLabel>((*session)->document(), imageId, label);
        labelId = command->labelId();
        QVERIFY((*session)->document().push(std::move(command)));
    }
    auto session = ProjectSession::open(path);
    QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
    const Dataset &dataset = (*session)->dataset();
    QCOMPARE(dataset.classNames(), QStringList{QStringLiteral("꿀벌")});
    QCOMPARE(dataset.image(imageId)->info.path, QStringLiteral("사진 폴더/a b 🐝.jpg"));
    const Label *label = dataset.image(imageId)->label(labelId);
    QVERIFY(label);
    QVERIFY(label->box == (Box{0.1, 2.25, 1.0 / 3.0, 99.999}));
    QVERIFY(label->flags == LabelFlag::Crowd);
    QCOMPARE(label->extra, QStringLiteral("{\"pose\": \"left\"}"));
    QCOMPARE((*session)->name(), QStringLiteral("벌 🐝"));
    QCOMPARE((*session)->runsFolder(), QDir(folder.path()).canonicalPath() + QStringLiteral("/벌 🐝.runs"));
    QVERIFY(!(*session)->isReadOnly());
    QVERIFY((*session)->notes().isEmpty());
}

void ProjectSessionTest::aNewProjectRefusesAFileThatExists()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const auto session = ProjectSession::create(path);
    QVERIFY(!session);
    QVERIFY(session.error().message.contains(QStringLiteral("p.boxwright")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void ProjectSessionTest::theSavedLightFollowsTheDisk()
{
    QTemporaryDir folder;
    auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    QVERIFY((*session)->isSaved());
    QSignalSpy light(session->get(), &ProjectSession::savedChanged);
    addImage(**session, QStringLiteral("a.jpg"));
    addImage(**session, QStringLiteral("b.jpg"));
    QCOMPARE(light.size(), 1);
    QCOMPARE(light.at(0).at(0).toBool(), false);
    QTRY_COMPARE(light.size(), 2);
    QCOMPARE(light.at(1).at(0).toBool(), true);
    QVERIFY((*session)->isSaved());
}

void ProjectSessionTest::aSecondProgramReadsOnlyAndSaysWhoHoldsIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    auto first = ProjectSession::create(path);
    QVERIFY(first);
    addImage(**first, QStringLiteral("a.jpg"));
    QVERIFY((*first)->waitForSaved());
    auto second = ProjectSession::open(path);
    QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
    QVERIFY((*second)->isReadOnly());
    QVERIFY((*second)->holder().contains(QString::number(QCoreApplication::applicationPid())));
    QCOMPARE((*second)->dataset().imageCount(), 1);
    addImage(**second, QStringLiteral("b.jpg"));
    QCOMPARE((*second)->dataset().imageCount(), 1);
    // The first goes on undisturbed and lets go of the project when it closes.
    addImage(**first, QStringLiteral("c.jpg"));
    QVERIFY((*first)->waitForSaved());
    first->reset();
    auto third = ProjectSession::open(path);
    QVERIFY(third);
    QVERIFY(!(*third)->isReadOnly());
    QCOMPARE((*third)->dataset().imageCount(), 2);
}

void ProjectSessionTest::aLockOfADeadProcessIsTakenOver()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    QVERIFY(ProjectSession::create(path));
    QFile lock(path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2147483646\nboxwright\n" + QSysInfo::machineHostName().toUtf8() + "\n"); // above any process id
    lock.close();
    auto session = ProjectSession::open(path);
    QVERIFY(session);
    QVERIFY(!(*session)->isReadOnly());
    QVERIFY((*session)->holder().isEmpty());
}

void ProjectSessionTest::pathsBelowTheProjectAreRelative_data()
{
    QTest::addColumn<QString>("absolute");
    QTest::addColumn<QString>("stored");
    QTest::newRow("below") << QStringLiteral("%1/images/a.jpg") << QStringLiteral("images/a.jpg");
    QTest::newRow("beside") << QStringLiteral("%1/a.jpg") << QStringLiteral("a.jpg");
    QTest::newRow("hangul, emoji and spaces")
        << QStringLiteral("%1/사진 📷/내 벌.png") << QStringLiteral("사진 📷/내 벌.png");
    QTest::newRow("dots") << QStringLiteral("%1/x/../images/./a.jpg") << QStringLiteral("images/a.jpg");
    QTest::newRow("elsewhere") << QStringLiteral("/data/a.jpg") << QStringLiteral("/data/a.jpg");
    QTest::newRow("a folder whose name begins alike")
        << QStringLiteral("%1-more/a.jpg") << QStringLiteral("%1-more/a.jpg");
}

void ProjectSessionTest::pathsBelowTheProjectAreRelative()
{
    QFETCH(QString, absolute);
    QFETCH(QString, stored);
    QTemporaryDir folder;
    auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    const QString root = (*session)->folder();
    const auto filled = [&root](const QString &text) {
        return text.contains(QLatin1Char('%')) ? text.arg(root) : text;
    };
    QCOMPARE((*session)->storedImagePath(filled(absolute)), filled(stored));
    ImageInfo info;
    info.path = filled(stored);
    QCOMPARE((*session)->absoluteImagePath(info), QDir::cleanPath(filled(absolute)));
}

void ProjectSessionTest::settingsAreKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    {
        auto session = ProjectSession::create(path);
        QVERIFY(session);
        QCOMPARE((*session)->setting(QStringLiteral("model")), QString());
        (*session)->setSetting(QStringLiteral("model"), QStringLiteral("모델 1"));
        (*session)->setSetting(QStringLiteral("model"), QStringLiteral("모델 2"));
        QCOMPARE((*session)->setting(QStringLiteral("model")), QStringLiteral("모델 2"));
    }
    auto session = ProjectSession::open(path);
    QVERIFY(session);
    QCOMPARE((*session)->setting(QStringLiteral("model")), QStringLiteral("모델 2"));
}

void ProjectSessionTest::idsOfWhatWasDeletedAreNotGivenAgain()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    ImageId gone;
    {
        auto session = ProjectSession::create(path);
        QVERIFY(session);
        gone = addImage(**session, QStringLiteral("a.jpg"));
        (*session)->document().undoStack().undo();
    }
    auto session = ProjectSession::open(path);
    QVERIFY(session);
    QCOMPARE((*session)->dataset().imageCount(), 0);
    QVERIFY(addImage(**session, QStringLiteral("b.jpg")) > gone);
}

void ProjectSessionTest::aFileThatIsNoProjectGetsNoLock()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notes.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
    file.close();
    QVERIFY(!ProjectSession::open(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("notes.txt")});
}

QTEST_GUILESS_MAIN(ProjectSessionTest)
#include "project_session_test.moc"
