// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/cloud_cost.h"
#include "core/session/cloud_hand_over.h"
#include "core/session/project_session.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace boxwright {

/// The part of the export dialog that hands over to a training in the cloud: address, role, region, machine, and what
/// it will take, from prices that a person can correct. What was written last is kept in the project. GUI thread; owned
/// by the dialog.
class CloudForm : public QWidget
{
    Q_OBJECT

public:
    explicit CloudForm(ProjectSession &session, QWidget *parent = nullptr);

    /// The format in question; the form hides itself where nothing can train on it.
    void setFormat(const QString &formatId);
    /// Of the chosen images, those that would be trained on.
    void setTrainingImages(qint64 images);

    [[nodiscard]] bool isWanted() const;
    /// The job, with its files beside the export; nothing where none is wanted.
    [[nodiscard]] std::optional<CloudHandOver> handOver(const QString &exportFolder) const;
    /// Why this makes no job; empty where it does, or none is wanted.
    [[nodiscard]] QString problem() const;
    void remember() const;

Q_SIGNALS:
    void changed();

private:
    void build();
    void recall();
    void takeInstance();
    void showEstimate();
    [[nodiscard]] TrainingJob job() const;
    [[nodiscard]] InstancePrice instance() const;

    ProjectSession &m_session;
    bool m_isOffered = false;
    qint64 m_images = 0;
    QCheckBox *m_wanted = nullptr;
    QWidget *m_fields = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_role = nullptr;
    QComboBox *m_region = nullptr;
    QComboBox *m_instance = nullptr;
    QDoubleSpinBox *m_price = nullptr;
    QDoubleSpinBox *m_speed = nullptr;
    QSpinBox *m_epochs = nullptr;
    QSpinBox *m_shape = nullptr;
    QLabel *m_estimate = nullptr;
};

} // namespace boxwright
