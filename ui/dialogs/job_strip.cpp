// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/job_strip.h"

#include "ui/theme/theme.h"
#include "ui/words/duration_text.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kBarSteps = 1000;

} // namespace

JobStrip::JobStrip(QWidget *parent)
    : QWidget(parent)
{
    m_words = new QLabel;
    m_words->setObjectName(QStringLiteral("jobWords"));
    setKind(*m_words, "dim");
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    hide();
}

void JobStrip::follow(Job &job, const QString &text)
{
    m_words->setText(text);
    m_bar->setRange(0, 0);
    show();
    connect(&job, &Job::progressed, this, &JobStrip::showProgress);
    connect(&job, &Job::finished, this, &QWidget::hide);
    connect(&job, &Job::failed, this, &QWidget::hide);
}

void JobStrip::showProgress(const Progress &progress)
{
    m_words->setText(progressText(progress));
    m_bar->setRange(0, progress.total > 0 ? kBarSteps : 0);
    if (progress.total > 0)
        m_bar->setValue(int(double(progress.done) / double(progress.total) * kBarSteps));
}

QString progressText(const Progress &progress)
{
    const QLocale locale;
    QStringList words{progress.phase};
    if (progress.total > 0)
        words << JobStrip::tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total));
    else if (progress.done > 0)
        words << locale.toString(progress.done);
    if (progress.rate > 0)
        words << JobStrip::tr("%1/s").arg(locale.toString(progress.rate, 'f', progress.rate < 10 ? 1 : 0));
    if (progress.secondsLeft >= 0)
        words << JobStrip::tr("%1 left").arg(durationText(progress.secondsLeft));
    return words.join(QStringLiteral(" · "));
}

} // namespace boxwright
