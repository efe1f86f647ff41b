// SPDX-License-Identifier: GPL-3.0-or-later
// A model of the cloud from the drop on the window to the way back, with real events in the real window and the real
// detector, on a small artifact that MXNet has written.
#include "core/detect/model_settings.h"
#include "core/sagemaker/model_artifact.h"
#include "tests/support/file_dialog_answer.h"
#include "tests/support/reference_folder.h"
#include "ui/canvas/canvas_view.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
#include "ui/models/models_page.h"
#include "ui/models/name_classes_dialog.h"
#include "ui/models/pixel_probe_dialog.h"
#include "ui/theme/theme.h"
#include "ui/train/hyperparameters_dialog.h"
#include "ui/train/start_chooser.h"
#include "ui/train/train_page.h"
#include "ui/train/training_setup.h"
#include "ui/workspace.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace boxwright;

namespace {

constexpr int kPatience = 200'000; ///< a busy machine gets its time
const QString kArtifact = QStringLiteral("mxnet/artifacts/resnet50_300_c2");

} // namespace

class CloudStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    // In this order; each goes on where the one before ended.
    void aModelDroppedBeforeThereAreImagesWaitsForThem();
    void itSaysWhatItIs();
    void itsClassesAreNamedAndItMakesSuggestions();
    void suggestionsAreAccepted();
    void theWayOfGivingPixelsIsFound();
    void itIsTrainedTwoStepsFurther();
    void whatWasLearnedIsHandedBack();

private:
    [[nodiscard]] Workspace &workspace() const { return *m_window->workspace(); }
    [[nodiscard]] CanvasView &canvas() const { return workspace().labelPage().canvas(); }
    [[nodiscard]] const LabelState &state() const { return workspace().labelPage().state(); }
    template<class T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    void drop(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QString m_model;
    QString m_trained;
};

void CloudStoryTest::initTestCase()
{
    const QDir artifact(referenceFolder().filePath(kArtifact));
    if (!artifact.exists(QStringLiteral("model.tar.gz")))
        QSKIP("mxnet/artifacts/resnet50_300_c2 is absent: set BOXWRIGHT_REFERENCE");
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
    QCoreApplication::setOrganizationName(QStringLiteral("BoxwrightTest"));
    QCoreApplication::setApplicationName(QStringLiteral("BoxwrightTest"));
    m_model = m_folder->filePath(QStringLiteral("model.tar.gz"));
    QVERIFY(QFile::copy(artifact.filePath(QStringLiteral("model.tar.gz")), m_model));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("images")));
    for (const char *name : {"images/a.png", "images/b.png", "images/c.png"})
        QVERIFY(QFile::copy(artifact.filePath(QStringLiteral("input.png")), m_folder->filePath(QLatin1String(name))));
    applyTheme(*qApp, ThemeChoice::Light);
    m_settings = std::make_unique<QSettings>();
    m_window = std::make_unique<MainWindow>(*m_settings, &detectorBackend);
    m_window->resize(1200, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void CloudStoryTest::cleanupTestCase()
{
    m_window.reset();
    m_settings.reset();
}

void CloudStoryTest::drop(const QString &path) const
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint place(300, 300);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

void CloudStoryTest::aModelDroppedBeforeThereAreImagesWaitsForThem()
{
    drop(m_model);
    QVERIFY(find<QLabel>("waitingModel")->isVisible());
    QVERIFY(find<QLabel>("waitingModel")->text().contains(QStringLiteral("model.tar.gz")));
    drop(m_folder->filePath(QStringLiteral("images")));
    QVERIFY(m_window->workspace());
    QVERIFY(find<QWidget>("modelsPage")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("cloudCard")->isVisible(), kPatience);
}

void CloudStoryTest::itSaysWhatItIs()
{
    QVERIFY(find<QLabel>("modelOrigin")->text().contains(QDir::toNativeSeparators(m_model)));
    QStringList facts;
    for (const QLabel *label : find<QWidget>("modelFacts")->findChildren<QLabel *>())
        facts << label->text();
    QVERIFY(facts.contains(QStringLiteral("resnet-50")));
    QVERIFY(find<QLabel>("cloudClasses")->text().contains(QStringLiteral("0, 1")));
    QVERIFY(find<QWidget>("modelSettings")->findChildren<QLabel *>().size() > 40); // 26 names with their values
}

void CloudStoryTest::itsClassesAreNamedAndItMakesSuggestions()
{
    click("useThisModel");
    auto *dialog = m_window->findChild<NameClassesDialog *>();
    QVERIFY(dialog);
    auto *picture = dialog->findChild<DetectionPicture *>(QStringLiteral("preview"));
    QTRY_VERIFY_WITH_TIMEOUT(!picture->boxes().empty(), kPatience);
    QVERIFY(picture->boxes()[0].text.startsWith(QLatin1Char('0')) ||
            picture->boxes()[0].text.startsWith(QLatin1Char('1')));
    auto *table = dialog->findChild<QTableWidget *>(QStringLiteral("classNames"));
    for (int row = 0; row < 2; ++row) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(row, 1)).center());
        auto *field = table->findChild<QLineEdit *>(QStringLiteral("className"));
        QVERIFY(field);
        QTest::keyClicks(field, row == 0 ? QStringLiteral("disc") : QStringLiteral("block"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!table->findChild<QLineEdit *>(QStringLiteral("className")));
    }
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("keepNames")), Qt::LeftButton);
    const QStringList names{QStringLiteral("disc"), QStringLiteral("block")};
    QCOMPARE(workspace().session().dataset().classNames(), names);
    QCOMPARE(workspace().detection().model(), m_model);
    QCOMPARE(readModelSettings(m_model)->classes, names);
}

void CloudStoryTest::suggestionsAreAccepted()
{
    QTest::mouseClick(find<QWidget>("railLabel"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!workspace().detection().isRunning(), kPatience);
    QVERIFY(!state().image()->suggestions.isEmpty());
    while (state().shownSuggestions().isEmpty() && state().minConfidence() > 0.06)
        QTest::keyClick(&canvas(), Qt::Key_BracketLeft);
    const qsizetype shown = state().shownSuggestions().size();
    QVERIFY(shown > 0);
    QTest::keyClick(&canvas(), Qt::Key_Return);
    QTest::keyClick(&canvas(), Qt::Key_Return);
    QVERIFY(!state().image()->labels.isEmpty());
    QCOMPARE(state().image()->labels[0].origin, Origin::Model);
}

/// What the model itself found when pixels came in its usual way agrees with that way.
void CloudStoryTest::theWayOfGivingPixelsIsFound()
{
    click("railModels");
    click("probePixels");
    auto *dialog = m_window->findChild<PixelProbeDialog *>();
    QVERIFY(dialog);
    auto *use = dialog->findChild<QPushButton *>(QStringLiteral("useWay"));
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), kPatience);
    const QString words = dialog->findChild<QLabel *>(QStringLiteral("probeWords"))->text();
    QVERIFY2(dialog->findChild<QRadioButton *>(QStringLiteral("rgb-mean"))->isChecked(), qPrintable(words));
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(readModelSettings(m_model)->pixels, PixelInput::RgbMean);
    QCOMPARE(readModelSettings(m_model)->classes.size(), 2);
}

void CloudStoryTest::itIsTrainedTwoStepsFurther()
{
    click("trainFurther");
    QVERIFY(find<QWidget>("trainPage")->isVisible());
    QCOMPARE(workspace().trainPage().setup().plan().startModel.path, m_model);
    QCOMPARE(find<QComboBox>("network")->currentText(), QStringLiteral("resnet-50"));
    find<QSpinBox>("threads")->setValue(1);
    click("advanced");
    auto *dialog = m_window->findChild<HyperparametersDialog *>();
    QVERIFY(dialog);
    for (const auto &[name, value] : {std::pair("epochs", "2"), std::pair("lr_scheduler_step", "1")}) {
        auto *line = dialog->findChild<QLineEdit *>(QLatin1String(name));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(value));
    }
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<HyperparametersDialog *>());
    click("train"); // one batch an epoch
    QVERIFY2(workspace().training().isRunning(), qPrintable(find<QLabel>("whyNot")->text()));
    QTRY_VERIFY_WITH_TIMEOUT(!workspace().training().isRunning(), kPatience);
    m_trained = workspace().detection().model();
    QVERIFY2(m_trained != m_model, qPrintable(find<QLabel>("trainingNote")->text()));
}

void CloudStoryTest::whatWasLearnedIsHandedBack()
{
    click("railModels");
    QTRY_VERIFY(find<QLabel>("modelOrigin")->text().contains(QStringLiteral("trained here")) ||
                find<QListView>("modelList")->model()->rowCount() == 2);
    auto *list = find<QListView>("modelList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    const QString target = m_folder->filePath(QStringLiteral("back.tar.gz"));
    FileDialogAnswer answer(target);
    click("exportForCloud");
    QVERIFY(answer.isGiven());
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("exportWords")->text().contains(QStringLiteral("disc, block")), kPatience);
    const Result<ModelArtifact> before = readModelArtifact(m_model);
    const Result<ModelArtifact> after = readModelArtifact(target);
    QVERIFY(before.has_value() && after.has_value());
    QCOMPARE(after->params.tensors().size(), before->params.tensors().size());
    const TensorView *trained = after->find(QStringLiteral("conv0_weight"));
    const TensorView *cloud = before->find(QStringLiteral("conv0_weight"));
    QVERIFY(trained && cloud && trained->shape == cloud->shape);
    QVERIFY(trained->bytes != cloud->bytes); // it has learned
}

QTEST_MAIN(CloudStoryTest)
#include "cloud_story_test.moc"
