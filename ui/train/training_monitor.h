// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_history.h"
#include "core/session/training_runner.h"
#include "ui/charts/thinned_curve.h"

#include <QElapsedTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace boxwright {

class MetricChart;

/// How the training goes: a line of words, a bar, Pause and Stop, and the curves of mAP and loss. While none runs it
/// shows an earlier run. GUI thread; owned by the Train page.
class TrainingMonitor : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingMonitor(TrainingRunner &runner, QWidget *parent = nullptr);

    /// Curves of a run that is over; ignored while one runs.
    void showRun(const RunRecord &run);
    /// Whether there is anything to look at.
    [[nodiscard]] bool hasRun() const { return !m_shownRun.isEmpty(); }
    /// mAP curves of runs to compare with, the latest first; two are drawn.
    void setEarlierRuns(const QList<RunRecord> &runs);
    /// Images per second of the training that runs or ran, 0 while unknown.
    [[nodiscard]] double imagesPerSecond() const { return m_step.imagesPerSecond; }

private:
    QHBoxLayout *buildHead();
    void begin();
    void take(const StepEvent &event);
    void take(const EpochEvent &event);
    void end(const TrainingOutcome &outcome);
    void fail(const Error &error);
    void showButtons();
    void showTitle(const QString &name, const QString &words);
    void showProgress();
    void showCharts();
    void showMapChart();
    void showLossChart();
    [[nodiscard]] int plannedEpochs() const;

    TrainingRunner &m_runner;
    QList<RunRecord> m_earlier;
    StepEvent m_step;
    QList<EpochEvent> m_epochs;
    QList<QPointF> m_maps;
    ThinnedCurve m_classLoss;
    ThinnedCurve m_boxLoss;
    int m_shownEpochs = 1; ///< end of the charts' axis
    QString m_shownRun;
    QElapsedTimer m_sinceCharts;

    QLabel *m_title = nullptr;
    QLabel *m_note = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_stop = nullptr;
    MetricChart *m_mapChart = nullptr;
    MetricChart *m_lossChart = nullptr;
};

} // namespace boxwright
