// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include "core/session/detection_runner.h"
#include "core/session/training_runner.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace boxwright {

StatusLine::StatusLine(TrainingRunner &training, DetectionRunner &detection, QWidget *parent)
    : QFrame(parent)
    , m_training(training)
{
    setObjectName(QStringLiteral("statusLine"));
    setKind(*this, "bar");
    setFixedHeight(28);
    build();
    followTraining(training);
    followDetection(detection);
    showText({});
}

void StatusLine::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 0);
    layout->setSpacing(20);
    const auto add = [this, layout](const char *name, int minimumWidth) {
        auto *label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        setKind(*label, "small");
        label->setMinimumWidth(minimumWidth);
        layout->addWidget(label);
        return label;
    };
    m_zoom = add("zoomText", 44);
    m_pointer = add("pointerText", 96);
    m_box = add("boxText", 0);
    m_summary = add("summaryText", 0);
    layout->addStretch(1);
    m_work = add("workText", 0);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("workProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedWidth(150);
    layout->addWidget(m_progress);
    m_left = add("workLeft", 0);
}

void StatusLine::setZoom(double scale)
{
    const double percent = scale * 100;
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0)));
}

void StatusLine::setPointer(const std::optional<QPointF> &imagePos)
{
    const QLocale locale;
    m_pointer->setText(imagePos ? tr("x %1  y %2")
                                      .arg(locale.toString(int(std::floor(imagePos->x()))),
                                           locale.toString(int(std::floor(imagePos->y()))))
                                : QString());
}

void StatusLine::setBox(const std::optional<boxwright::Box> &box, QSizeF imageSize)
{
    if (!box || imageSize.isEmpty()) {
        m_box->clear();
        return;
    }
    const QLocale locale;
    const double side = m_training.request().hyperparameters.imageShape;
    const auto size = [&locale](double width, double height) {
        return QStringLiteral("%1 × %2").arg(locale.toString(qRound(width)), locale.toString(qRound(height)));
    };
    m_box->setText(tr("box %1 px · %2 in the network")
                       .arg(size(box->width(), box->height()),
                            size(box->width() * side / imageSize.width(), box->height() * side / imageSize.height())));
}

void StatusLine::showPointing(bool isShown)
{
    for (QLabel *label : {m_zoom, m_pointer, m_box})
        label->setVisible(isShown);
    m_summary->setVisible(!isShown);
}

void StatusLine::setSummary(const QString &text)
{
    m_summary->setText(text);
}

void StatusLine::followTraining(TrainingRunner &training)
{
    connect(&training, &TrainingRunner::started, this, [this] {
        m_lastMap = -1;
        showWork(tr("training starts..."), 0, -1);
    });
    connect(&training, &TrainingRunner::stepped, this, &StatusLine::showStep);
    connect(&training, &TrainingRunner::epochFinished, this,
            [this](const EpochEvent &event) { m_lastMap = event.validationMap; });
    connect(&training, &TrainingRunner::pausedChanged, this, [this](bool isPaused) {
        if (isPaused)
            m_work->setText(tr("training paused"));
    });
    connect(&training, &TrainingRunner::finished, this, [this](const TrainingOutcome &outcome) {
        showText(outcome.bestMap >= 0
                     ? tr("training done · best mAP %1").arg(QLocale().toString(outcome.bestMap, 'f', 2))
                     : tr("training done"));
    });
    connect(&training, &TrainingRunner::failed, this,
            [this](const Error &error) { showText(tr("training failed: %1").arg(error.message)); });
}

void StatusLine::followDetection(DetectionRunner &detection)
{
    connect(&detection, &DetectionRunner::progressed, this, [this](const Progress &progress) {
        if (m_training.isRunning())
            return;
        const QLocale locale;
        showWork(tr("looking for objects · %1 of %2 images")
                     .arg(locale.toString(progress.done), locale.toString(progress.total)),
                 progress.total > 0 ? double(progress.done) / double(progress.total) : 0, progress.secondsLeft);
    });
    connect(&detection, &DetectionRunner::runningChanged, this, [this](bool isRunning) {
        if (!isRunning && !m_training.isRunning())
            showText({});
    });
}

void StatusLine::showStep(const StepEvent &event)
{
    const QLocale locale;
    QString text = tr("training · epoch %1").arg(locale.toString(event.epoch));
    if (m_lastMap >= 0)
        text = tr("training · epoch %1 · mAP %2").arg(locale.toString(event.epoch), locale.toString(m_lastMap, 'f', 2));
    if (!m_training.isPaused())
        showWork(text, event.fraction, event.secondsLeft);
}

void StatusLine::showWork(const QString &text, double fraction, double secondsLeft)
{
    m_work->setText(text);
    m_progress->setValue(int(std::clamp(fraction, 0.0, 1.0) * 1000));
    m_progress->show();
    m_left->setText(secondsLeft < 0    ? QString()
                    : secondsLeft < 90 ? tr("%n s left", nullptr, int(std::ceil(secondsLeft)))
                                       : tr("%n min left", nullptr, int(std::ceil(secondsLeft / 60))));
    m_left->show();
}

void StatusLine::showText(const QString &text)
{
    m_work->setText(text);
    m_progress->hide();
    m_left->hide();
}

} // namespace boxwright
