// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that compares ways of giving pixels, under real mouse events.
#include "core/edit/commands/add_label.h"
#include "tests/support/fake_detector_backend.h"
#include "tests/support/labelled_project.h"
#include "ui/models/pixel_probe_dialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace boxwright;

/// A project of two images of 200 x 100, a labelled bee on the first; a model that finds it where pixels come blue
/// first with their mean subtracted.
class PixelProbeDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<boxwright::PixelInput>();
        applyTheme(*qApp, ThemeChoice::Light);
    }
    void init();
    void cleanup();

    void theWayThatAgreesWithTheLabelsIsSuggested();
    void aBestWayThatHardlyAgreesIsDoubted();
    void aPersonMayChooseAnotherWay();
    void withoutLabelsAPersonChoosesByEye();
    void classesThatDoNotFitAreToldInWords();

private:
    void labelFirstImage();
    void showDialog();
    template<class T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    std::unique_ptr<LabelledProject> m_project;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    ModelInfo m_info;
    std::unique_ptr<PixelProbeDialog> m_dialog;
};

void PixelProbeDialogTest::init()
{
    m_project = std::make_unique<LabelledProject>(QStringList{QStringLiteral("a.png"), QStringLiteral("b.png")},
                                                  QStringList{QStringLiteral("bee")});
    m_backend = std::make_unique<FakeDetectorBackend>();
    FakeModel model;
    model.info.isArtifact = true;
    model.info.classes = {QStringLiteral("bee")};
    model.detectionsByWidth[200] = {{0, 0.9, {10, 10, 50, 50}}};
    model.rightPixels = PixelInput::BgrMean;
    m_info = model.info;
    m_info.folder = QStringLiteral("model.tar.gz");
    m_backend->models[m_info.folder] = model;
}

void PixelProbeDialogTest::cleanup()
{
    m_dialog.reset();
    m_backend.reset();
    m_project.reset();
}

void PixelProbeDialogTest::labelFirstImage()
{
    Document &document = m_project->document();
    Label label;
    label.classId = m_project->classAt(0);
    label.box = {10, 10, 50, 50};
    QVERIFY(document.push(std::make_unique<AddLabel>(document, m_project->imageAt(0), label)));
}

void PixelProbeDialogTest::showDialog()
{
    m_dialog = std::make_unique<PixelProbeDialog>(m_project->session(), m_backend->source(), m_info);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void PixelProbeDialogTest::theWayThatAgreesWithTheLabelsIsSuggested()
{
    labelFirstImage();
    showDialog();
    QSignalSpy chosen(m_dialog.get(), &PixelProbeDialog::chosen);
    QTRY_VERIFY(find<QPushButton>("useWay")->isEnabled());
    QVERIFY(find<QRadioButton>("bgr-mean")->isChecked());
    QVERIFY(find<QLabel>("probeWords")->text().contains(QStringLiteral("blue first, mean subtracted")));
    QVERIFY(find<QLabel>("figure-bgr-mean")->text().contains(QLocale().toString(1.0, 'f', 3)));
    QVERIFY(find<QLabel>("figure-rgb-mean")->text().contains(QLocale().toString(0.0, 'f', 3)));
    // Side by side: the label on all pictures, the detection where it is found.
    QCOMPARE(find<DetectionPicture>("picture-rgb-mean")->boxes().size(), size_t(1));
    QCOMPARE(find<DetectionPicture>("picture-bgr-mean")->boxes().size(), size_t(2));
    QCOMPARE(find<DetectionPicture>("picture-bgr-mean")->boxes()[1].text, QStringLiteral("bee 90 %"));
    click("useWay");
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<PixelInput>(), PixelInput::BgrMean);
    QVERIFY(!m_dialog->isVisible());
}

void PixelProbeDialogTest::aBestWayThatHardlyAgreesIsDoubted()
{
    labelFirstImage();
    std::vector<Detection> &found = m_backend->models[m_info.folder].detectionsByWidth[200];
    for (int i = 0; i < 40; ++i) // surer, and all of them wrong
        found.insert(found.begin(), {0, 0.95, {100.0 + i, 60, 120.0 + i, 80}});
    showDialog();
    QTRY_VERIFY(find<QPushButton>("useWay")->isEnabled());
    QVERIFY(find<QRadioButton>("bgr-mean")->isChecked());
    QVERIFY2(find<QLabel>("probeWords")->text().contains(QStringLiteral("hardly")),
             qPrintable(find<QLabel>("probeWords")->text()));
}

void PixelProbeDialogTest::aPersonMayChooseAnotherWay()
{
    labelFirstImage();
    showDialog();
    QSignalSpy chosen(m_dialog.get(), &PixelProbeDialog::chosen);
    QTRY_VERIFY(find<QPushButton>("useWay")->isEnabled());
    QTest::mouseClick(find<QRadioButton>("rgb-raw"), Qt::LeftButton, {}, {8, 8});
    click("useWay");
    QCOMPARE(chosen[0][0].value<PixelInput>(), PixelInput::RgbRaw);
}

void PixelProbeDialogTest::withoutLabelsAPersonChoosesByEye()
{
    showDialog();
    QTRY_VERIFY(find<QPushButton>("useWay")->isEnabled());
    QVERIFY(find<QLabel>("probeWords")->text().contains(QStringLiteral("by eye")));
    QVERIFY(find<QRadioButton>("rgb-mean")->isChecked()); // as it is without a choice
    QCOMPARE(find<QLabel>("probePlace")->text(), QStringLiteral("1 of 2 · a.png"));
    click("nextImage");
    QCOMPARE(find<QLabel>("probePlace")->text(), QStringLiteral("2 of 2 · b.png"));
    QVERIFY(!find<QPushButton>("nextImage")->isEnabled());
}

void PixelProbeDialogTest::classesThatDoNotFitAreToldInWords()
{
    FakeModel &model = m_backend->models[m_info.folder];
    model.info.hasClassNames = false;
    model.info.classes = {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")};
    showDialog();
    QTRY_VERIFY(find<QLabel>("probeWords")->text().contains(QStringLiteral("name the classes first")));
    QVERIFY(!find<QPushButton>("useWay")->isEnabled());
}

QTEST_MAIN(PixelProbeDialogTest)
#include "pixel_probe_dialog_test.moc"
