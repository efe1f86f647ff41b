// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/detect/training.h"
#include "core/model/box.h"

#include <QFrame>
#include <QPointF>

#include <optional>

class QLabel;
class QProgressBar;

namespace boxwright {

class DetectionRunner;
class TrainingRunner;

/// The line at the foot of every page: where the view and the pointer are at the left (on pages without an image what
/// the project holds), what the machine is doing at the right. Owned by the workspace; GUI thread.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    StatusLine(TrainingRunner &training, DetectionRunner &detection, QWidget *parent = nullptr);

    void setZoom(double scale);
    void setPointer(const std::optional<QPointF> &imagePos);
    /// The box that is selected or drawn; `imageSize` tells what the network will see of it.
    void setBox(const std::optional<boxwright::Box> &box, QSizeF imageSize);
    /// Where nothing is pointed at, the line says this instead.
    void setSummary(const QString &text);
    void showPointing(bool isShown);

private:
    void build();
    void followTraining(TrainingRunner &training);
    void followDetection(DetectionRunner &detection);
    void showStep(const StepEvent &event);
    void showWork(const QString &text, double fraction, double secondsLeft);
    void showText(const QString &text);

    TrainingRunner &m_training;
    QLabel *m_zoom = nullptr;
    QLabel *m_pointer = nullptr;
    QLabel *m_box = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_work = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_left = nullptr;
    double m_lastMap = -1;
};

} // namespace boxwright
