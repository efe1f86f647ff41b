// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/split_plan.h"
#include "core/session/project_session.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace boxwright {

class Job;
class JobStrip;

/// Distributes the images over training, validation and test: shows at once what comes out of the choices, and does it
/// as one undoable step. Near-duplicates are looked for on a thread of its own. Deletes itself when closed.
class SplitDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SplitDialog(ProjectSession &session, QWidget *parent = nullptr);
    ~SplitDialog() override;

private:
    void build();
    [[nodiscard]] SplitRequest request() const;
    void refresh();
    void lookForDuplicates();
    void split();

    ProjectSession &m_session;
    std::unique_ptr<Job> m_job;
    std::optional<QList<QList<ImageId>>> m_alike; ///< once it was looked for
    std::optional<SplitPlan> m_plan;
    QSpinBox *m_shares[3] = {};
    QSpinBox *m_seed = nullptr;
    QCheckBox *m_stratified = nullptr;
    QCheckBox *m_unassigned = nullptr;
    QComboBox *m_grouping = nullptr;
    QLineEdit *m_pattern = nullptr;
    QLabel *m_outcome = nullptr;
    JobStrip *m_strip = nullptr;
    QPushButton *m_split = nullptr;
};

} // namespace boxwright
