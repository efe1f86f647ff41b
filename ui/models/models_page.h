// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"
#include "core/session/project_session.h"
#include "core/session/training_runner.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace boxwright {

class ModelListModel;
class ModelView;

/// The page of the project's models: all of them at the left, the chosen one at the right. Nothing is read while the
/// page is hidden. GUI thread; owned by the workspace.
class ModelsPage : public QWidget
{
    Q_OBJECT

public:
    ModelsPage(ProjectSession &session, TrainingRunner &training, const BackendSource &backend,
               QWidget *parent = nullptr);

    /// Marks the model that makes the suggestions now.
    void setModelInUse(const QString &folder);
    /// Takes a model folder from elsewhere into the list and shows it; says so where that fails.
    void openModel(const QString &folder);

Q_SIGNALS:
    /// The person chose this model to make the suggestions; empty where the one in use was taken away.
    void modelChosen(const QString &folder);
    void trainWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildPanel();
    QWidget *buildEmptyState();
    void refresh();
    void showCurrent();
    void removeCurrent();
    [[nodiscard]] QString currentFolder() const;

    ProjectSession &m_session;
    TrainingRunner &m_training;
    QString m_inUse;
    ModelListModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_open = nullptr;
    QStackedWidget *m_right = nullptr;
    ModelView *m_view = nullptr;
};

} // namespace boxwright
