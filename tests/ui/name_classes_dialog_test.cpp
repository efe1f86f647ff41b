// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that names a model's classes, under real mouse and key events.
#include "core/base/file_io.h"
#include "tests/support/fake_detector_backend.h"
#include "tests/support/file_dialog_answer.h"
#include "tests/support/labelled_project.h"
#include "ui/models/name_classes_dialog.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace boxwright;

/// A project of two images of 200 x 100 with one class bee; a model of three classes finds number 1 and number 2.
class NameClassesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Dark); }
    void init();
    void cleanup();

    void numbersStandOnTheImagesUntilTheyHaveNames();
    void namesAreTypedAndNewOnesBecomeClassesOfTheProject();
    void aNumberMayStayWithoutAName();
    void twoClassesCannotHaveOneName();
    void aFileGivesTheNames();
    void theNumberOfClassesMayComeFromTheRunningModel();
    void aModelThatCannotBeOpenedSaysSo();

private:
    void showDialog();
    template<class T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void type(int row, const QString &name);
    [[nodiscard]] QStringList captions() const;

    std::unique_ptr<LabelledProject> m_project;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    ModelInfo m_info;
    std::unique_ptr<NameClassesDialog> m_dialog;
};

void NameClassesDialogTest::init()
{
    m_project = std::make_unique<LabelledProject>(QStringList{QStringLiteral("a.png"), QStringLiteral("b.png")},
                                                  QStringList{QStringLiteral("bee")});
    m_backend = std::make_unique<FakeDetectorBackend>();
    FakeModel model;
    model.info.isArtifact = true;
    model.info.hasClassNames = false;
    model.info.classes = {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")};
    model.detectionsByWidth[200] = {{1, 0.87, {10, 10, 60, 60}}, {2, 0.5, {100, 20, 150, 80}}};
    m_info = model.info;
    m_info.folder = QStringLiteral("model.tar.gz");
    m_backend->models[m_info.folder] = model;
}

void NameClassesDialogTest::cleanup()
{
    m_dialog.reset();
    m_backend.reset();
    m_project.reset();
}

void NameClassesDialogTest::showDialog()
{
    m_dialog = std::make_unique<NameClassesDialog>(m_project->session(), m_backend->source(), m_info);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void NameClassesDialogTest::type(int row, const QString &name)
{
    auto *table = find<QTableWidget>("classNames");
    const QPoint place = table->visualItemRect(table->item(row, 1)).center();
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
    auto *field = table->findChild<QLineEdit *>(QStringLiteral("className"));
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(table->item(row, 1)->text(), name);
}

QStringList NameClassesDialogTest::captions() const
{
    QStringList captions;
    for (const OverlayBox &box : find<DetectionPicture>("preview")->boxes())
        captions << box.text;
    return captions;
}

void NameClassesDialogTest::numbersStandOnTheImagesUntilTheyHaveNames()
{
    showDialog();
    QTRY_COMPARE(captions(), (QStringList{QStringLiteral("1 87 %"), QStringLiteral("2 50 %")}));
    QVERIFY(!find<QPushButton>("keepNames")->isEnabled());
    QCOMPARE(find<QLabel>("previewPlace")->text(), QStringLiteral("1 of 2 · a.png"));
    click("nextPreview");
    QCOMPARE(find<QLabel>("previewPlace")->text(), QStringLiteral("2 of 2 · b.png"));
    type(1, QStringLiteral("wasp"));
    QCOMPARE(captions(), (QStringList{QStringLiteral("wasp 87 %"), QStringLiteral("2 50 %")}));
}

void NameClassesDialogTest::namesAreTypedAndNewOnesBecomeClassesOfTheProject()
{
    showDialog();
    QSignalSpy named(m_dialog.get(), &NameClassesDialog::named);
    type(0, QStringLiteral("bee"));
    type(1, QStringLiteral("wasp"));
    type(2, QStringLiteral("hornet"));
    QVERIFY(m_dialog->isVisible()); // Enter ends a field, not the dialog
    click("keepNames");
    const QStringList names{QStringLiteral("bee"), QStringLiteral("wasp"), QStringLiteral("hornet")};
    QCOMPARE(named.size(), 1);
    QCOMPARE(named[0][0].toStringList(), names);
    QCOMPARE(m_project->dataset().classNames(), names);
}

void NameClassesDialogTest::aNumberMayStayWithoutAName()
{
    showDialog();
    QSignalSpy named(m_dialog.get(), &NameClassesDialog::named);
    find<QCheckBox>("addMissing")->setChecked(false);
    type(1, QStringLiteral("wasp"));
    click("keepNames");
    QCOMPARE(named[0][0].toStringList(),
             (QStringList{QStringLiteral("0"), QStringLiteral("wasp"), QStringLiteral("2")}));
    QCOMPARE(m_project->dataset().classNames(), QStringList{QStringLiteral("bee")});
}

void NameClassesDialogTest::twoClassesCannotHaveOneName()
{
    showDialog();
    type(0, QStringLiteral("bee"));
    type(1, QStringLiteral("bee"));
    QVERIFY(!find<QPushButton>("keepNames")->isEnabled());
    QVERIFY(find<QLabel>("message")->text().contains(QStringLiteral("bee")));
    type(1, QStringLiteral("wasp"));
    QVERIFY(find<QPushButton>("keepNames")->isEnabled());
    QVERIFY(!find<QLabel>("message")->isVisible());
}

void NameClassesDialogTest::aFileGivesTheNames()
{
    const QString list = m_project->folder() + QStringLiteral("/classes.txt");
    QVERIFY(writeFile(list, "red\ngreen\nblue\n"));
    showDialog();
    FileDialogAnswer answer(list);
    click("namesFromFile");
    QVERIFY(answer.isGiven());
    QCOMPARE(find<QTableWidget>("classNames")->item(2, 1)->text(), QStringLiteral("blue"));
    QVERIFY(!find<QLabel>("message")->isVisible());
    click("namesFromProject"); // one name for three classes
    QCOMPARE(find<QTableWidget>("classNames")->item(0, 1)->text(), QStringLiteral("bee"));
    QVERIFY(find<QLabel>("message")->isVisible());
}

/// A graph without hyperparameters says how many there are only when it runs.
void NameClassesDialogTest::theNumberOfClassesMayComeFromTheRunningModel()
{
    m_info.classes.clear();
    showDialog();
    QTRY_COMPARE(find<QTableWidget>("classNames")->rowCount(), 3);
    type(2, QStringLiteral("wasp"));
    QVERIFY(find<QPushButton>("keepNames")->isEnabled());
}

void NameClassesDialogTest::aModelThatCannotBeOpenedSaysSo()
{
    m_backend->models[m_info.folder].openError = QStringLiteral("model.tar.gz is torn");
    showDialog();
    QTRY_COMPARE(find<QLabel>("previewPlace")->text(), QStringLiteral("model.tar.gz is torn"));
    type(0, QStringLiteral("bee")); // names can be given all the same
    QVERIFY(find<QPushButton>("keepNames")->isEnabled());
    QCOMPARE(find<QLabel>("previewPlace")->text(), QStringLiteral("model.tar.gz is torn"));
}

QTEST_MAIN(NameClassesDialogTest)
#include "name_classes_dialog_test.moc"
