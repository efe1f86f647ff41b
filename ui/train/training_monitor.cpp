// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/training_monitor.h"

#include "ui/charts/metric_chart.h"
#include "ui/theme/theme.h"
#include "ui/words/duration_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

/// Redrawing the curves costs a few milliseconds of the cores that train: twice a second is enough for the eye.
constexpr qint64 kChartIntervalMs = 500;
constexpr int kBarSteps = 1000;

QString number(double value, int decimals = 2)
{
    return QLocale().toString(value, 'f', decimals);
}

QList<QPointF> mapPoints(const QList<EpochEvent> &epochs)
{
    QList<QPointF> points;
    for (const EpochEvent &epoch : epochs) {
        if (epoch.validationMap >= 0)
            points << QPointF(epoch.epoch, epoch.validationMap);
    }
    return points;
}

const EpochEvent *bestOf(const QList<EpochEvent> &epochs)
{
    const auto best = std::max_element(epochs.cbegin(), epochs.cend(), [](const EpochEvent &a, const EpochEvent &b) {
        return a.validationMap < b.validationMap;
    });
    return best == epochs.cend() || best->validationMap < 0 ? nullptr : &*best;
}

} // namespace

TrainingMonitor::TrainingMonitor(TrainingRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_runner(runner)
{
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("trainingProgress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, kBarSteps);
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("trainingNote"));
    m_note->setWordWrap(true);
    setKind(*m_note, "small");
    m_mapChart = new MetricChart;
    m_mapChart->setObjectName(QStringLiteral("mapChart"));
    m_mapChart->setTop(1);
    m_lossChart = new MetricChart;
    m_lossChart->setObjectName(QStringLiteral("lossChart"));
    auto *charts = new QHBoxLayout;
    charts->setSpacing(16);
    charts->addWidget(m_mapChart, 1);
    charts->addWidget(m_lossChart, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(buildHead());
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    layout->addLayout(charts, 1);

    connect(&m_runner, &TrainingRunner::started, this, &TrainingMonitor::begin);
    connect(&m_runner, &TrainingRunner::stepped, this, qOverload<const StepEvent &>(&TrainingMonitor::take));
    connect(&m_runner, &TrainingRunner::epochFinished, this, qOverload<const EpochEvent &>(&TrainingMonitor::take));
    connect(&m_runner, &TrainingRunner::pausedChanged, this, &TrainingMonitor::showProgress);
    connect(&m_runner, &TrainingRunner::noted, m_note, &QLabel::setText);
    connect(&m_runner, &TrainingRunner::finished, this, &TrainingMonitor::end);
    connect(&m_runner, &TrainingRunner::failed, this, &TrainingMonitor::fail);
    if (m_runner.isRunning())
        begin();
    else
        showButtons();
}

QHBoxLayout *TrainingMonitor::buildHead()
{
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("trainingTitle"));
    m_title->setTextFormat(Qt::RichText);
    m_title->setWordWrap(true);
    m_pause = new QPushButton(tr("Pause"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_stop = new QPushButton(tr("Stop, keep best"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("Ends the training after the step in work; its best model stays."));
    connect(m_pause, &QPushButton::clicked, this, [this] { m_runner.setPaused(!m_runner.isPaused()); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_runner.stop();
        showProgress();
    });
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_pause);
    head->addWidget(m_stop);
    return head;
}

void TrainingMonitor::showRun(const RunRecord &run)
{
    if (m_runner.isRunning() || run.name == m_shownRun)
        return;
    m_shownRun = run.name;
    m_step = {};
    m_epochs = run.epochs;
    m_maps = mapPoints(run.epochs);
    m_classLoss.clear();
    m_boxLoss.clear();
    for (const EpochEvent &epoch : run.epochs) {
        m_classLoss.add(epoch.epoch, epoch.classLoss);
        m_boxLoss.add(epoch.epoch, epoch.boxLoss);
    }
    m_shownEpochs = run.epochs.isEmpty() ? 1 : run.epochs.constLast().epoch;
    const QString epochs = tr("%n epoch(s)", nullptr, int(run.epochs.size()));
    const QString duration = durationText(run.seconds);
    showTitle(run.name, duration.isEmpty() ? epochs : tr("%1 · %2").arg(epochs, duration));
    m_note->setText(run.problem);
    m_bar->hide();
    showCharts();
}

void TrainingMonitor::setEarlierRuns(const QList<RunRecord> &runs)
{
    m_earlier = runs;
    showMapChart();
}

void TrainingMonitor::begin()
{
    m_shownRun = m_runner.request().runName;
    m_step = {};
    m_epochs.clear();
    m_maps.clear();
    m_classLoss.clear();
    m_boxLoss.clear();
    m_shownEpochs = plannedEpochs();
    m_note->clear();
    m_bar->setValue(0);
    m_bar->show();
    showProgress();
    showCharts();
}

void TrainingMonitor::take(const StepEvent &event)
{
    m_step = event;
    const double epoch = event.fraction * plannedEpochs();
    m_classLoss.add(epoch, event.classLoss);
    m_boxLoss.add(epoch, event.boxLoss);
    showProgress();
    if (m_sinceCharts.isValid() && m_sinceCharts.elapsed() < kChartIntervalMs)
        return;
    showLossChart();
    m_sinceCharts.start();
}

void TrainingMonitor::take(const EpochEvent &event)
{
    m_epochs << event;
    m_maps = mapPoints(m_epochs);
    showCharts();
}

void TrainingMonitor::end(const TrainingOutcome &outcome)
{
    QStringList words;
    words << (outcome.wasStopped ? tr("stopped after %n epoch(s)", nullptr, outcome.epochs)
                                 : tr("finished after %n epoch(s)", nullptr, outcome.epochs));
    if (outcome.bestMap >= 0)
        words << tr("best mAP %1 at epoch %2").arg(number(outcome.bestMap)).arg(outcome.bestEpoch);
    words << durationText(outcome.seconds);
    showTitle(m_shownRun, words.join(QStringLiteral(" · ")));
    m_bar->hide();
    showButtons();
    showCharts();
}

void TrainingMonitor::fail(const Error &error)
{
    showTitle(m_shownRun, tr("could not go on"));
    m_note->setText(error.message);
    m_bar->hide();
    showButtons();
}

void TrainingMonitor::showButtons()
{
    const bool isRunning = m_runner.isRunning();
    m_pause->setVisible(isRunning);
    m_stop->setVisible(isRunning);
    m_pause->setText(m_runner.isPaused() ? tr("Go on") : tr("Pause"));
    m_pause->setEnabled(!m_runner.isStopping());
    m_stop->setEnabled(!m_runner.isStopping());
    if (!isRunning && m_shownRun.isEmpty())
        m_bar->hide();
}

void TrainingMonitor::showTitle(const QString &name, const QString &words)
{
    m_title->setText(QStringLiteral("<b>%1</b> %2").arg(name.toHtmlEscaped(), words.toHtmlEscaped()));
}

void TrainingMonitor::showProgress()
{
    showButtons();
    if (!m_runner.isRunning())
        return;
    m_bar->setValue(int(m_step.fraction * kBarSteps));
    QStringList words;
    if (m_runner.isStopping())
        words << tr("stopping after this step...");
    else if (m_runner.isPaused())
        words << tr("paused");
    else if (m_step.step == 0)
        words << tr("preparing...");
    if (m_step.step > 0)
        words << tr("epoch %1 of %2").arg(std::max(1, m_step.epoch)).arg(plannedEpochs());
    const bool isMoving = m_step.step > 0 && !m_runner.isPaused() && !m_runner.isStopping();
    if (isMoving && m_step.imagesPerSecond > 0)
        words << tr("%1 images/s").arg(number(m_step.imagesPerSecond, 1));
    if (isMoving && m_step.secondsLeft >= 0)
        words << tr("%1 left").arg(durationText(m_step.secondsLeft));
    showTitle(m_shownRun, words.join(QStringLiteral(" · ")));
}

void TrainingMonitor::showCharts()
{
    showMapChart();
    showLossChart();
}

void TrainingMonitor::showMapChart()
{
    QList<MetricChart::Words> words{{tr("Validation mAP"), ChartRole::Plain}};
    if (!m_maps.isEmpty())
        words.append({number(m_maps.constLast().y()), ChartRole::Main});
    if (const EpochEvent *best = bestOf(m_epochs))
        words.append({tr("best %1 at epoch %2").arg(number(best->validationMap)).arg(best->epoch), ChartRole::Quiet});
    else if (m_runner.isRunning() && m_runner.request().validation.empty())
        words.append({tr("there is no validation image"), ChartRole::Quiet});

    QList<MetricChart::Curve> curves{{ChartRole::Main, m_maps}};
    int epochs = m_shownEpochs;
    for (const RunRecord &run : std::as_const(m_earlier)) {
        const QList<QPointF> points = mapPoints(run.epochs);
        if (run.name == m_shownRun || points.isEmpty() || curves.size() > 2)
            continue;
        curves.append({curves.size() == 1 ? ChartRole::Earlier : ChartRole::Earliest, points});
        words.append({curves.size() == 2 ? tr("- - %1").arg(run.name) : tr("... %1").arg(run.name), ChartRole::Quiet});
        epochs = std::max(epochs, int(points.constLast().x()));
    }
    m_mapChart->setHeadline(words);
    m_mapChart->setEpochs(epochs);
    m_mapChart->setCurves(curves);
}

void TrainingMonitor::showLossChart()
{
    const QList<QPointF> classLoss = m_classLoss.points();
    const QList<QPointF> boxLoss = m_boxLoss.points();
    QList<MetricChart::Words> words{{tr("Loss"), ChartRole::Plain}};
    if (!classLoss.isEmpty() && !boxLoss.isEmpty()) {
        const double ofClass = classLoss.constLast().y();
        const double ofBox = boxLoss.constLast().y();
        words.append({number(ofClass + ofBox), ChartRole::Plain});
        words.append({tr("class %1").arg(number(ofClass)), ChartRole::First});
        words.append({tr("box %1").arg(number(ofBox)), ChartRole::Second});
    }
    m_lossChart->setHeadline(words);
    m_lossChart->setEpochs(m_shownEpochs);
    m_lossChart->setCurves({{ChartRole::First, classLoss}, {ChartRole::Second, boxLoss}});
}

int TrainingMonitor::plannedEpochs() const
{
    return std::max(1, m_runner.request().hyperparameters.epochs);
}

} // namespace boxwright
