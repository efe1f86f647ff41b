// SPDX-License-Identifier: GPL-3.0-or-later
// The Review page under real mouse and key events.
#include "tests/support/fake_detector_backend.h"
#include "tests/support/labelled_project.h"
#include "ui/review/review_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace boxwright;

/// A project of three images with the class bee; the model "good" finds bees on every image that is looked at.
class ReviewPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Dark); }
    void init();
    void cleanup();

    void withoutAModelItSaysWhatToDo();
    void theMostDoubtfulImageComesFirst();
    void aHigherConfidenceShowsFewer();
    void acceptingAllIsOneUndoStep();
    void rejectingAllIsOneUndoStep();
    void anImageIsOpenedByMouseAndByKey();
    void theModelLooksAtWhatNobodyHasReviewed();

private:
    void suggest(qsizetype image, const QList<double> &confidences);
    template<class T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QStringList shownNames() const;
    void showPage();

    std::unique_ptr<LabelledProject> m_project;
    std::unique_ptr<FakeDetectorBackend> m_backend;
    std::unique_ptr<LabelState> m_state;
    std::unique_ptr<DetectionRunner> m_detection;
    std::unique_ptr<ReviewPage> m_page;
};

void ReviewPageTest::init()
{
    m_project = std::make_unique<LabelledProject>(
        QStringList{QStringLiteral("a.png"), QStringLiteral("b.png"), QStringLiteral("c.png")},
        QStringList{QStringLiteral("bee")});
    m_backend = std::make_unique<FakeDetectorBackend>();
    FakeModel model;
    model.info.name = QStringLiteral("quick-1");
    model.info.classes = {QStringLiteral("bee")};
    model.detectionsByWidth[200] = {{0, 0.8, {10, 10, 40, 40}}};
    m_backend->models[QStringLiteral("good")] = model;
    m_state = std::make_unique<LabelState>(m_project->document());
    m_detection = std::make_unique<DetectionRunner>(m_project->session(), m_backend->source());
}

void ReviewPageTest::cleanup()
{
    m_page.reset();
    m_detection.reset();
    m_state.reset();
    m_backend.reset();
    m_project.reset();
}

void ReviewPageTest::suggest(qsizetype image, const QList<double> &confidences)
{
    QList<Suggestion> suggestions;
    double left = 1;
    for (const double confidence : confidences) {
        suggestions.append(
            {SuggestionId::None, m_project->classAt(0), {left, 1, left + 8, 9}, confidence, QStringLiteral("quick-1")});
        left += 10;
    }
    m_project->document().suggest(m_project->imageAt(image), suggestions);
}

QStringList ReviewPageTest::shownNames() const
{
    QStringList names;
    const QAbstractItemModel *model = find<QListView>("openImages")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data().toString();
    return names;
}

void ReviewPageTest::showPage()
{
    m_page = std::make_unique<ReviewPage>(*m_state, m_project->session(), *m_detection);
    m_page->resize(1100, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void ReviewPageTest::withoutAModelItSaysWhatToDo()
{
    showPage();
    QSignalSpy wanted(m_page.get(), &ReviewPage::modelsWanted);
    QVERIFY(!find<QPushButton>("acceptAll")->isEnabled());
    QVERIFY(!find<QPushButton>("lookAtImages")->isVisible());
    click("chooseModel");
    QCOMPARE(wanted.size(), 1);
}

void ReviewPageTest::theMostDoubtfulImageComesFirst()
{
    suggest(0, {0.95});
    suggest(2, {0.9, 0.55});
    showPage();
    QCOMPARE(shownNames(), (QStringList{QStringLiteral("c.png"), QStringLiteral("a.png")}));
    suggest(1, {0.51});
    QTRY_COMPARE(shownNames().size(), 3);
    QCOMPARE(shownNames().first(), QStringLiteral("b.png"));
}

void ReviewPageTest::aHigherConfidenceShowsFewer()
{
    suggest(0, {0.95});
    suggest(1, {0.6});
    showPage();
    QCOMPARE(shownNames().size(), 2);
    auto *slider = find<QSlider>("reviewSlider");
    slider->setFocus();
    while (slider->value() < 70)
        QTest::keyClick(slider, Qt::Key_PageUp);
    QTRY_COMPARE(shownNames(), QStringList{QStringLiteral("a.png")});
    QVERIFY(m_state->minConfidence() >= 0.7);
}

void ReviewPageTest::acceptingAllIsOneUndoStep()
{
    suggest(0, {0.95, 0.7, 0.2});
    suggest(1, {0.6});
    showPage();
    const int steps = m_project->document().undoStack().count();
    QVERIFY(find<QPushButton>("acceptAll")->text().contains(QLatin1Char('3')));
    click("acceptAll");
    QCOMPARE(m_project->dataset().labelCount(), 3);
    QCOMPARE(m_project->dataset().imageAt(0).labels.first().origin, Origin::Model);
    QCOMPARE(m_project->dataset().imageAt(0).suggestions.size(), 1); // below the confidence
    QCOMPARE(m_project->document().undoStack().count(), steps + 1);
    QCOMPARE(shownNames().size(), 0);
    m_project->document().undoStack().undo();
    QCOMPARE(m_project->dataset().labelCount(), 0);
    QTRY_COMPARE(shownNames().size(), 2);
}

void ReviewPageTest::rejectingAllIsOneUndoStep()
{
    suggest(0, {0.95, 0.7});
    suggest(1, {0.6});
    showPage();
    click("rejectAll");
    QCOMPARE(m_project->dataset().labelCount(), 0);
    QVERIFY(m_project->dataset().imageAt(0).suggestions.isEmpty());
    m_project->document().undoStack().undo();
    QCOMPARE(m_project->dataset().imageAt(0).suggestions.size(), 2);
    QCOMPARE(m_project->dataset().imageAt(1).suggestions.size(), 1);
}

void ReviewPageTest::anImageIsOpenedByMouseAndByKey()
{
    suggest(0, {0.6});
    suggest(1, {0.9});
    showPage();
    QSignalSpy wanted(m_page.get(), &ReviewPage::imageWanted);
    auto *list = find<QListView>("openImages");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<ImageId>(), m_project->imageAt(1));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Left);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][0].value<ImageId>(), m_project->imageAt(0));
}

void ReviewPageTest::theModelLooksAtWhatNobodyHasReviewed()
{
    m_detection->setModel(QStringLiteral("good"));
    suggest(1, {0.9});
    showPage();
    auto *look = find<QPushButton>("lookAtImages");
    QVERIFY(look->text().contains(QLatin1Char('2')));
    click("lookAtImages");
    QTRY_VERIFY(!m_detection->isRunning());
    QTRY_COMPARE(shownNames().size(), 3);
    QTRY_VERIFY(!look->isEnabled());
    QVERIFY(!m_project->document().undoStack().undoText().contains(QStringLiteral("Detect")));
}

QTEST_MAIN(ReviewPageTest)
#include "review_page_test.moc"
