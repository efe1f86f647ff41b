// SPDX-License-Identifier: GPL-3.0-or-later
// The Models page under real mouse and key events.
#include "core/detect/model_info.h"
#include "core/detect/model_weights.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/set_split.h"
#include "core/detect/model_settings.h"
#include "core/sagemaker/model_artifact.h"
#include "tests/support/fake_detector_backend.h"
#include "tests/support/file_dialog_answer.h"
#include "tests/support/labelled_project.h"
#include "tests/support/small_artifact.h"
#include "tests/support/small_model.h"
#include "ui/models/measure_card.h"
#include "ui/models/models_page.h"
#include "ui/models/name_classes_dialog.h"
#include "ui/models/pixel_probe_dialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace boxwright;

/// A project of two images of 200 x 100 with the classes bee and wasp, one labelled bee each.
class ModelsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Dark); }
    void init();
    void cleanup();

    void withoutAModelItSaysHowOneComes();
    void aRunTellsWhatItsModelIs();
    void theChosenModelMakesTheSuggestions();
    void aModelFromElsewhereIsOpenedAndForgotten();
    void aFolderWithoutAModelIsRefused();
    void aModelIsMeasuredOnTheValidationImages();
    void aModelWhoseClassesAreUnknownSaysSo();
    void aModelFromTheCloudTellsWhatItIs();
    void whatIsNoModelFromTheCloudIsRefusedInOneMessage();
    void aModelFromTheCloudIsNamedBeforeItMakesSuggestions();
    void theWayOfGivingPixelsIsComparedAndKept();
    void aModelIsHandedBackToTheCloud();
    void aModelTrainedHereIsHandedToTheCloud();
    void aModelThatTheCloudDoesNotHaveSaysSo();
    void aModelCanBeTrainedFurther();

private:
    void writeModel(const QString &folder, const QStringList &classes) const;
    void writeRun(const QString &name, const QStringList &classes = {QStringLiteral("wasp"), QStringLiteral("bee")});
    void label(qsizetype image, const Box &box, Split split);
    void showPage();
    /// Opens a small artifact of two classes, which finds a wasp on every image.
    void showCloudModel();
    template<class T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString best(const QString &run) const
    {
        return m_project->session().runsFolder() + QLatin1Char('/') + run + QStringLiteral("/best");
    }
    [[nodiscard]] QString factsText() const;

    std::unique_ptr<LabelledProject> m_project;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    std::unique_ptr<TrainingRunner> m_training;
    std::unique_ptr<OpenedModels> m_opened;
    std::unique_ptr<ModelsPage> m_page;
    QString m_cloudModel;
};

void ModelsPageTest::init()
{
    m_project = std::make_unique<LabelledProject>(QStringList{QStringLiteral("a.png"), QStringLiteral("b.png")},
                                                  QStringList{QStringLiteral("bee"), QStringLiteral("wasp")});
    m_backend = std::make_unique<FakeDetectorBackend>();
    m_training = std::make_unique<TrainingRunner>(m_backend->source());
    m_opened = std::make_unique<OpenedModels>(m_project->session());
}

void ModelsPageTest::cleanup()
{
    m_page.reset();
    m_opened.reset();
    m_training.reset();
    m_backend.reset();
    m_project.reset();
}

void ModelsPageTest::writeModel(const QString &folder, const QStringList &classes) const
{
    QVERIFY(QDir().mkpath(folder));
    ModelInfo info;
    info.name = QFileInfo(folder).dir().dirName();
    info.baseNetwork = QStringLiteral("mobilenet-v2");
    info.imageShape = 300;
    info.classes = classes;
    info.validationMap = 0.75;
    info.hyperparameters.insert(QStringLiteral("learning_rate"), QStringLiteral("0.004"));
    for (const auto &[name, content] : {std::pair(QString(kModelInfoFile), modelInfoText(info, QString())),
                                        std::pair(QString(kModelWeightsFile), QByteArray("weights"))}) {
        QFile file(QDir(folder).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
}

void ModelsPageTest::writeRun(const QString &name, const QStringList &classes)
{
    writeModel(best(name), classes);
    const QString folder = m_project->session().runsFolder() + QLatin1Char('/') + name;
    for (const auto &[file, content] :
         {std::pair("run.json", "{\"started\": \"2026-11-24T05:00:00Z\", \"hyperparameters\": {\"base_network\": "
                                "\"mobilenet-v2\"}, \"dataset\": {\"train_images\": 40, \"train_labels\": 301},"
                                "\"outcome\": {\"seconds\": 61.5}}"),
          std::pair("metrics.jsonl",
                    "{\"epoch\":1,\"validation_map\":0.25}\n{\"epoch\":2,\"validation_map\":0.75}\n")}) {
        QFile out(folder + QLatin1Char('/') + QLatin1String(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    FakeModel model;
    model.info.name = name;
    model.info.classes = classes;
    model.detectionsByWidth[200] = {{1, 0.9, {10, 10, 50, 50}}, {1, 0.4, {100, 10, 140, 50}}};
    m_backend->models[best(name)] = model;
}

void ModelsPageTest::label(qsizetype image, const Box &box, Split split)
{
    Document &document = m_project->document();
    Label label;
    label.classId = m_project->classAt(0);
    label.box = box;
    QVERIFY(document.push(std::make_unique<AddLabel>(document, m_project->imageAt(image), label)));
    QVERIFY(document.push(std::make_unique<SetSplit>(document, QList<ImageId>{m_project->imageAt(image)}, split)));
}

void ModelsPageTest::showPage()
{
    m_page = std::make_unique<ModelsPage>(ModelsPage::Parts{m_project->session(), *m_training, *m_opened},
                                          m_backend->source());
    m_page->resize(1100, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QString ModelsPageTest::factsText() const
{
    QStringList texts;
    for (const QLabel *label : find<QWidget>("modelFacts")->findChildren<QLabel *>())
        texts << label->text();
    return texts.join(QLatin1Char('|'));
}

void ModelsPageTest::withoutAModelItSaysHowOneComes()
{
    showPage();
    QSignalSpy wanted(m_page.get(), &ModelsPage::trainWanted);
    QVERIFY(find<QPushButton>("trainFirst")->isVisible());
    click("trainFirst");
    QCOMPARE(wanted.size(), 1);
}

void ModelsPageTest::aRunTellsWhatItsModelIs()
{
    writeRun(QStringLiteral("quick-1"));
    showPage();
    QCOMPARE(find<QLabel>("modelTitle")->text(), QStringLiteral("quick-1"));
    const QString facts = factsText();
    for (const char *fact : {"mobilenet-v2", "300", "wasp, bee", "0.750", "301", "40"})
        QVERIFY2(facts.contains(QLatin1String(fact)), fact);
    QVERIFY(!find<QLabel>("modelProblem")->isVisible());
}

void ModelsPageTest::theChosenModelMakesTheSuggestions()
{
    writeRun(QStringLiteral("quick-1"));
    writeRun(QStringLiteral("quick-2"));
    showPage();
    auto *list = find<QListView>("modelList");
    QCOMPARE(list->model()->rowCount(), 2);
    QSignalSpy chosen(m_page.get(), &ModelsPage::modelChosen);
    const QModelIndex second = list->model()->index(1, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
    const QString name = second.data().toString();
    QCOMPARE(find<QLabel>("modelTitle")->text(), name);
    click("useThisModel");
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), best(name));
    m_page->setModelInUse(best(name));
    QVERIFY(!find<QPushButton>("useThisModel")->isEnabled());
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(find<QPushButton>("useThisModel")->isEnabled());
}

void ModelsPageTest::aModelFromElsewhereIsOpenedAndForgotten()
{
    QTemporaryDir elsewhere;
    const QString folder = elsewhere.filePath(QStringLiteral("cloud/model"));
    writeModel(folder, {QStringLiteral("bee")});
    showPage();
    QSignalSpy opened(m_opened.get(), &OpenedModels::opened);
    m_page->openModel(folder);
    QTRY_COMPARE(opened.size(), 1);
    auto *list = find<QListView>("modelList");
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(find<QLabel>("modelOrigin")->text().contains(folder));
    m_page->openModel(folder); // once is enough
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(list->model()->rowCount(), 1);
    click("removeModel");
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(QFileInfo::exists(folder));
}

void ModelsPageTest::aFolderWithoutAModelIsRefused()
{
    showPage();
    m_page->openModel(m_project->folder());
    QTRY_VERIFY(find<QLabel>("openProblem")->isVisible());
    QCOMPARE(find<QListView>("modelList")->model()->rowCount(), 0);
    QVERIFY(find<QLabel>("openProblem")->text().contains(QStringLiteral("model.json")));
}

void ModelsPageTest::aModelIsMeasuredOnTheValidationImages()
{
    writeRun(QStringLiteral("quick-1"));
    label(0, {10, 10, 50, 50}, Split::Validation);   // found
    label(0, {150, 60, 190, 90}, Split::Validation); // missed: recall 1/2 at precision 1
    label(1, {1, 1, 9, 9}, Split::Train);
    showPage();
    auto *card = m_page->findChild<MeasureCard *>();
    QSignalSpy measured(card, &MeasureCard::measured);
    click("measure");
    QTRY_COMPARE(measured.size(), 1);
    auto *table = find<QTableWidget>("classPrecisions");
    QVERIFY(table->isVisible());
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("bee"));
    QCOMPARE(table->item(0, 1)->text(), QLocale().toString(0.5, 'f', 3));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("2"));
    QVERIFY(find<QLabel>("measureWords")->text().contains(QLocale().toString(0.5, 'f', 3)));

    find<QComboBox>("measureSplit")->setCurrentIndex(1); // no image is for testing
    click("measure");
    QCOMPARE(measured.size(), 1);
    QVERIFY(!table->isVisible());
}

void ModelsPageTest::aModelWhoseClassesAreUnknownSaysSo()
{
    writeRun(QStringLiteral("quick-1"), {QStringLiteral("hornet"), QStringLiteral("bee")});
    showPage();
    QVERIFY(find<QLabel>("modelProblem")->isVisible());
    QVERIFY(find<QLabel>("modelProblem")->text().contains(QStringLiteral("hornet")));
    QVERIFY(!find<QLabel>("modelProblem")->text().contains(QStringLiteral("bee")));
}

void ModelsPageTest::showCloudModel()
{
    m_cloudModel = writeSmallArtifact(m_project->folder() + QStringLiteral("/job-7"), 2);
    FakeModel model;
    model.info.isArtifact = true;
    model.info.hasClassNames = false;
    model.info.classes = {QStringLiteral("0"), QStringLiteral("1")};
    model.detectionsByWidth[200] = {{1, 0.9, {10, 10, 50, 50}}};
    m_backend->models[m_cloudModel] = model;
    showPage();
    FileDialogAnswer answer(m_cloudModel);
    click("openCloudModel");
    QVERIFY(answer.isGiven());
    QTRY_VERIFY(find<QLabel>("cloudClasses")->isVisible());
}

void ModelsPageTest::aModelFromTheCloudTellsWhatItIs()
{
    showCloudModel();
    QCOMPARE(find<QLabel>("modelTitle")->text(), QStringLiteral("job-7/model.tar.gz"));
    for (const char *fact : {"vgg-16", "300", "trained further"})
        QVERIFY2(factsText().contains(QLatin1String(fact)), fact);
    QVERIFY(find<QLabel>("cloudClasses")->text().contains(QStringLiteral("0, 1")));
    QVERIFY(find<QLabel>("cloudPixels")->text().contains(QStringLiteral("mean")));
    QStringList settings;
    for (const QLabel *label : find<QWidget>("modelSettings")->findChildren<QLabel *>())
        settings << label->text();
    QVERIFY(settings.contains(QStringLiteral("0.00225")));
    QVERIFY(!find<QPushButton>("measure")->isEnabled());

    // The project remembers it.
    m_page.reset();
    m_opened = std::make_unique<OpenedModels>(m_project->session());
    showPage();
    QTRY_VERIFY(find<QLabel>("cloudClasses")->isVisible());
}

void ModelsPageTest::whatIsNoModelFromTheCloudIsRefusedInOneMessage()
{
    const QString path = m_project->folder() + QStringLiteral("/broken.tar.gz");
    QVERIFY(writeFile(path, "no archive"));
    showPage();
    m_page->openModel(path);
    QTRY_VERIFY(find<QLabel>("openProblem")->isVisible());
    QVERIFY(find<QLabel>("openProblem")->text().contains(QStringLiteral("broken.tar.gz")));
    QCOMPARE(find<QListView>("modelList")->model()->rowCount(), 0);
    QVERIFY(find<QPushButton>("trainFirst")->isVisible());
}

void ModelsPageTest::aModelFromTheCloudIsNamedBeforeItMakesSuggestions()
{
    showCloudModel();
    QSignalSpy chosen(m_page.get(), &ModelsPage::modelChosen);
    click("useThisModel");
    QCOMPARE(chosen.size(), 0);
    auto *dialog = m_page->window()->findChild<NameClassesDialog *>();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("keepNames")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(find<QLabel>("cloudClasses")->text(), QStringLiteral("bee, wasp"));
    QVERIFY(find<QPushButton>("measure")->isEnabled());
    const Result<ModelSettings> kept = readModelSettings(m_cloudModel);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->classes, (QStringList{QStringLiteral("bee"), QStringLiteral("wasp")}));
    QTRY_VERIFY(!m_page->window()->findChild<NameClassesDialog *>());
}

void ModelsPageTest::theWayOfGivingPixelsIsComparedAndKept()
{
    label(0, {1, 1, 9, 9}, Split::Train);
    showCloudModel();
    click("probePixels");
    auto *dialog = m_page->window()->findChild<PixelProbeDialog *>();
    QVERIFY(dialog);
    auto *use = dialog->findChild<QPushButton *>(QStringLiteral("useWay"));
    QTRY_VERIFY(use->isEnabled());
    QTest::mouseClick(dialog->findChild<QAbstractButton *>(QStringLiteral("bgr-raw")), Qt::LeftButton, {}, {8, 8});
    QTest::mouseClick(use, Qt::LeftButton);
    QVERIFY(find<QLabel>("cloudPixels")->text().contains(QStringLiteral("blue first")));
    QCOMPARE(readModelSettings(m_cloudModel)->pixels, PixelInput::BgrRaw);
}

void ModelsPageTest::aModelIsHandedBackToTheCloud()
{
    showCloudModel();
    const QString target = m_project->folder() + QStringLiteral("/back.tar.gz");
    FileDialogAnswer answer(target);
    click("exportForCloud");
    QTRY_VERIFY(find<QLabel>("exportWords")->text().contains(QStringLiteral("back.tar.gz")));
    const Result<ModelArtifact> before = readModelArtifact(m_cloudModel);
    const Result<ModelArtifact> after = readModelArtifact(target);
    QVERIFY(before.has_value() && after.has_value());
    QCOMPARE(after->params.tensors().size(), before->params.tensors().size());
    QCOMPARE(after->hyperparameters, before->hyperparameters);
}

void ModelsPageTest::aModelTrainedHereIsHandedToTheCloud()
{
    const QStringList classes{QStringLiteral("wasp"), QStringLiteral("bee")};
    writeRun(QStringLiteral("deep-1"), classes);
    writeSmallModel(best(QStringLiteral("deep-1")), QStringLiteral("resnet-50"), classes);
    showPage();
    const QString target = m_project->folder() + QStringLiteral("/handed.tar.gz");
    FileDialogAnswer answer(target);
    click("exportForCloud");
    QVERIFY(answer.isGiven());
    QTRY_VERIFY(find<QLabel>("exportWords")->text().contains(QStringLiteral("wasp, bee")));
    const Result<ModelWeights> before = ModelWeights::open(best(QStringLiteral("deep-1")));
    const Result<ModelArtifact> after = readModelArtifact(target);
    QVERIFY2(before && after, qPrintable(after ? QString() : after.error().message));
    QCOMPARE(after->hyperparameters[QStringLiteral("base_network")], QStringLiteral("resnet-50"));
    QCOMPARE(after->params.tensors().size(), before->arrays().size());
    for (const TensorView &array : before->arrays()) {
        const TensorView *handed = after->find(array.name);
        QVERIFY2(handed && handed->shape == array.shape && handed->bytes == array.bytes, qPrintable(array.name));
    }
}

void ModelsPageTest::aModelThatTheCloudDoesNotHaveSaysSo()
{
    writeRun(QStringLiteral("quick-1"));
    showPage();
    click("exportForCloud");
    QVERIFY(find<QLabel>("exportWords")->isVisible());
    QVERIFY(find<QLabel>("exportWords")->text().contains(QStringLiteral("mobilenet-v2")));
}

void ModelsPageTest::aModelCanBeTrainedFurther()
{
    writeRun(QStringLiteral("quick-1"));
    showPage();
    QSignalSpy wanted(m_page.get(), &ModelsPage::trainFurtherWanted);
    click("trainFurther");
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), best(QStringLiteral("quick-1")));
}

QTEST_MAIN(ModelsPageTest)
#include "models_page_test.moc"
