// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_page.h"

#include "core/jobs/job.h"
#include "core/review/health_check.h"
#include "ui/charts/count_chart.h"
#include "ui/data/dataset_charts.h"
#include "ui/data/finding_view.h"
#include "ui/data/findings_model.h"
#include "ui/dialogs/job_strip.h"
#include "ui/panels/panel_parts.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kPanelWidth = 320;
constexpr int kRefreshMs = 300;
constexpr int kChartCount = 6;
const QString kImageShapeSetting = QStringLiteral("health/image_shape");

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    setKind(*label, "heading");
    return label;
}

QString figuresText(const DatasetStatistics &statistics)
{
    const QLocale locale;
    const auto number = [&locale](qint64 count) { return locale.toString(count); };
    return QStringList{
        DataPage::tr("%1 images, %2 labels, %3 classes")
            .arg(number(statistics.images), number(statistics.labels), number(statistics.classes.size())),
        DataPage::tr("%1 reviewed, %2 empty, %3 open")
            .arg(number(statistics.imagesOfState[1]), number(statistics.imagesOfState[2]),
                 number(statistics.imagesOfState[0])),
        DataPage::tr("%1 training, %2 validation, %3 test, %4 in no split")
            .arg(number(statistics.imagesOfSplit[1]), number(statistics.imagesOfSplit[2]),
                 number(statistics.imagesOfSplit[3]), number(statistics.imagesOfSplit[0]))}
        .join(u'\n');
}

} // namespace

DataPage::DataPage(ProjectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("dataPage"));
    m_findings = new FindingsModel(this);
    m_view = new FindingView(session);
    m_right = new QStackedWidget;
    m_right->addWidget(buildCharts());
    m_right->addWidget(m_view);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(20, 16, 20, 16);
    right->addWidget(m_right);
    auto *line = new QFrame;
    setKind(*line, "line");
    line->setFixedWidth(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildPanel());
    layout->addWidget(line);
    layout->addLayout(right, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &DataPage::refresh);
    connect(&session.document(), &Document::changed, this, [this] {
        m_isStale = true;
        m_isReportStale = true;
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_view, &FindingView::imageWanted, this, &DataPage::imageWanted);
    connect(m_view, &FindingView::closeWanted, this, [this] {
        m_list->clearSelection();
        m_right->setCurrentIndex(0);
    });
    showState();
}

DataPage::~DataPage() = default;

QWidget *DataPage::buildPanel()
{
    auto *panel = new QFrame;
    setKind(*panel, "panel");
    panel->setFixedWidth(kPanelWidth);
    m_healthWords = new QLabel;
    m_healthWords->setObjectName(QStringLiteral("healthWords"));
    m_healthWords->setWordWrap(true);
    setKind(*m_healthWords, "dim");
    m_imageShape = new QSpinBox;
    m_imageShape->setObjectName(QStringLiteral("imageShape"));
    m_imageShape->setRange(32, 4096);
    const int remembered = m_session.setting(kImageShapeSetting).toInt();
    m_imageShape->setValue(remembered > 0 ? remembered : HealthOptions().imageShape);
    m_imageShape->setToolTip(tr("Side of the square that the network will see: boxes are tiny or not by it."));
    m_check = new QPushButton(tr("Check the data set"));
    m_check->setObjectName(QStringLiteral("check"));
    setKind(*m_check, "primary");
    m_mend = new QPushButton;
    m_mend->setObjectName(QStringLiteral("mend"));
    m_mend->setToolTip(tr("Cuts boxes at the image's edge, deletes boxes without area and repeated boxes. One step: "
                          "undo takes all of it back."));
    m_strip = new JobStrip;
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setAccessibleName(tr("Findings"));
    prepareList(*m_list);
    m_list->setModel(m_findings);
    auto *shape = new QFormLayout;
    shape->addRow(tr("For image_shape"), m_imageShape);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(buildFigures());
    layout->addSpacing(8);
    layout->addWidget(heading(tr("Health")));
    layout->addWidget(m_healthWords);
    layout->addLayout(shape);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_mend);
    layout->addWidget(m_strip);
    layout->addWidget(m_check);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->isRunning())
            m_job->cancel();
        else
            check();
    });
    connect(m_imageShape, &QSpinBox::valueChanged, this, [this](int side) {
        m_session.setSetting(kImageShapeSetting, QString::number(side));
        m_isReportStale = true;
        showState();
    });
    connect(m_mend, &QPushButton::clicked, this, &DataPage::mend);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { showFinding(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { showFinding(index.row()); });
    return panel;
}

QLayout *DataPage::buildFigures()
{
    m_figures = new QLabel;
    m_figures->setObjectName(QStringLiteral("figures"));
    m_figures->setWordWrap(true);
    m_split = new QPushButton(tr("Split the data set..."));
    m_split->setObjectName(QStringLiteral("split"));
    m_splitLists = new QPushButton(tr("Split from list files..."));
    m_splitLists->setObjectName(QStringLiteral("splitLists"));
    m_splitLists->setToolTip(tr("Takes the splits from text files that name an image a line, such as train.txt, "
                                "val.txt and test.txt."));
    connect(m_split, &QPushButton::clicked, this, &DataPage::splitWanted);
    connect(m_splitLists, &QPushButton::clicked, this, &DataPage::splitListsWanted);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(12);
    layout->addWidget(heading(tr("Data set")));
    layout->addWidget(m_figures);
    layout->addWidget(m_split);
    layout->addWidget(m_splitLists);
    return layout;
}

QWidget *DataPage::buildCharts()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(16);
    for (int i = 0; i < kChartCount; ++i) {
        auto *chart = new CountChart;
        chart->setObjectName(QStringLiteral("chart%1").arg(i));
        grid->addWidget(chart, i / 2, i % 2, Qt::AlignTop);
        m_charts.append(chart);
    }
    grid->setRowStretch(kChartCount / 2, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    return scroll;
}

void DataPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DataPage::refresh()
{
    if (m_isStale) {
        m_isStale = false;
        const DatasetStatistics statistics = statisticsOf(m_session.dataset());
        m_figures->setText(figuresText(statistics));
        const QList<ChartContent> contents = datasetCharts(statistics);
        for (qsizetype i = 0; i < m_charts.size(); ++i)
            m_charts[i]->setContent(contents.value(i));
    }
    showState();
}

void DataPage::check()
{
    HealthOptions options;
    options.folder = m_session.folder();
    options.imageShape = m_imageShape->value();
    auto work = [this, options, dataset = m_session.dataset()](const CancelFlag &cancel,
                                                               const ProgressSink &progress) -> Job::Deliver {
        const Result<HealthReport> report = checkHealth(dataset, options, cancel, progress);
        return [this, report] {
            if (report)
                takeReport(*report);
        };
    };
    m_job = std::make_unique<Job>(std::move(work));
    connect(m_job.get(), &Job::finished, this, [this] {
        showState();
        Q_EMIT checked();
    });
    m_strip->follow(*m_job, tr("Checking..."));
    m_isReportStale = false;
    m_job->start();
    showState();
}

void DataPage::takeReport(const HealthReport &report)
{
    m_findings->setReport(report);
    m_right->setCurrentIndex(0);
}

void DataPage::showFinding(int row)
{
    const HealthFinding *finding = m_findings->finding(row);
    if (!finding)
        return;
    m_view->show(*finding);
    m_right->setCurrentIndex(1);
}

void DataPage::mend()
{
    Document &document = m_session.document();
    if (!document.push(std::make_unique<AlterLabels>(document, tr("Mend boxes"), m_findings->report().fixes())))
        return;
    check();
}

void DataPage::showState()
{
    const bool isRunning = m_job && m_job->isRunning();
    const bool hasReport = m_job != nullptr;
    const qsizetype findings = m_findings->rowCount();
    m_check->setText(isRunning ? tr("Stop") : hasReport ? tr("Check again") : tr("Check the data set"));
    if (!hasReport)
        m_healthWords->setText(tr("Boxes outside their image, near-duplicates across splits, classes that nothing "
                                  "validates: what would spoil a training or an export."));
    else if (isRunning)
        m_healthWords->setText(tr("Looking at every box and every image."));
    else if (findings == 0)
        m_healthWords->setText(tr("Nothing was found."));
    else
        m_healthWords->setText(m_isReportStale ? tr("Something has changed since this check.")
                                               : tr("Each finding shows its images."));
    const int fixes = int(m_findings->report().fixes().size());
    m_mend->setText(tr("Mend %n box(es)", nullptr, fixes));
    m_mend->setVisible(fixes > 0 && !isRunning);
    m_mend->setEnabled(!m_session.isReadOnly() && !m_isReportStale);
    for (QPushButton *button : {m_split, m_splitLists})
        button->setEnabled(!m_session.isReadOnly());
}

} // namespace boxwright
