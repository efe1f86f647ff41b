// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the window do together, under real mouse and key events.
#include "core/edit/commands/add_label.h"
#include "tests/support/fake_detector_backend.h"
#include "tests/support/labelled_project.h"
#include "ui/canvas/canvas_view.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
#include "ui/models/models_page.h"
#include "ui/search_popup.h"
#include "ui/theme/theme.h"
#include "ui/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>

using namespace boxwright;

/// The window on a project of three images of 200 x 100 with the classes bee and wasp; the model "good" finds a bee.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyEntryOfTheRailShowsItsPage();
    void pagesHaveKeys();
    void theSearchRunsAnAction();
    void theSearchFindsImagesAndClasses();
    void undoShowsTheImageThatItIsAbout();
    void whatAModelFindsByItselfIsNoUndoStep();
    void theKeyForTheNextUnreviewedImageWorks();
    void aSmallWindowLeavesRoomForTheImage();
    void movedImagesAreFoundAgain();
    void theOpenProjectOpenedAgainStaysAsItIs();
    void everyPageHasAStatusLine();
    void aModelOfTheCloudInUseIsRememberedLikeAnother();

private:
    [[nodiscard]] Workspace &workspace() const { return *m_window->workspace(); }
    [[nodiscard]] LabelPage &page() const { return workspace().labelPage(); }
    [[nodiscard]] const Dataset &dataset() const { return workspace().session().dataset(); }
    [[nodiscard]] QUndoStack &undoStack() const { return workspace().session().document().undoStack(); }
    template<class T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString shownPage() const
    {
        return qobject_cast<QStackedWidget *>(page().parentWidget())->currentWidget()->objectName();
    }
    void addLabel(qsizetype image);
    void search(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    std::unique_ptr<MainWindow> m_window;
};

void WorkspaceTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("BoxwrightTest"));
    QCoreApplication::setApplicationName(QStringLiteral("BoxwrightTest"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    applyTheme(*qApp, ThemeChoice::Dark);
}

void WorkspaceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
    m_settings = std::make_unique<QSettings>();
    m_backend = std::make_unique<FakeDetectorBackend>();
    FakeModel model;
    model.info.name = QStringLiteral("quick-1");
    model.info.classes = {QStringLiteral("bee")};
    model.detectionsByWidth[200] = {{0, 0.8, {10, 10, 40, 40}}};
    m_backend->models[QStringLiteral("good")] = model;
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("images")));
    for (const char *name : {"images/a.png", "images/b.png", "images/c.png"}) {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 150));
        QVERIFY(image.save(m_folder->filePath(QLatin1String(name))));
    }
    const QString path = m_folder->filePath(QStringLiteral("p.boxwright"));
    {
        const auto session = createProjectFromFolder(path, m_folder->filePath(QStringLiteral("images")));
        QVERIFY(session);
        for (const char *name : {"bee", "wasp"})
            (*session)->document().push(std::make_unique<AddClass>((*session)->document(), QLatin1String(name)));
        QVERIFY((*session)->waitForSaved());
    }
    m_window = std::make_unique<MainWindow>(*m_settings, m_backend->source());
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->open(path);
    QVERIFY(m_window->workspace());
    QTRY_VERIFY(!page().state().imageSize().isEmpty());
    QApplication::setActiveWindow(m_window.get());
    page().canvas().setFocus();
}

void WorkspaceTest::cleanup()
{
    m_window.reset();
    m_backend.reset();
    m_settings.reset();
    m_folder.reset();
}

void WorkspaceTest::addLabel(qsizetype image)
{
    Document &document = workspace().session().document();
    Label label;
    label.classId = dataset().classes().first().id;
    label.box = {1, 1, 50, 50};
    QVERIFY(document.push(std::make_unique<AddLabel>(document, dataset().imageAt(image).info.id, label)));
}

void WorkspaceTest::search(const QString &text)
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *popup = m_window->findChild<SearchPopup *>();
    QVERIFY(popup && popup->isVisible());
    auto *line = popup->findChild<QLineEdit *>();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<SearchPopup *>());
}

void WorkspaceTest::everyEntryOfTheRailShowsItsPage()
{
    const std::pair<const char *, const char *> entries[] = {{"railTrain", "trainPage"},
                                                             {"railReview", "reviewPage"},
                                                             {"railData", "dataPage"},
                                                             {"railModels", "modelsPage"},
                                                             {"railLabel", "labelPage"}};
    for (const auto &[button, pageName] : entries) {
        QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
        QCOMPARE(shownPage(), QLatin1String(pageName));
    }
}

void WorkspaceTest::pagesHaveKeys()
{
    const std::pair<Qt::Key, const char *> keys[] = {{Qt::Key_5, "modelsPage"},
                                                     {Qt::Key_4, "dataPage"},
                                                     {Qt::Key_3, "reviewPage"},
                                                     {Qt::Key_2, "trainPage"},
                                                     {Qt::Key_1, "labelPage"}};
    for (const auto &[key, pageName] : keys) {
        QTest::keyClick(m_window.get(), key, Qt::AltModifier);
        QCOMPARE(shownPage(), QLatin1String(pageName));
    }
}

void WorkspaceTest::theSearchRunsAnAction()
{
    search(QStringLiteral("page models"));
    QCOMPARE(shownPage(), QStringLiteral("modelsPage"));
    const ImageId before = page().state().imageId();
    search(QStringLiteral("next image")); // works on the Label page, and shows it
    QCOMPARE(shownPage(), QStringLiteral("labelPage"));
    QVERIFY(page().state().imageId() != before);
}

void WorkspaceTest::theSearchFindsImagesAndClasses()
{
    search(QStringLiteral("c.png"));
    QCOMPARE(page().state().imageId(), dataset().imageAt(2).info.id);
    search(QStringLiteral("wasp"));
    QCOMPARE(page().state().currentClass(), dataset().classNamed(QStringLiteral("wasp"))->id);
    QCOMPARE(searchRank(QStringLiteral("Next image"), QStringLiteral("image ne")), 1);
    QCOMPARE(searchRank(QStringLiteral("Next image"), QStringLiteral("NEXT")), 0);
    QCOMPARE(searchRank(QStringLiteral("Next image"), QStringLiteral("next box")), -1);
}

void WorkspaceTest::undoShowsTheImageThatItIsAbout()
{
    addLabel(0);
    page().state().setImage(dataset().imageAt(2).info.id);
    QTest::keyClick(&page().canvas(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dataset().labelCount(), 0);
    QCOMPARE(page().state().imageId(), dataset().imageAt(0).info.id);
    page().state().setImage(dataset().imageAt(1).info.id);
    QTest::keyClick(&page().canvas(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(dataset().labelCount(), 1);
    QCOMPARE(page().state().imageId(), dataset().imageAt(0).info.id);
}

void WorkspaceTest::whatAModelFindsByItselfIsNoUndoStep()
{
    addLabel(0);
    workspace().detection().setModel(QStringLiteral("good"));
    QTest::keyClick(&page().canvas(), Qt::Key_Space); // the first is reviewed, the second shown
    const int steps = undoStack().count();
    QTRY_COMPARE(dataset().imageAt(1).suggestions.size(), 1);
    QCOMPARE(undoStack().count(), steps);
    // What a person asks for is one.
    QTest::keyClick(&page().canvas(), Qt::Key_Return);
    QCOMPARE(dataset().imageAt(1).labels.size(), 1);
    page().state().setImage(dataset().imageAt(0).info.id);
    QTest::keyClick(&page().canvas(), Qt::Key_R);
    QTRY_COMPARE(dataset().imageAt(0).suggestions.size(), 1);
    QCOMPARE(undoStack().count(), steps + 2);
    QTest::keyClick(&page().canvas(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dataset().imageAt(0).suggestions.isEmpty());
}

void WorkspaceTest::theKeyForTheNextUnreviewedImageWorks()
{
    QTest::keyClick(&page().canvas(), Qt::Key_N); // the first is empty, the second shown
    QTest::keyClick(&page().canvas(), Qt::Key_A);
    QCOMPARE(page().state().imageId(), dataset().imageAt(0).info.id);
    QTest::keyClick(&page().canvas(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shownPage(), QStringLiteral("labelPage"));
    QCOMPARE(page().state().imageId(), dataset().imageAt(1).info.id);
}

void WorkspaceTest::aSmallWindowLeavesRoomForTheImage()
{
    m_window->resize(1000, 700);
    QTRY_VERIFY(page().canvas().width() >= 480);
    m_window->resize(1600, 1000);
    QTRY_VERIFY(page().canvas().width() >= 960);
}

void WorkspaceTest::movedImagesAreFoundAgain()
{
    const QString moved = m_folder->filePath(QStringLiteral("moved"));
    page().state().setImage(dataset().imageAt(2).info.id);
    QVERIFY(QDir().rename(m_folder->filePath(QStringLiteral("images")), moved));
    QVERIFY(!find<QPushButton>("findMovedImages")->isVisible());
    // Images that were decoded ahead are shown all the same; a fresh window finds none.
    const QString path = workspace().session().path();
    QVERIFY(workspace().session().waitForSaved());
    find<QAction>("closeProject")->trigger();
    QVERIFY(!m_window->workspace());
    m_window->open(path);
    QTRY_VERIFY(find<QPushButton>("findMovedImages")->isVisible());
    QCOMPARE(relocateImages(workspace().session(), dataset().imageAt(0).info.id, moved + QStringLiteral("/a.png")), 3);
    QTRY_VERIFY(!find<QPushButton>("findMovedImages")->isVisible());
    QTRY_VERIFY(!page().state().imageSize().isEmpty());
}

void WorkspaceTest::theOpenProjectOpenedAgainStaysAsItIs()
{
    const Workspace *before = m_window->workspace();
    workspace().showPage(Workspace::Data);
    m_window->open(workspace().session().path());
    QVERIFY(m_window->workspace() == before);
    QVERIFY(!workspace().session().isReadOnly());
    QCOMPARE(shownPage(), QStringLiteral("labelPage"));
}

void WorkspaceTest::everyPageHasAStatusLine()
{
    auto *summary = find<QLabel>("summaryText");
    QVERIFY(!summary->isVisible()); // where the pointer is matters more there
    for (const int shown : {Workspace::Train, Workspace::Review, Workspace::Data, Workspace::Models}) {
        workspace().showPage(shown);
        QVERIFY(summary->isVisible());
    }
    QVERIFY2(summary->text().startsWith(QStringLiteral("3 image")), qPrintable(summary->text()));
    QVERIFY2(summary->text().contains(QStringLiteral("0 label")), qPrintable(summary->text()));
    addLabel(0);
    QVERIFY2(summary->text().contains(QStringLiteral("1 label")), qPrintable(summary->text()));
    Q_EMIT workspace().modelsPage().modelChosen(QStringLiteral("good"));
    QVERIFY2(summary->text().contains(QStringLiteral("good")), qPrintable(summary->text()));
}

/// It is a file, where a model of this program is a folder.
void WorkspaceTest::aModelOfTheCloudInUseIsRememberedLikeAnother()
{
    const QString path = workspace().session().path();
    const QString archive = m_folder->filePath(QStringLiteral("model.tar.gz"));
    QFile file(archive);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    m_backend->models[archive] = m_backend->models[QStringLiteral("good")];
    Q_EMIT workspace().modelsPage().modelChosen(archive);
    QVERIFY(workspace().session().waitForSaved());
    m_window->close();
    m_window->open(path);
    QVERIFY(m_window->workspace());
    QCOMPARE(workspace().detection().model(), archive);
}

QTEST_MAIN(WorkspaceTest)
#include "workspace_test.moc"
