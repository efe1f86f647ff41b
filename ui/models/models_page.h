// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"
#include "core/session/project_session.h"
#include "core/session/training_runner.h"
#include "ui/project_models/model_entries.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace boxwright {

class ModelListModel;
class ModelView;
class OpenedModels;

/// The page of the project's models: all of them at the left, the chosen one at the right. Nothing is read while the
/// page is hidden. GUI thread; owned by the workspace.
class ModelsPage : public QWidget
{
    Q_OBJECT

public:
    /// What of the project the page works on.
    struct Parts
    {
        ProjectSession &session;
        TrainingRunner &training;
        OpenedModels &opened;
    };

    ModelsPage(const Parts &parts, BackendSource backend, QWidget *parent = nullptr);

    /// Marks the model that makes the suggestions now.
    void setModelInUse(const QString &folder);
    /// Takes a model from elsewhere into the list, a folder or one of the cloud, and shows it once it is read; says so
    /// where that fails.
    void openModel(const QString &path);
    /// Asks for the file of a model of the cloud and opens it.
    void openCloudModel();

Q_SIGNALS:
    /// The person chose this model to make the suggestions; empty where the one in use was taken away.
    void modelChosen(const QString &folder);
    void trainWanted();
    /// A training is wanted that goes on from this model.
    void trainFurtherWanted(const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildPanel();
    QWidget *buildEmptyState();
    void refresh();
    void showCurrent();
    void removeCurrent();
    void useCurrent();
    void nameClasses(bool isForUse);
    void probePixels();
    void decide(const QString &path, const std::function<void(ModelSettings &)> &decision);
    void showProblem(const QString &text);
    [[nodiscard]] ModelEntry currentEntry() const;
    [[nodiscard]] QString currentFolder() const { return currentEntry().run.model; }

    ProjectSession &m_session;
    TrainingRunner &m_training;
    OpenedModels &m_opened;
    BackendSource m_backend;
    QString m_inUse;
    QString m_wanted; ///< to be shown once it is in the list
    ModelListModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_problem = nullptr;
    QStackedWidget *m_right = nullptr;
    ModelView *m_view = nullptr;
};

} // namespace boxwright
