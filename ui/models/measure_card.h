// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"
#include "core/session/backend_source.h"
#include "core/session/model_measurement.h"
#include "core/session/project_session.h"

#include <QFrame>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace boxwright {

class Job;
class JobStrip;

/// A card on which a person measures the shown model on the labelled images of one split: mAP and the average precision
/// of each class. The measuring runs on a thread of its own and ends when another model is shown. GUI thread; owned by
/// the model's view.
class MeasureCard : public QFrame
{
    Q_OBJECT

public:
    MeasureCard(ProjectSession &session, BackendSource backend, QWidget *parent = nullptr);
    ~MeasureCard() override;

    /// Empty: none. The figures of another model go, and those of the same one where something else was decided about
    /// it (`decisions` tells one state from the other).
    void setModel(const QString &folder, const QString &decisions = {});

Q_SIGNALS:
    void measured();

private:
    void build();
    void begin();
    void take(const TruthSet &truth, const Result<EvaluationResult> &result);
    void fillTable(const TruthSet &truth, const EvaluationResult &result);
    void showState();

    ProjectSession &m_session;
    BackendSource m_backend;
    QString m_model;
    QString m_decisions;
    QComboBox *m_split = nullptr;
    QPushButton *m_button = nullptr;
    QLabel *m_words = nullptr;
    QTableWidget *m_table = nullptr;
    JobStrip *m_strip = nullptr;
    std::unique_ptr<Job> m_job;
};

} // namespace boxwright
