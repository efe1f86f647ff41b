// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/split_lists_dialog.h"

#include "core/edit/commands/add_label.h"
#include "core/edit/commands/set_split.h"
#include "tests/support/file_dialog_answer.h"
#include "tests/support/format_doubles.h"
#include "tests/support/labelled_project.h"
#include "ui/data/data_page.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

using namespace boxwright;

/// Splits from list files, on the images a.png .. d.png with a bee on the first; the last is for testing.
class SplitListsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDataPageOffersIt();
    void withoutAListThereIsNothingToDo();
    void listsBecomeSplitsInOneStep();
    void linesThatNameNoImageAreShown();
    void wrongListsAreSaid_data();
    void wrongListsAreSaid();
    void whatIsTypedAnewWaitsToBeRead();

private:
    void showDialog();
    void type(Split split, const QString &path) const;
    QString put(const char *name, const QByteArray &text) const
    {
        const QString path = QDir(m_project->folder()).filePath(QLatin1String(name));
        return putFile(path, text) ? path : QString();
    }
    [[nodiscard]] Split splitAt(qsizetype image) const { return m_project->dataset().imageAt(image).info.split; }
    template<class T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QPushButton *split() const { return find<QPushButton>("split"); }
    [[nodiscard]] QString outcome() const { return find<QLabel>("outcome")->text(); }

    std::unique_ptr<LabelledProject> m_project;
    QPointer<SplitListsDialog> m_dialog;
};

void SplitListsDialogTest::init()
{
    m_project = std::make_unique<LabelledProject>(
        QStringList{QStringLiteral("a.png"), QStringLiteral("b.png"), QStringLiteral("c.png"), QStringLiteral("d.png")},
        QStringList{QStringLiteral("bee")});
    Document &document = m_project->document();
    Label label;
    label.classId = m_project->classAt(0);
    label.box = {4, 5, 20.5, 30};
    QVERIFY(document.push(std::make_unique<AddLabel>(document, m_project->imageAt(0), label)));
    QVERIFY(document.push(std::make_unique<SetSplit>(document, QList<ImageId>{m_project->imageAt(3)}, Split::Test)));
}

void SplitListsDialogTest::cleanup()
{
    delete m_dialog.data();
    m_project.reset();
}

void SplitListsDialogTest::showDialog()
{
    m_dialog = new SplitListsDialog(m_project->session());
    m_dialog->show();
}

void SplitListsDialogTest::type(Split split, const QString &path) const
{
    auto *field = m_dialog->findChild<QLineEdit *>(QStringLiteral("list%1").arg(int(split)));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, path);
}

void SplitListsDialogTest::theDataPageOffersIt()
{
    DataPage page(m_project->session());
    page.show();
    QSignalSpy wanted(&page, &DataPage::splitListsWanted);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("splitLists")), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void SplitListsDialogTest::withoutAListThereIsNothingToDo()
{
    showDialog();
    QVERIFY(!split()->isEnabled());
    QVERIFY(!find<QLabel>("outcome")->isVisible());
}

void SplitListsDialogTest::listsBecomeSplitsInOneStep()
{
    showDialog();
    FileDialogAnswer answer(put("train.txt", "a\nb.png\n"));
    QTest::mouseClick(find<QPushButton>(qPrintable(QStringLiteral("chooseList%1").arg(int(Split::Train)))),
                      Qt::LeftButton);
    QVERIFY(answer.isGiven());
    type(Split::Validation, put("val.txt", "c.png\n"));
    QTRY_VERIFY(split()->isEnabled());
    QVERIFY2(outcome().contains(QLatin1String("Images: 2 training, 1 validation, 1 test")), qPrintable(outcome()));
    QVERIFY2(outcome().contains(QLatin1String("bee: 1 training, 0 validation, 0 test")), qPrintable(outcome()));
    QVERIFY2(outcome().contains(QLatin1String("1 image")), qPrintable(outcome())); // keeps its split
    QVERIFY(!find<QLabel>("unknown")->isVisible());
    QCOMPARE(splitAt(0), Split::None);
    const int steps = m_project->document().undoStack().count();
    QTest::mouseClick(split(), Qt::LeftButton);
    QCOMPARE(splitAt(0), Split::Train);
    QCOMPARE(splitAt(1), Split::Train);
    QCOMPARE(splitAt(2), Split::Validation);
    QCOMPARE(splitAt(3), Split::Test);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_project->document().undoStack().count(), steps + 1);
    m_project->document().undoStack().undo();
    QCOMPARE(splitAt(0), Split::None);
    QCOMPARE(splitAt(2), Split::None);
}

void SplitListsDialogTest::linesThatNameNoImageAreShown()
{
    showDialog();
    type(Split::Train, put("train.txt", "a.png\nmoth.png\nhornet\n"));
    QTRY_VERIFY(split()->isEnabled());
    QVERIFY(find<QLabel>("unknown")->isVisible());
    QVERIFY2(find<QLabel>("unknown")->text().startsWith(QLatin1String("2 ")),
             qPrintable(find<QLabel>("unknown")->text()));
    const QString lines = find<QPlainTextEdit>("notes")->toPlainText();
    QVERIFY2(lines.contains(QLatin1String("train.txt, line 2: moth.png")), qPrintable(lines));
    QVERIFY2(lines.contains(QLatin1String("train.txt, line 3: hornet")), qPrintable(lines));
}

void SplitListsDialogTest::wrongListsAreSaid_data()
{
    QTest::addColumn<QByteArray>("train");
    QTest::addColumn<QByteArray>("validation");
    QTest::addColumn<QString>("said");
    QTest::newRow("no image in any") << QByteArray("moth.png\n") << QByteArray() << QStringLiteral("moth.png");
    QTest::newRow("in two splits") << QByteArray("a\nb\n") << QByteArray("b\n") << QStringLiteral("val.txt, line 1: b");
}

void SplitListsDialogTest::wrongListsAreSaid()
{
    QFETCH(QByteArray, train);
    QFETCH(QByteArray, validation);
    QFETCH(QString, said);
    showDialog();
    type(Split::Train, put("train.txt", train));
    if (!validation.isEmpty())
        type(Split::Validation, put("val.txt", validation));
    QTRY_VERIFY2(outcome().contains(said), qPrintable(outcome()));
    QVERIFY(!split()->isEnabled());
}

void SplitListsDialogTest::whatIsTypedAnewWaitsToBeRead()
{
    showDialog();
    type(Split::Train, put("train.txt", "a.png\n"));
    QTRY_VERIFY(split()->isEnabled());
    type(Split::Train, QDir(m_project->folder()).filePath(QStringLiteral("none.txt")));
    QVERIFY(!split()->isEnabled());
    QTRY_VERIFY2(outcome().contains(QLatin1String("none.txt")), qPrintable(outcome()));
    QVERIFY(!split()->isEnabled());
}

QTEST_MAIN(SplitListsDialogTest)
#include "split_lists_dialog_test.moc"
