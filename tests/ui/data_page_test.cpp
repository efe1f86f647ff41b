// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/alter_labels.h"
#include "tests/support/labelled_project.h"
#include "ui/charts/count_chart.h"
#include "ui/data/data_page.h"
#include "ui/dialogs/split_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace boxwright;

/// The Data page and the split dialog on ten images, six of them with a label of the class bee.
class DataPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void figuresFollowTheDocument();
    void aFindingOpensItsImages();
    void sizesAreJudgedAtTheChosenImageShape();
    void mendingIsOneStep();
    void chartsAreSavedAsPictures_data();
    void chartsAreSavedAsPictures();
    void theSplitDialogShowsWhatItWillDo();
    void aSplitThatCannotBeIsSaid();

private:
    void addLabel(qsizetype image, const Box &box);
    void check(DataPage &page);

    std::unique_ptr<LabelledProject> m_project;
};

void DataPageTest::init()
{
    QStringList names;
    for (int i = 0; i < 10; ++i)
        names << QStringLiteral("%1.png").arg(i);
    m_project = std::make_unique<LabelledProject>(names, QStringList{QStringLiteral("bee"), QStringLiteral("wasp")});
    QList<ImageFacts> facts; // as the program reads them from the files
    for (qsizetype i = 0; i < 10; ++i)
        facts.append({m_project->imageAt(i), {200, 100}, 1, {}});
    m_project->document().learn(facts);
    for (qsizetype i = 0; i < 6; ++i)
        addLabel(i, {20, 20, 80, 80});
}

void DataPageTest::addLabel(qsizetype image, const Box &box)
{
    Label label;
    label.classId = m_project->classAt(0);
    label.box = box;
    Document &document = m_project->document();
    QVERIFY(document.push(std::make_unique<AddLabel>(document, m_project->imageAt(image), label)));
    // What a person draws is cut at the edge; files know no such care.
    const Label added = m_project->dataset().imageAt(image).labels.last();
    if (added.box != box)
        QVERIFY(document.push(std::make_unique<AlterLabels>(
            document, QStringLiteral("As a file"), QList<LabelFix>{{m_project->imageAt(image), added.id, box}})));
}

void DataPageTest::check(DataPage &page)
{
    QSignalSpy checked(&page, &DataPage::checked);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("check")), Qt::LeftButton);
    QVERIFY(checked.wait(30'000));
}

void DataPageTest::figuresFollowTheDocument()
{
    DataPage page(m_project->session());
    page.show();
    const auto *figures = page.findChild<QLabel *>(QStringLiteral("figures"));
    QVERIFY2(figures->text().contains(QLatin1String("10 images, 6 labels, 2 classes")), qPrintable(figures->text()));
    const auto *chart = page.findChild<CountChart *>(QStringLiteral("chart0"));
    QCOMPARE(chart->content().bars[0].parts, QList<qint64>{6});
    addLabel(7, {20, 20, 80, 80});
    QTRY_VERIFY(figures->text().contains(QLatin1String("7 labels")));
    QCOMPARE(chart->content().bars[0].parts, QList<qint64>{7});
}

void DataPageTest::aFindingOpensItsImages()
{
    addLabel(3, {190, 20, 230, 80}); // the images are 200 x 100
    DataPage page(m_project->session());
    page.show();
    check(page);
    auto *list = page.findChild<QListView *>(QStringLiteral("findings"));
    QVERIFY(list->model()->rowCount() > 0);
    QVERIFY2(list->model()->index(0, 0).data().toString().startsWith(QLatin1String("Boxes beyond the image")),
             qPrintable(list->model()->index(0, 0).data().toString()));
    list->setCurrentIndex(list->model()->index(0, 0));
    const auto *images = page.findChild<QListWidget *>(QStringLiteral("findingImages"));
    QCOMPARE(images->count(), 1);
    QSignalSpy wanted(&page, &DataPage::imageWanted);
    Q_EMIT const_cast<QListWidget *>(images)->itemActivated(images->item(0));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<ImageId>(), m_project->imageAt(3));
}

void DataPageTest::sizesAreJudgedAtTheChosenImageShape()
{
    addLabel(3, {100, 20, 106, 80}); // of 200 pixels: 9 of 300, 3 of 100
    const auto hasTiny = [this](DataPage &page) {
        page.show();
        check(page);
        const QAbstractItemModel &list = *page.findChild<QListView *>(QStringLiteral("findings"))->model();
        return !list.match(list.index(0, 0), Qt::DisplayRole, QStringLiteral("Tiny"), 1, Qt::MatchStartsWith).isEmpty();
    };
    DataPage page(m_project->session());
    QVERIFY(!hasTiny(page));
    page.findChild<QSpinBox *>(QStringLiteral("imageShape"))->setValue(100);
    QVERIFY(hasTiny(page));
    DataPage later(m_project->session());
    QVERIFY(hasTiny(later)); // it is remembered
}

void DataPageTest::mendingIsOneStep()
{
    addLabel(3, {190, 20, 230, 80});
    addLabel(4, {20, 20, 80, 80}); // repeats the one that is there
    DataPage page(m_project->session());
    page.show();
    check(page);
    auto *mend = page.findChild<QPushButton *>(QStringLiteral("mend"));
    QVERIFY(mend->isVisible() && mend->text().contains(u'2'));
    const int steps = m_project->document().undoStack().count();
    QSignalSpy checked(&page, &DataPage::checked);
    QTest::mouseClick(mend, Qt::LeftButton);
    QVERIFY(checked.wait(30'000)); // it looks again by itself
    QCOMPARE(m_project->document().undoStack().count(), steps + 1);
    QCOMPARE(m_project->dataset().labelCount(), qint64{7});
    QVERIFY(!mend->isVisible());
    m_project->document().undoStack().undo();
    QCOMPARE(m_project->dataset().labelCount(), qint64{8});
}

void DataPageTest::chartsAreSavedAsPictures_data()
{
    QTest::addColumn<int>("chart");
    for (int i = 0; i < 6; ++i)
        QTest::newRow(qPrintable(QStringLiteral("chart %1").arg(i))) << i;
}

void DataPageTest::chartsAreSavedAsPictures()
{
    QFETCH(int, chart);
    DataPage page(m_project->session());
    page.show();
    const auto *widget = page.findChild<CountChart *>(QStringLiteral("chart%1").arg(chart));
    const QString png = QDir(m_project->folder()).filePath(QStringLiteral("chart.png"));
    QVERIFY(widget->savePicture(png));
    const QImage picture(png);
    QVERIFY(picture.width() > 500 && picture.height() > 50);
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2)
            colors.insert(picture.pixel(x, y));
    }
    QVERIFY(colors.size() > 3); // paper, words, bars
    const QString svg = QDir(m_project->folder()).filePath(QStringLiteral("chart.svg"));
    QVERIFY(widget->savePicture(svg));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<svg") && text.contains(widget->content().title.toUtf8()));
    QVERIFY(!widget->savePicture(QStringLiteral("/nowhere/at/all.png")));
}

void DataPageTest::theSplitDialogShowsWhatItWillDo()
{
    QPointer<SplitDialog> dialog = new SplitDialog(m_project->session());
    dialog->show();
    dialog->findChild<QSpinBox *>(QStringLiteral("validationShare"))->setValue(20);
    const auto *outcome = dialog->findChild<QLabel *>(QStringLiteral("outcome"));
    QVERIFY2(outcome->text().contains(QLatin1String("8 training, 2 validation, 0 test")), qPrintable(outcome->text()));
    const int steps = m_project->document().undoStack().count();
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("split")), Qt::LeftButton);
    int validation = 0;
    for (qsizetype i = 0; i < 10; ++i)
        validation += m_project->dataset().imageAt(i).info.split == Split::Validation ? 1 : 0;
    QCOMPARE(validation, 2);
    QCOMPARE(m_project->document().undoStack().count(), steps + 1);
    QTRY_VERIFY(!dialog);
}

void DataPageTest::aSplitThatCannotBeIsSaid()
{
    SplitDialog dialog(m_project->session());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    for (const char *name : {"trainShare", "validationShare", "testShare"})
        dialog.findChild<QSpinBox *>(QLatin1String(name))->setValue(0);
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("split"))->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("outcome"))->text().contains(u'0'));
    dialog.findChild<QSpinBox *>(QStringLiteral("trainShare"))->setValue(50);
    QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("split"))->isEnabled());
    // All images of the project look the same: they must stay together, in whichever split.
    auto *grouping = dialog.findChild<QComboBox *>(QStringLiteral("grouping"));
    grouping->setCurrentIndex(grouping->findData(int(SplitGrouping::NearDuplicate)));
    const auto *outcome = dialog.findChild<QLabel *>(QStringLiteral("outcome"));
    QTRY_VERIFY_WITH_TIMEOUT(outcome->text().contains(QLatin1String("1 group")), 30'000);
}

QTEST_MAIN(DataPageTest)
#include "data_page_test.moc"
