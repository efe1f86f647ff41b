// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/training_plan.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace boxwright {

class DeviceChooser;
class PresetCard;
class StartChooser;

/// The left side of the Train page: what a person needs, from where it starts, on which images, with how many cores.
/// It asks for a training by a signal and says in words why none can start. GUI thread; owned by the page.
class TrainingSetup : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingSetup(ProjectSession &session, QWidget *parent = nullptr);
    ~TrainingSetup() override;

    /// The images as they are now.
    void setSnapshot(TrainingSnapshot snapshot);
    [[nodiscard]] const TrainingSnapshot &snapshot() const { return m_snapshot; }
    /// Where a training starts; the page gives it the runs that it can go on from.
    [[nodiscard]] StartChooser &start() { return *m_start; }
    /// What it can compute on; the page finds that out.
    [[nodiscard]] DeviceChooser &device() { return *m_device; }
    /// While one runs, no other can start.
    void setRunning(bool isRunning);
    /// After the speed of this machine was measured.
    void updateEstimates();

    /// As the button does.
    void requestTraining();
    [[nodiscard]] TrainingPlan plan() const;
    /// Why no training can start, empty where one can.
    [[nodiscard]] QString whyNot() const;

Q_SIGNALS:
    void trainRequested(const boxwright::TrainingRequest &request);

private:
    void addHeading(QVBoxLayout &layout, const QString &text);
    void buildPresets(QVBoxLayout &layout);
    void buildData(QVBoxLayout &layout);
    void buildDevice(QVBoxLayout &layout);
    QWidget *buildFoot();

    void openAdvanced();
    void showState();
    void showData();
    [[nodiscard]] Hyperparameters checkedValues(const TrainingPlan &plan) const;

    ProjectSession &m_session;
    TrainingSnapshot m_snapshot;
    QMap<QString, QString> m_changed;
    bool m_isRunning = false;

    StartChooser *m_start = nullptr;
    QButtonGroup *m_presets = nullptr;
    QList<PresetCard *> m_cards;
    QLabel *m_trainCounts = nullptr;
    QLabel *m_validationCounts = nullptr;
    QLabel *m_advice = nullptr;
    DeviceChooser *m_device = nullptr;
    QPushButton *m_advanced = nullptr;
    QLabel *m_whyNot = nullptr;
    QPushButton *m_train = nullptr;
};

} // namespace boxwright
