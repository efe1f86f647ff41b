// SPDX-License-Identifier: GPL-3.0-or-later
// Outputs of a batch transform become suggestions in the window: with real key and mouse events.
#include "core/base/file_io.h"
#include "core/edit/commands/add_class.h"
#include "core/session/class_order.h"
#include "core/session/project_images.h"
#include "tests/support/fake_detector_backend.h"
#include "ui/canvas/canvas_view.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace boxwright;

/// The window on three images of 200 x 100 with the classes bee and wasp; what the cloud found on two of them lies in a
/// folder of its own, as it comes from S3.
class CloudAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void answersFindTheImagesOfTheProject();
    void numbersAreTheClassesOfTheProject();
    void numbersAreTheClassesOfTheLastExport();
    void numbersCanStayNames();
    void tooManyNumbersStayNames();
    void suggestionsAreSeenAndAccepted();
    void aFileOfNamesWins();

private:
    [[nodiscard]] Workspace &workspace() const { return *m_window->workspace(); }
    [[nodiscard]] LabelPage &page() const { return workspace().labelPage(); }
    [[nodiscard]] const Dataset &dataset() const { return workspace().session().dataset(); }
    void openDialog();
    void import() { QTest::mouseClick(find<QPushButton>("import"), Qt::LeftButton); }
    template<class T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString message() const { return find<QLabel>("message")->text(); }
    [[nodiscard]] QString suggested(qsizetype image, qsizetype index) const
    {
        const Suggestion suggestion = dataset().imageAt(image).suggestions.value(index);
        const LabelClass *item = dataset().labelClass(suggestion.classId);
        return item ? item->name : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    std::unique_ptr<MainWindow> m_window;
    ImportDialog *m_dialog = nullptr;
};

void CloudAnswersTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("BoxwrightTest"));
    QCoreApplication::setApplicationName(QStringLiteral("BoxwrightTest"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    applyTheme(*qApp, ThemeChoice::Light);
}

void CloudAnswersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
    m_settings = std::make_unique<QSettings>();
    m_backend = std::make_unique<FakeDetectorBackend>();
    for (const char *folder : {"images", "answers"})
        QVERIFY(makeFolder(m_folder->filePath(QLatin1String(folder))));
    for (const char *name : {"images/a.png", "images/b.png", "images/c.png"}) {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 150));
        QVERIFY(image.save(m_folder->filePath(QLatin1String(name))));
    }
    QVERIFY(writeFile(m_folder->filePath(QStringLiteral("answers/a.png.out")),
                      "{\"prediction\": [[1.0, 0.9, 0.1, 0.2, 0.5, 0.6], [0.0, 0.7, 0.6, 0.2, 0.9, 0.8]]}"));
    QVERIFY(writeFile(m_folder->filePath(QStringLiteral("answers/b.png.out")),
                      "{\"prediction\": [[0.0, 0.8, 0.1, 0.1, 0.2, 0.4]]}"));
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
}

void CloudAnswersTest::cleanup()
{
    m_window.reset();
    m_backend.reset();
    m_settings.reset();
    m_folder.reset();
}

/// By its key, and types where the answers lie.
void CloudAnswersTest::openDialog()
{
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    m_dialog = m_window->findChild<ImportDialog *>();
    QVERIFY(m_dialog);
    auto *source = find<QLineEdit>("source");
    source->setFocus();
    QTest::keyClicks(source, m_folder->filePath(QStringLiteral("answers")));
    QTRY_VERIFY2(find<QPushButton>("import")->isEnabled(), qPrintable(message()));
}

void CloudAnswersTest::answersFindTheImagesOfTheProject()
{
    openDialog();
    QVERIFY2(message().contains(QLatin1String("2 image(s) with 3 suggestion(s)")), qPrintable(message()));
    QVERIFY2(!message().contains(QLatin1String("not found")), qPrintable(message()));
    import();
    QVERIFY2(message().contains(QLatin1String("3 suggestion(s)")), qPrintable(message()));
    QVERIFY2(!message().contains(QLatin1String("label")), qPrintable(message()));
    QCOMPARE(dataset().imageCount(), 3);
    QCOMPARE(dataset().imageAt(0).suggestions.size(), 2);
    QCOMPARE(dataset().imageAt(0).suggestions[0].box, (Box{20, 20, 100, 60}));
    QCOMPARE(dataset().imageAt(1).suggestions.size(), 1);
    workspace().session().document().undoStack().undo();
    QVERIFY(dataset().imageAt(0).suggestions.isEmpty());
}

void CloudAnswersTest::numbersAreTheClassesOfTheProject()
{
    openDialog();
    QVERIFY(find<QCheckBox>("byOrder")->isVisible());
    QVERIFY(find<QCheckBox>("byOrder")->isChecked());
    QVERIFY2(message().contains(QLatin1String("0 bee, 1 wasp")), qPrintable(message()));
    import();
    QCOMPARE(suggested(0, 0), QStringLiteral("wasp"));
    QCOMPARE(suggested(0, 1), QStringLiteral("bee"));
    QCOMPARE(dataset().classes().size(), 2);
}

void CloudAnswersTest::numbersAreTheClassesOfTheLastExport()
{
    workspace().session().setSetting(classOrderSetting(),
                                     classOrderText({QStringLiteral("wasp"), QStringLiteral("bee")}));
    openDialog();
    QVERIFY2(message().contains(QLatin1String("0 wasp, 1 bee")), qPrintable(message()));
    import();
    QCOMPARE(suggested(0, 0), QStringLiteral("bee"));
}

void CloudAnswersTest::numbersCanStayNames()
{
    openDialog();
    QTest::mouseClick(find<QCheckBox>("byOrder"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY2(message().contains(QLatin1String("New classes: 1, 0")), qPrintable(message()));
    import();
    QCOMPARE(suggested(0, 0), QStringLiteral("1"));
    QCOMPARE(dataset().classes().size(), 4);
}

void CloudAnswersTest::tooManyNumbersStayNames()
{
    QVERIFY(writeFile(m_folder->filePath(QStringLiteral("answers/c.png.out")),
                      "{\"prediction\": [[2.0, 0.9, 0.1, 0.2, 0.5, 0.6]]}"));
    openDialog();
    QVERIFY(!find<QCheckBox>("byOrder")->isVisible());
    QVERIFY2(message().contains(QLatin1String("New classes: 1, 0, 2")), qPrintable(message()));
}

void CloudAnswersTest::suggestionsAreSeenAndAccepted()
{
    openDialog();
    import();
    QTest::mouseClick(find<QPushButton>("close"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<ImportDialog *>());
    QCOMPARE(page().state().imageId(), dataset().imageAt(0).info.id);
    QCOMPARE(page().state().shownSuggestions().size(), 2);
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("suggestionPanel"))->isVisible());
    page().canvas().setFocus();
    QTest::keyClick(&page().canvas(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(dataset().imageAt(0).labels.size(), 2);
    QCOMPARE(dataset().imageAt(0).labels[0].origin, Origin::Model);
    QVERIFY(dataset().imageAt(0).suggestions.isEmpty());
}

void CloudAnswersTest::aFileOfNamesWins()
{
    QVERIFY(writeFile(m_folder->filePath(QStringLiteral("answers/classes.txt")), "hornet\nbee\n"));
    openDialog();
    QVERIFY(!find<QCheckBox>("byOrder")->isVisible());
    import();
    QCOMPARE(suggested(0, 0), QStringLiteral("bee"));
    QCOMPARE(suggested(0, 1), QStringLiteral("hornet"));
}

QTEST_MAIN(CloudAnswersTest)
#include "cloud_answers_test.moc"
