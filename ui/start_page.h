// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace boxwright {

/// What stands in the window while no project is open: the ways in, and the projects that were open before. GUI thread.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentProjects(const QStringList &paths);
    /// A model that is opened as soon as there is a project; empty: none.
    void showWaitingModel(const QString &name);
    /// While the sample is drawn: how far it is, and nothing else can be chosen. An empty text ends it.
    void showWork(const QString &text, double fraction);

Q_SIGNALS:
    void folderWanted();
    void projectWanted();
    void sampleWanted();
    void recentChosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addChoice(QVBoxLayout &layout, const QString &text, const QString &explanation);

    QWidget *m_choices = nullptr;
    QLabel *m_recentHeading = nullptr;
    QVBoxLayout *m_recent = nullptr;
    QLabel *m_waitingModel = nullptr;
    QLabel *m_work = nullptr;
    QProgressBar *m_progress = nullptr;
};

} // namespace boxwright
