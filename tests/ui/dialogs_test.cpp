// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/move_class.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/import_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

/// Both dialogs on a project with the images 0.png .. 3.png of 64 x 48, the classes bee and wasp, and a bee on the
/// first three images.
class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void itSaysHowMuchWillGo();
    void anExportIsWrittenReadBackAndTold();
    void returnExportsAndImports();
    void allOfItIsWithinTheScreen();
    void anEmptyFolderNameStopsTheButtonNotTheProgram();
    void aFolderWithForeignFilesIsRefusedAndKept();
    void anotherClassOrderAsksFirst();
    void newClassesAtTheEndDoNotAsk();
    void classesAreLeftOutRenamedAndMerged();
    void whatCannotBeCarriedIsToldBefore();
    void anAddressThatIsNoneIsRefused();
    void anExportComesBackThroughTheImportDialogInOneStep();
    void importingWhatNoFormatKnowsSaysSo();

private:
    void showDialog();
    void typeInto(const char *name, const QString &text) const;
    void clickExport() const;
    template<class T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString message() const { return find<QLabel>("message")->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectSession> m_session;
    QPointer<QDialog> m_dialog;
};

void DialogsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto session = ProjectSession::create(m_folder->filePath(QStringLiteral("p.boxwright")));
    QVERIFY(session);
    m_session = std::move(*session);
    Document &document = m_session->document();
    for (const QString &name : {QStringLiteral("bee"), QStringLiteral("wasp")})
        QVERIFY(document.push(std::make_unique<AddClass>(document, name)));
    QList<ImageInfo> infos;
    for (int i = 0; i < 4; ++i) {
        ImageInfo info;
        info.path = QStringLiteral("%1.png").arg(i);
        info.size = {64, 48};
        QVERIFY(QImage(64, 48, QImage::Format_RGB888).save(m_folder->filePath(info.path)));
        infos << info;
    }
    QVERIFY(document.push(std::make_unique<AddImages>(document, infos)));
    for (int i = 0; i < 3; ++i) {
        Label label;
        label.classId = document.dataset().classes()[0].id;
        label.box = {4, 5, 20.5, 30};
        QVERIFY(document.push(std::make_unique<AddLabel>(document, document.dataset().imageAt(i).info.id, label)));
    }
}

void DialogsTest::cleanup()
{
    delete m_dialog.data();
    m_session.reset();
}

void DialogsTest::showDialog()
{
    m_dialog = new ExportDialog(*m_session);
    m_dialog->show();
    auto *format = find<QComboBox>("format");
    format->setCurrentIndex(format->findData(QStringLiteral("augmented-manifest")));
}

void DialogsTest::typeInto(const char *name, const QString &text) const
{
    auto *line = find<QLineEdit>(name);
    line->setFocus();
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

void DialogsTest::clickExport() const
{
    QTest::mouseClick(find<QPushButton>("export"), Qt::LeftButton);
}

void DialogsTest::itSaysHowMuchWillGo()
{
    showDialog();
    const QString preview = find<QLabel>("preview")->text();
    QVERIFY2(preview.contains(QStringLiteral("3 label")), qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("0 bee, 1 wasp")), qPrintable(preview));
    QVERIFY(find<QPushButton>("export")->isEnabled());
    QVERIFY(!find<QPushButton>("openFolder")->isVisible());
    find<QComboBox>("split")->setCurrentIndex(3);
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    QVERIFY(!message().isEmpty());
}

void DialogsTest::anExportIsWrittenReadBackAndTold()
{
    showDialog();
    const QString target = m_folder->filePath(QStringLiteral("out"));
    typeInto("folder", target);
    QSignalSpy exported(static_cast<ExportDialog *>(m_dialog.data()), &ExportDialog::exported);
    clickExport();
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported[0][0].value<ExportReport>().labels, 3);
    QVERIFY(message().contains(QDir::toNativeSeparators(target)));
    QVERIFY(find<QPushButton>("openFolder")->isVisible());
    QVERIFY(!QDir(target).isEmpty());
    QCOMPARE(m_session->setting(QStringLiteral("export/classOrder")), QStringLiteral("[\"bee\",\"wasp\"]"));

    // Over an earlier export it may write again.
    clickExport();
    QTRY_COMPARE(exported.size(), 2);
}

void DialogsTest::returnExportsAndImports()
{
    showDialog();
    const QString target = m_folder->filePath(QStringLiteral("out"));
    typeInto("folder", target);
    QSignalSpy exported(static_cast<ExportDialog *>(m_dialog.data()), &ExportDialog::exported);
    QTest::keyClick(find<QLineEdit>("folder"), Qt::Key_Return);
    QTRY_COMPARE(exported.size(), 1);
    delete m_dialog.data();

    m_dialog = new ImportDialog(*m_session);
    m_dialog->show();
    typeInto("source", target);
    QTRY_VERIFY(find<QPushButton>("import")->isEnabled());
    QSignalSpy imported(static_cast<ImportDialog *>(m_dialog.data()), &ImportDialog::imported);
    QTest::keyClick(find<QLineEdit>("source"), Qt::Key_Return);
    QCOMPARE(imported.size(), 1);
}

/// With every field open, and something to say.
void DialogsTest::allOfItIsWithinTheScreen()
{
    showDialog();
    for (const char *name : {"cloudWanted", "chooseClasses"})
        find<QCheckBox>(name)->setChecked(true);
    QTRY_VERIFY(find<QLineEdit>("cloudRole")->isVisible());
    const QRect screen = m_dialog->screen()->availableGeometry();
    const auto *button = find<QPushButton>("export");
    QTRY_VERIFY2(m_dialog->height() <= screen.height(), qPrintable(QString::number(m_dialog->height())));
    QVERIFY(m_dialog->rect().contains(QRect(button->mapTo(m_dialog.data(), QPoint()), button->size())));
}

void DialogsTest::anEmptyFolderNameStopsTheButtonNotTheProgram()
{
    showDialog();
    typeInto("folder", QString());
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    QVERIFY(message().contains(QStringLiteral("folder")));
}

void DialogsTest::aFolderWithForeignFilesIsRefusedAndKept()
{
    const QString target = m_folder->filePath(QStringLiteral("mine"));
    QVERIFY(QDir().mkpath(target));
    QFile thesis(target + QStringLiteral("/thesis.txt"));
    QVERIFY(thesis.open(QIODevice::WriteOnly));
    thesis.close();
    showDialog();
    typeInto("folder", target);
    clickExport();
    QTRY_VERIFY(message().contains(QStringLiteral("thesis.txt")));
    QVERIFY(QFile::exists(thesis.fileName()));
    QTRY_VERIFY(find<QPushButton>("export")->isEnabled());
}

void DialogsTest::anotherClassOrderAsksFirst()
{
    m_session->setSetting(QStringLiteral("export/classOrder"), QStringLiteral("[\"bee\",\"wasp\"]"));
    Document &document = m_session->document();
    const ClassId wasp = document.dataset().classNamed(QStringLiteral("wasp"))->id;
    QVERIFY(document.push(std::make_unique<MoveClass>(document, wasp, 0)));
    showDialog();
    QVERIFY(find<QLabel>("orderWarning")->isVisible());
    QVERIFY(find<QLabel>("orderWarning")->text().contains(QStringLiteral("0 bee, 1 wasp")));
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    QTest::mouseClick(find<QCheckBox>("orderAccepted"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(find<QPushButton>("export")->isEnabled());
    clickExport();
    QTRY_COMPARE(m_session->setting(QStringLiteral("export/classOrder")), QStringLiteral("[\"wasp\",\"bee\"]"));
    QTRY_VERIFY(!find<QLabel>("orderWarning")->isVisible());
}

void DialogsTest::newClassesAtTheEndDoNotAsk()
{
    m_session->setSetting(QStringLiteral("export/classOrder"), QStringLiteral("[\"bee\"]"));
    showDialog();
    QVERIFY(!find<QLabel>("orderWarning")->isVisible());
    QVERIFY(find<QPushButton>("export")->isEnabled());
}

void DialogsTest::classesAreLeftOutRenamedAndMerged()
{
    showDialog();
    auto *table = find<QTableWidget>("classes");
    QVERIFY(!table->isVisible());
    QTest::mouseClick(find<QCheckBox>("chooseClasses"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(table->isVisible());
    table->item(1, 1)->setText(QStringLiteral("bee")); // wasp becomes bee
    const QString merged = find<QLabel>("preview")->text();
    QVERIFY2(merged.contains(QStringLiteral("0 bee")) && !merged.contains(QStringLiteral("1 ")), qPrintable(merged));
    table->item(1, 1)->setText(QStringLiteral("wasp"));
    table->item(0, 0)->setCheckState(Qt::Unchecked);
    const QString left = find<QLabel>("preview")->text();
    QVERIFY2(left.contains(QStringLiteral("0 wasp")) && left.contains(QStringLiteral("0 label")), qPrintable(left));
    table->item(1, 0)->setCheckState(Qt::Unchecked);
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    QVERIFY(!message().isEmpty());
}

void DialogsTest::whatCannotBeCarriedIsToldBefore()
{
    Document &document = m_session->document();
    Label label;
    label.classId = document.dataset().classes()[0].id;
    label.box = {1, 1, 9, 9};
    label.flags = LabelFlag::Crowd;
    QVERIFY(document.push(std::make_unique<AddLabel>(document, document.dataset().imageAt(3).info.id, label)));
    showDialog();
    QTRY_VERIFY(find<QPlainTextEdit>("notes")->toPlainText().contains(QStringLiteral("crowd")));
    QVERIFY(find<QPlainTextEdit>("notes")->toPlainText().contains(QStringLiteral("3.png")));
}

void DialogsTest::anAddressThatIsNoneIsRefused()
{
    showDialog();
    typeInto("s3Prefix", QStringLiteral("http://bucket"));
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    QVERIFY(message().contains(QStringLiteral("http://bucket")));
    typeInto("s3Prefix", QStringLiteral("s3://my-bucket/bees/"));
    QVERIFY(find<QPushButton>("export")->isEnabled());
}

void DialogsTest::anExportComesBackThroughTheImportDialogInOneStep()
{
    showDialog();
    const QString target = m_folder->filePath(QStringLiteral("out"));
    typeInto("folder", target);
    QSignalSpy exported(static_cast<ExportDialog *>(m_dialog.data()), &ExportDialog::exported);
    clickExport();
    QTRY_COMPARE(exported.size(), 1);
    delete m_dialog.data();

    const QStringList manifests = QDir(target).entryList({QStringLiteral("*.manifest")});
    QVERIFY(!manifests.isEmpty());
    auto other = ProjectSession::create(m_folder->filePath(QStringLiteral("other.boxwright")));
    QVERIFY(other);
    ProjectSession &session = **other;
    m_dialog = new ImportDialog(session);
    m_dialog->show();
    QSignalSpy imported(static_cast<ImportDialog *>(m_dialog.data()), &ImportDialog::imported);
    typeInto("images", m_folder->path());
    typeInto("source", QDir(target).filePath(manifests[0]));
    QTRY_VERIFY(find<QPushButton>("import")->isEnabled());
    QVERIFY2(message().contains(QStringLiteral("3 label")), qPrintable(message()));
    QVERIFY2(message().contains(QStringLiteral("bee")), qPrintable(message()));
    QCOMPARE(session.dataset().imageCount(), 0);
    auto *split = find<QComboBox>("split");
    split->setCurrentIndex(split->findData(int(Split::Validation)));
    QTest::mouseClick(find<QPushButton>("import"), Qt::LeftButton);
    QCOMPARE(imported.size(), 1);
    QCOMPARE(session.dataset().labelCount(), 3);
    QCOMPARE(session.dataset().imageAt(0).info.split, Split::Validation);
    QCOMPARE(session.dataset().imageAt(0).labels[0].box, (Box{4, 5, 20.5, 30}));
    QVERIFY(!find<QPushButton>("import")->isEnabled());
    session.document().undoStack().undo();
    QCOMPARE(session.dataset().imageCount(), 0);
    QVERIFY(session.dataset().classes().isEmpty());
    delete m_dialog.data();
}

void DialogsTest::importingWhatNoFormatKnowsSaysSo()
{
    QFile file(m_folder->filePath(QStringLiteral("poem.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("The bee is small.\n");
    file.close();
    m_dialog = new ImportDialog(*m_session);
    m_dialog->show();
    typeInto("source", file.fileName());
    QTRY_VERIFY(message().contains(QStringLiteral("poem.txt")));
    QVERIFY(!find<QPushButton>("import")->isEnabled());
    typeInto("source", m_folder->filePath(QStringLiteral("nowhere")));
    QTRY_VERIFY(message().contains(QStringLiteral("nowhere")));
}

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
