// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace boxwright {

/// How far a job of a dialog is: words with rate and time left over a bar. Hidden while none runs.
class JobStrip : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(QWidget *parent = nullptr);

    /// Shows this job until it is over; `text` stands there until the first progress.
    void follow(Job &job, const QString &text);

private:
    void showProgress(const Progress &progress);

    QLabel *m_words = nullptr;
    QProgressBar *m_bar = nullptr;
};

/// "Writing images · 120 of 3 000 · 40/s · 3 s left", as far as it is known.
QString progressText(const Progress &progress);

} // namespace boxwright
