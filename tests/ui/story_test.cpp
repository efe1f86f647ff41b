// SPDX-License-Identifier: GPL-3.0-or-later
// The main job as a person does it, with real events in the real window and the real detector.
#include "core/formats/format_registry.h"
#include "core/sample/sample_dataset.h"
#include "core/session/import_dataset.h"
#include "ui/canvas/canvas_view.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/train/hyperparameters_dialog.h"
#include "ui/train/train_page.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

constexpr int kImages = 8;
constexpr int kTrainingMs = 200'000; ///< two epochs take a few seconds; a busy machine gets its time
constexpr int kDragSteps = 4;

} // namespace

class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    // In this order; each goes on where the one before ended.
    void aFolderOpensOnItsFirstImage();
    void boxesAreDrawnMovedAndUndone();
    void twoEpochsAreTrainedWhileMoreIsDrawn();
    void suggestionsAreAccepted();
    void theDataSetIsExported();
    void whatWasDoneIsOnTheDisk();

private:
    [[nodiscard]] Workspace &workspace() const { return *m_window->workspace(); }
    [[nodiscard]] CanvasView &canvas() const { return workspace().labelPage().canvas(); }
    [[nodiscard]] const LabelState &state() const { return workspace().labelPage().state(); }
    [[nodiscard]] const Dataset &dataset() const { return workspace().session().dataset(); }
    template<class T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }

    void sendMouse(QEvent::Type type, QPoint pos) const;
    void drag(const QPoint &from, const QPoint &to) const;
    void drawBox(const Box &box) const;
    void typeInto(QLineEdit *line, const QString &text) const;
    void goToNextImage() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QString m_projectPath;
    QString m_exportFolder;
    qint64 m_labels = 0;
};

void StoryTest::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
    QCoreApplication::setOrganizationName(QStringLiteral("BoxwrightTest"));
    QCoreApplication::setApplicationName(QStringLiteral("BoxwrightTest"));
    QVERIFY(drawSampleDataset(m_folder->path(), {kImages, 1}, {}, {}));
    applyTheme(*qApp, ThemeChoice::Light);
    m_settings = std::make_unique<QSettings>();
    m_window = std::make_unique<MainWindow>(*m_settings, &detectorBackend);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void StoryTest::cleanupTestCase()
{
    m_window.reset();
    m_settings.reset();
}

void StoryTest::sendMouse(QEvent::Type type, QPoint pos) const
{
    const bool isMove = type == QEvent::MouseMove;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, pos, canvas().mapToGlobal(pos), isMove ? Qt::NoButton : Qt::LeftButton, held,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas(), &event);
}

void StoryTest::drag(const QPoint &from, const QPoint &to) const
{
    sendMouse(QEvent::MouseButtonPress, from);
    for (int step = 1; step <= kDragSteps; ++step)
        sendMouse(QEvent::MouseMove, from + (to - from) * step / kDragSteps);
    sendMouse(QEvent::MouseButtonRelease, to);
}

void StoryTest::drawBox(const Box &box) const
{
    QTest::keyClick(&canvas(), Qt::Key_W);
    const QRect rect = canvas().viewRect(box);
    drag(rect.topLeft(), rect.topLeft() + QPoint(rect.width(), rect.height()));
}

void StoryTest::typeInto(QLineEdit *line, const QString &text) const
{
    QVERIFY(line && line->isVisible());
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void StoryTest::goToNextImage() const
{
    const ImageId before = state().imageId();
    QTest::keyClick(&canvas(), Qt::Key_D);
    QVERIFY(state().imageId() != before);
    QTRY_VERIFY(!state().image()->info.size.isEmpty() && state().imageSize() == state().image()->info.size);
}

void StoryTest::aFolderOpensOnItsFirstImage()
{
    QVERIFY(!m_window->workspace());
    m_window->open(m_folder->filePath(QStringLiteral("images")));
    QVERIFY(m_window->workspace());
    m_projectPath = workspace().session().path();
    QCOMPARE(dataset().imageCount(), kImages);
    QTRY_VERIFY(!state().imageSize().isEmpty());
}

void StoryTest::boxesAreDrawnMovedAndUndone()
{
    drawBox({30, 40, 130, 140});
    auto *name = find<QLineEdit>("boxClassName");
    QTRY_VERIFY(name->isVisible());
    QTest::keyClicks(name, QStringLiteral("apple"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(dataset().classNames(), QStringList{QStringLiteral("apple")});
    QCOMPARE(state().image()->labels.size(), 1);

    const Box drawn = state().image()->labels[0].box;
    const QPoint middle = canvas().viewRect(drawn).center();
    drag(middle, middle + QPoint(40, 20));
    const Box moved = state().image()->labels[0].box;
    QVERIFY(moved.left > drawn.left + 5);
    QVERIFY(std::abs(moved.width() - drawn.width()) < 0.01);
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(state().image()->labels[0].box, drawn);
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(state().image()->labels[0].box, moved);

    for (int image = 1; image < 5; ++image) {
        goToNextImage();
        drawBox({20.0 + 10 * image, 30, 140, 150});
        QCOMPARE(state().image()->labels.size(), 1);
    }
    QCOMPARE(dataset().labelCount(), 5);
}

void StoryTest::twoEpochsAreTrainedWhileMoreIsDrawn()
{
    QTest::mouseClick(find<QWidget>("railTrain"), Qt::LeftButton);
    auto *train = find<QPushButton>("train");
    QTRY_VERIFY(train->isVisible() && train->isEnabled());
    find<QSpinBox>("threads")->setValue(1);
    QTest::mouseClick(find<QPushButton>("advanced"), Qt::LeftButton);
    auto *dialog = m_window->findChild<HyperparametersDialog *>();
    QVERIFY(dialog);
    typeInto(dialog->findChild<QLineEdit *>(QStringLiteral("epochs")), QStringLiteral("2"));
    typeInto(dialog->findChild<QLineEdit *>(QStringLiteral("lr_scheduler_step")), QStringLiteral("1"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<HyperparametersDialog *>());
    QTest::mouseClick(train, Qt::LeftButton);
    QVERIFY(workspace().training().isRunning());
    QCOMPARE(workspace().training().request().hyperparameters.epochs, 2);

    QTest::mouseClick(find<QWidget>("railLabel"), Qt::LeftButton);
    goToNextImage();
    drawBox({30, 30, 120, 120});
    QCOMPARE(state().image()->labels.size(), 1);
    QVERIFY(workspace().training().isRunning());
    // The training works with the labels of the moment when it began.
    QCOMPARE(workspace().training().request().train.size() + workspace().training().request().validation.size(), 5);

    QTRY_VERIFY_WITH_TIMEOUT(!workspace().training().isRunning(), kTrainingMs);
    const QString why = find<QLabel>("trainingNote")->text();
    QVERIFY2(!workspace().detection().model().isEmpty(), qPrintable(why));
    QVERIFY(QDir(workspace().detection().model()).exists(QStringLiteral("model.json")));
}

void StoryTest::suggestionsAreAccepted()
{
    goToNextImage();
    QVERIFY(state().image()->labels.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!workspace().detection().isRunning(), kTrainingMs);
    QVERIFY(!state().image()->suggestions.isEmpty());
    while (state().shownSuggestions().isEmpty() && state().minConfidence() > 0.02)
        QTest::keyClick(&canvas(), Qt::Key_BracketLeft);
    const qsizetype shown = state().shownSuggestions().size();
    QVERIFY(shown > 0);
    QTest::keyClick(&canvas(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(state().image()->labels.size(), shown);
    QCOMPARE(state().image()->labels[0].origin, Origin::Model);
    m_labels = dataset().labelCount();
    QCOMPARE(m_labels, 6 + shown);
}

void StoryTest::theDataSetIsExported()
{
    m_exportFolder = m_folder->filePath(QStringLiteral("for-sagemaker"));
    QTest::mouseClick(find<QWidget>("exportButton"), Qt::LeftButton);
    auto *dialog = m_window->findChild<QWidget *>(QStringLiteral("exportDialog"));
    QVERIFY(dialog);
    typeInto(dialog->findChild<QLineEdit *>(QStringLiteral("folder")), m_exportFolder);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("export")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("openFolder"))->isVisible(), 60'000);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QWidget *>(QStringLiteral("exportDialog")));
}

void StoryTest::whatWasDoneIsOnTheDisk()
{
    QVERIFY(workspace().session().waitForSaved());
    QVERIFY(m_window->close());
    m_window.reset();
    const auto session = ProjectSession::open(m_projectPath);
    QVERIFY(session);
    QVERIFY(!(*session)->isReadOnly());
    QCOMPARE((*session)->dataset().labelCount(), m_labels);
    QCOMPARE((*session)->dataset().classNames(), QStringList{QStringLiteral("apple")});

    const DatasetFormat *format = recognizeFormat(m_exportFolder);
    QVERIFY(format);
    ReadOptions options;
    options.from = m_exportFolder;
    options.imageFolder = m_folder->filePath(QStringLiteral("images"));
    const auto plan = readImport(*format, options);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    qint64 exported = 0;
    for (const FormatImage &image : plan->images)
        exported += qint64(image.labels.size());
    QCOMPARE(exported, m_labels);
}

QTEST_MAIN(StoryTest)
#include "story_test.moc"
