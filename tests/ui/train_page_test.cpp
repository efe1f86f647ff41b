// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/detect/model_info.h"
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "tests/support/fake_detector_backend.h"
#include "tests/support/file_dialog_answer.h"
#include "ui/project_models/opened_models.h"
#include "ui/theme/theme.h"
#include "ui/train/hyperparameters_dialog.h"
#include "ui/train/preset_card.h"
#include "ui/train/runs_model.h"
#include "ui/train/start_chooser.h"
#include "ui/train/train_page.h"
#include "ui/train/training_setup.h"

#include <QApplication>
#include <QCheckBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

/// A project with ten images of 100 x 100 and one class; nothing is labelled at first.
class TrainPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void withoutLabelsItSaysWhatToDoAndNothingStarts();
    void labelsDrawnWhileThePageIsOpenAreCounted();
    void theTrainButtonStartsWhatThePageShows();
    void aTrainingShowsItsProgressAndCanBePausedAndStopped();
    void aFinishedTrainingOffersItsModelAndItsSpeed();
    void anErrorIsShownInWords();
    void aChosenWeightsFileIsRememberedForItsBaseNetwork();
    void fetchedWeightsAreTaken();
    void advancedRefusesWhatTheTrainerCannotDo();
    void changedHyperparametersReachTheTraining();
    void anotherRunsModelCanBeUsedAndTrainedFurther();
    void aModelWithOtherClassesOffersItsBaseNetwork();
    void aModelIsTrainedFurtherInItsOrderOfClasses();
    void theLogOfATrainingInTheCloudBecomesARun();
    void withoutAGpuThereIsNothingToChoose();
    void aGpuIsTakenUnlessThePersonChoosesTheProcessor();
    void mixedPrecisionIsOfferedWhereItIsFaster();

private:
    void labelImages(int count);
    /// The best model of a run, with vgg-16; its folder.
    [[nodiscard]] QString writeModel(const QString &run, const QStringList &classes) const;
    void showPage();
    template<class T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void choose(const char *name, int index) const;
    [[nodiscard]] QString title() const { return find<QLabel>("trainingTitle")->text(); }

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectSession> m_session;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    std::unique_ptr<QSemaphore> m_gate;
    std::unique_ptr<TrainingRunner> m_runner;
    std::unique_ptr<OpenedModels> m_opened;
    std::unique_ptr<TrainPage> m_page;
};

void TrainPageTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("BoxwrightTest"));
    QCoreApplication::setApplicationName(QStringLiteral("BoxwrightTest"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    applyTheme(*qApp, ThemeChoice::Dark);
}

void TrainPageTest::init()
{
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    m_folder = std::make_unique<QTemporaryDir>();
    auto session = ProjectSession::create(m_folder->filePath(QStringLiteral("bees.boxwright")));
    QVERIFY(session);
    m_session = std::move(*session);
    Document &document = m_session->document();
    QVERIFY(document.push(std::make_unique<AddClass>(document, QStringLiteral("bee"))));
    QList<ImageInfo> infos;
    for (int i = 0; i < 10; ++i) {
        ImageInfo info;
        info.path = QStringLiteral("%1.jpg").arg(i);
        info.size = {100, 100};
        infos << info;
    }
    QVERIFY(document.push(std::make_unique<AddImages>(document, infos)));
    m_backend = std::make_unique<FakeDetectorBackend>();
    m_gate = std::make_unique<QSemaphore>();
    m_backend->stepGate = m_gate.get();
    m_runner = std::make_unique<TrainingRunner>(m_backend->source());
    m_opened = std::make_unique<OpenedModels>(*m_session);
}

void TrainPageTest::cleanup()
{
    m_page.reset();
    m_opened.reset();
    m_runner.reset();
    m_session.reset();
}

void TrainPageTest::labelImages(int count)
{
    Document &document = m_session->document();
    const ClassId bee = document.dataset().classes().constFirst().id;
    for (int i = 0; i < count; ++i) {
        Label label;
        label.classId = bee;
        label.box = {10, 10, 40, 40};
        const ImageId image = document.dataset().imageAt(i).info.id;
        QVERIFY(document.push(std::make_unique<AddLabel>(document, image, label)));
    }
}

void TrainPageTest::showPage()
{
    m_page = std::make_unique<TrainPage>(*m_session, *m_runner, *m_opened);
    m_page->resize(1400, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

/// Opens the list with the keyboard and takes the entry.
void TrainPageTest::choose(const char *name, int index) const
{
    auto *list = find<QComboBox>(name);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(list, Qt::Key_Down);
}

void TrainPageTest::withoutLabelsItSaysWhatToDoAndNothingStarts()
{
    showPage();
    QVERIFY(!find<QPushButton>("train")->isEnabled());
    QVERIFY(find<QLabel>("whyNot")->isVisible());
    QVERIFY(find<QLabel>("whyNot")->text().contains(QStringLiteral("key W")));
    QVERIFY(find<QWidget>("trainEmpty")->isVisible());
    m_page->train();
    QVERIFY(!m_runner->isRunning());
}

void TrainPageTest::labelsDrawnWhileThePageIsOpenAreCounted()
{
    showPage();
    labelImages(5);
    QTRY_VERIFY(find<QPushButton>("train")->isEnabled());
    QVERIFY(!find<QLabel>("whyNot")->isVisible());
    QVERIFY(find<QLabel>("trainCounts")->text().startsWith(QStringLiteral("4 image")));
    QVERIFY(find<QLabel>("trainCounts")->text().contains(QStringLiteral("4 label")));
    QVERIFY(find<QLabel>("validationCounts")->text().startsWith(QStringLiteral("1 image")));
}

void TrainPageTest::theTrainButtonStartsWhatThePageShows()
{
    labelImages(10);
    showPage();
    QTest::mouseClick(find<PresetCard>("thorough"), Qt::LeftButton);
    find<QSpinBox>("threads")->setValue(1);
    click("train");
    QVERIFY(m_runner->isRunning());
    const TrainingRequest &request = m_runner->request();
    QCOMPARE(request.runName, QStringLiteral("thorough-1"));
    QCOMPARE(request.runFolder, m_session->runsFolder() + QStringLiteral("/thorough-1"));
    QCOMPARE(request.classes, QStringList{QStringLiteral("bee")});
    QCOMPARE(request.train.size(), 8);
    QCOMPARE(request.validation.size(), 2);
    QCOMPARE(request.threads, 1);
    QCOMPARE(request.weightsFile, QString());
    QCOMPARE(request.hyperparameters, presetHyperparameters(TrainingPreset::Thorough, {.trainingImages = 8}));
    QVERIFY(!find<QPushButton>("train")->isEnabled());
    QCOMPARE(m_session->setting(QStringLiteral("training/preset")), QStringLiteral("thorough"));
}

void TrainPageTest::aTrainingShowsItsProgressAndCanBePausedAndStopped()
{
    labelImages(10);
    showPage();
    click("train");
    m_gate->release(1);
    QTRY_VERIFY(title().contains(QStringLiteral("epoch 1 of")));
    QVERIFY(title().contains(QStringLiteral("6.5 images/s")));
    QVERIFY(title().contains(QStringLiteral("5 s left")));
    QCOMPARE(find<QLabel>("trainingNote")->text(), QStringLiteral("240 of 240 weights taken"));
    click("pause");
    QVERIFY(m_runner->isPaused());
    QVERIFY(title().contains(QStringLiteral("paused")));
    click("pause");
    QVERIFY(!m_runner->isPaused());
    click("stop");
    QTRY_VERIFY(!m_runner->isRunning());
    QVERIFY(title().contains(QStringLiteral("stopped")));
    QVERIFY(find<QPushButton>("train")->isEnabled());
    QVERIFY(!find<QPushButton>("stop")->isVisible());
}

void TrainPageTest::aFinishedTrainingOffersItsModelAndItsSpeed()
{
    labelImages(10);
    showPage();
    QSignalSpy models(m_page.get(), &TrainPage::modelReady);
    click("train");
    m_gate->release(100);
    QTRY_COMPARE(models.size(), 1);
    QCOMPARE(models[0][0].toString(), m_session->runsFolder() + QStringLiteral("/quick-1/best"));
    QVERIFY(title().contains(QStringLiteral("best mAP 0.50 at epoch 2")));
    // What the machine reached is what the next estimate stands on.
    QVERIFY(find<PresetCard>("quick")->toolTip().contains(QStringLiteral("6.5 images/s")));
}

void TrainPageTest::anErrorIsShownInWords()
{
    labelImages(10);
    m_backend->trainError = QStringLiteral("7.jpg cannot be read");
    showPage();
    QSignalSpy models(m_page.get(), &TrainPage::modelReady);
    click("train");
    m_gate->release(1);
    QTRY_VERIFY(!m_runner->isRunning());
    QVERIFY(find<QLabel>("trainingNote")->isVisible());
    QCOMPARE(find<QLabel>("trainingNote")->text(), QStringLiteral("7.jpg cannot be read"));
    QCOMPARE(models.size(), 0);
    QVERIFY(find<QPushButton>("train")->isEnabled());
}

void TrainPageTest::aChosenWeightsFileIsRememberedForItsBaseNetwork()
{
    labelImages(10);
    const QString weights = m_folder->filePath(QStringLiteral("mobilenet.safetensors"));
    QFile file(weights);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    showPage();
    m_page->setup().start().setWeightsQuestion([weights] { return weights; });
    click("chooseWeights");
    QCOMPARE(find<QComboBox>("start")->currentText(), QStringLiteral("mobilenet.safetensors"));
    QCOMPARE(m_page->setup().plan().weightsFile, weights);
    click("train");
    QCOMPARE(m_runner->request().weightsFile, weights);
    QVERIFY(m_runner->request().hyperparameters.usePretrainedModel);
    m_runner->stop();
    QTRY_VERIFY(!m_runner->isRunning());

    m_page.reset();
    showPage();
    QCOMPARE(m_page->setup().plan().weightsFile, weights);
    choose("network", 2);
    QCOMPARE(m_page->setup().plan().baseNetwork, QStringLiteral("vgg-16"));
    QCOMPARE(m_page->setup().plan().weightsFile, QString());
    choose("network", 0);
    QVERIFY(file.remove());
    choose("start", 1);
    QVERIFY(!find<QPushButton>("train")->isEnabled());
    QVERIFY(find<QLabel>("whyNot")->text().contains(weights));
}

void TrainPageTest::fetchedWeightsAreTaken()
{
    labelImages(10);
    showPage();
    const QString weights = m_folder->filePath(QStringLiteral("mobilenet_v2-b0353104.pth"));
    m_page->setup().start().setWeightsSource([] { return QString(); });
    click("fetchWeights");
    const QString before = m_page->setup().plan().weightsFile;
    QVERIFY(before != weights);
    m_page->setup().start().setWeightsSource([weights] { return weights; });
    click("fetchWeights");
    QCOMPARE(m_page->setup().plan().weightsFile, weights);
    QCOMPARE(find<QComboBox>("start")->currentText(), QStringLiteral("mobilenet_v2-b0353104.pth"));
}

void TrainPageTest::advancedRefusesWhatTheTrainerCannotDo()
{
    const Hyperparameters preset = presetHyperparameters(TrainingPreset::Balanced, {100, true});
    HyperparametersDialog dialog(preset, preset);
    dialog.show();
    auto *rate = dialog.findChild<QLineEdit *>(QStringLiteral("learning_rate"));
    auto *problem = dialog.findChild<QLabel *>(QStringLiteral("problem"));
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("-3"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("learning_rate")));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("0.015"));
    QVERIFY(!problem->isVisible());
    QCOMPARE(dialog.changedValues(),
             (QMap<QString, QString>{{QStringLiteral("learning_rate"), QStringLiteral("0.015")}}));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("reset")), Qt::LeftButton);
    QVERIFY(dialog.changedValues().isEmpty());
}

void TrainPageTest::changedHyperparametersReachTheTraining()
{
    labelImages(10);
    showPage();
    click("advanced");
    auto *dialog = m_page->findChild<HyperparametersDialog *>();
    QVERIFY(dialog);
    auto *epochs = dialog->findChild<QLineEdit *>(QStringLiteral("epochs"));
    epochs->selectAll();
    QTest::keyClicks(epochs, QStringLiteral("7"));
    QTest::keyClick(epochs, Qt::Key_Return);
    QVERIFY(find<QPushButton>("advanced")->text().contains(QStringLiteral("1 value")));
    click("train");
    QCOMPARE(m_runner->request().hyperparameters.epochs, 7);
}

void TrainPageTest::anotherRunsModelCanBeUsedAndTrainedFurther()
{
    const QString model = writeModel(QStringLiteral("quick-4"), {QStringLiteral("bee")});
    labelImages(10);
    showPage();
    QCOMPARE(find<QTableView>("runs")->model()->rowCount(), 1);
    QSignalSpy models(m_page.get(), &TrainPage::modelReady);
    click("useModel");
    QCOMPARE(models.size(), 1);
    QCOMPARE(QDir::cleanPath(models[0][0].toString()), model);

    choose("start", 1);
    QCOMPARE(m_page->setup().plan().startModel.path, model);
    auto *backbone = find<QCheckBox>("backboneOnly");
    QVERIFY(backbone->isVisible());
    QVERIFY(!m_page->setup().plan().backboneOnly);
    backbone->setChecked(true);
    QVERIFY(m_page->setup().plan().backboneOnly);
    QCOMPARE(m_page->setup().plan().baseNetwork, QStringLiteral("vgg-16"));
    QVERIFY(!find<QComboBox>("network")->isEnabled());
    click("train");
    QCOMPARE(m_runner->request().runName, QStringLiteral("quick-5"));
    QCOMPARE(m_runner->request().startModel, model);
    QCOMPARE(m_runner->request().hyperparameters.imageShape, 512); // as the model
}

QString TrainPageTest::writeModel(const QString &run, const QStringList &classes) const
{
    const QDir folder(m_session->runsFolder() + QLatin1Char('/') + run + QStringLiteral("/best"));
    ModelInfo info;
    info.name = run;
    info.baseNetwork = QStringLiteral("vgg-16");
    info.imageShape = 512;
    info.classes = classes;
    const bool isWritten = makeFolder(folder.path()) &&
                           writeFile(folder.filePath(kModelInfoFile), modelInfoText(info, {})) &&
                           writeFile(folder.filePath(kModelWeightsFile), "weights");
    return isWritten ? folder.path() : QString();
}

void TrainPageTest::aModelWithOtherClassesOffersItsBaseNetwork()
{
    const QString model = writeModel(QStringLiteral("quick-4"), {QStringLiteral("bee"), QStringLiteral("wasp")});
    labelImages(10);
    showPage();
    m_page->startFrom(model);
    QCOMPARE(m_page->setup().plan().startModel.path, model);
    QVERIFY(!find<QPushButton>("train")->isEnabled());
    QVERIFY(find<QLabel>("whyNot")->text().contains(find<QCheckBox>("backboneOnly")->text()));
    find<QCheckBox>("backboneOnly")->click();
    QVERIFY(find<QPushButton>("train")->isEnabled());
    click("train");
    QVERIFY(m_runner->request().backboneOnly);
}

/// A network knows its classes by number: where the project has them in another order, the training takes the model's.
void TrainPageTest::aModelIsTrainedFurtherInItsOrderOfClasses()
{
    Document &document = m_session->document();
    QVERIFY(document.push(std::make_unique<AddClass>(document, QStringLiteral("wasp"))));
    const QString model = writeModel(QStringLiteral("quick-4"), {QStringLiteral("wasp"), QStringLiteral("bee")});
    labelImages(10); // with bees
    showPage();
    m_page->startFrom(model);
    click("train");
    QCOMPARE(m_runner->request().classes, (QStringList{QStringLiteral("wasp"), QStringLiteral("bee")}));
    QCOMPARE(m_runner->request().train[0].boxes[0].classIndex, 1);
}

void TrainPageTest::theLogOfATrainingInTheCloudBecomesARun()
{
    const QString log = m_folder->filePath(QStringLiteral("job.log"));
    QVERIFY(writeFile(log, "[06/26/2018 08:00:00 INFO 1] #quality_metric: host=algo-1, epoch=0, validation mAP "
                           "<score>=(0.5)\n"));
    QVERIFY(!writeModel(QStringLiteral("quick-4"), {QStringLiteral("bee")}).isEmpty());
    showPage();
    auto *runs = find<QTableView>("runs");
    QCOMPARE(runs->model()->rowCount(), 1);
    FileDialogAnswer answer(log);
    click("openCloudLog");
    QTRY_COMPARE(runs->model()->rowCount(), 2);
    const QModelIndex selected = runs->selectionModel()->selectedRows().value(0);
    QCOMPARE(selected.data().toString(), QStringLiteral("cloud-1"));
    QCOMPARE(selected.siblingAtColumn(RunsModel::Note).data().toString(), QStringLiteral("trained in the cloud"));
}

void TrainPageTest::withoutAGpuThereIsNothingToChoose()
{
    m_backend->devicesHere = {{DeviceChoice::processor(), QStringLiteral("Processor")}};
    labelImages(10);
    showPage();
    QTRY_COMPARE(find<QComboBox>("device")->count(), 1);
    QVERIFY(!find<QComboBox>("device")->isVisible());
    QVERIFY(!find<QCheckBox>("mixedPrecision")->isVisible());
    click("train");
    QCOMPARE(m_runner->request().device, DeviceChoice::processor());
    QCOMPARE(m_runner->request().precision, ComputePrecision::Float32);
}

void TrainPageTest::aGpuIsTakenUnlessThePersonChoosesTheProcessor()
{
    m_backend->devicesHere = {{DeviceChoice::processor(), QStringLiteral("Processor")},
                              {DeviceChoice::gpus({0}), QStringLiteral("Fast GPU")},
                              {DeviceChoice::gpus({1}), QStringLiteral("Other GPU")}};
    showPage();
    auto *devices = find<QComboBox>("device");
    QTRY_VERIFY(devices->isVisible());
    QCOMPARE(devices->currentText(), QStringLiteral("Automatic (Fast GPU)"));
    QCOMPARE(m_page->setup().plan().device, DeviceChoice::gpus({0}));
    choose("device", 1);
    QCOMPARE(m_page->setup().plan().device, DeviceChoice::processor());
    choose("device", 4);
    QCOMPARE(m_page->setup().plan().device.text(), QStringLiteral("cuda:all"));

    choose("device", 3);
    m_page.reset();
    showPage(); // what was chosen is remembered for this computer
    QTRY_COMPARE(m_page->setup().plan().device, DeviceChoice::gpus({1}));
}

void TrainPageTest::mixedPrecisionIsOfferedWhereItIsFaster()
{
    m_backend->devicesHere = {{DeviceChoice::processor(), QStringLiteral("Processor"), false},
                              {DeviceChoice::gpus({0}), QStringLiteral("Fast GPU"), true}};
    labelImages(10);
    showPage();
    auto *mixed = find<QCheckBox>("mixedPrecision");
    QTRY_VERIFY(mixed->isVisible());
    QTest::keyClick(mixed, Qt::Key_Space);
    QCOMPARE(m_page->setup().plan().precision, ComputePrecision::Mixed);
    choose("device", 1);
    QVERIFY(!mixed->isVisible());
    QCOMPARE(m_page->setup().plan().precision, ComputePrecision::Float32);
    choose("device", 0);
    click("train");
    QCOMPARE(m_runner->request().precision, ComputePrecision::Mixed);
}

QTEST_MAIN(TrainPageTest)
#include "train_page_test.moc"
