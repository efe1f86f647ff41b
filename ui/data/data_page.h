// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/health_report.h"
#include "core/session/project_session.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QLayout;
class QListView;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace boxwright {

class CountChart;
class FindingView;
class FindingsModel;
class Job;
class JobStrip;

/// The page on which a person looks at the data set as a whole: figures, splits and health on the left, charts or the
/// images of a finding on the right. Nothing is counted while the page is hidden; the check runs on a thread of its
/// own. GUI thread; owned by the workspace.
class DataPage : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(ProjectSession &session, QWidget *parent = nullptr);
    ~DataPage() override;

    /// Checks the health of the data set as it is now; once more where a check runs already.
    void check();

Q_SIGNALS:
    /// The person wants to see the image on the Label page.
    void imageWanted(boxwright::ImageId id);
    void splitWanted();
    /// By files that name the images of each split.
    void splitListsWanted();
    void checked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildPanel();
    QLayout *buildFigures();
    QWidget *buildCharts();
    void refresh();
    void takeReport(const HealthReport &report);
    void showFinding(int row);
    void mend();
    void showState();

    ProjectSession &m_session;
    std::unique_ptr<Job> m_job;
    QTimer m_refresh; ///< gathers edits that come in quick succession
    bool m_isStale = true;
    bool m_isReportStale = true; ///< the data set has changed since the check
    FindingsModel *m_findings = nullptr;
    QLabel *m_figures = nullptr;
    QLabel *m_healthWords = nullptr;
    QSpinBox *m_imageShape = nullptr; ///< that sizes are judged at
    QListView *m_list = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_mend = nullptr;
    QPushButton *m_split = nullptr;
    QPushButton *m_splitLists = nullptr;
    JobStrip *m_strip = nullptr;
    QStackedWidget *m_right = nullptr;
    QList<CountChart *> m_charts;
    FindingView *m_view = nullptr;
};

} // namespace boxwright
