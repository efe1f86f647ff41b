// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

constexpr qint64 kBarIntervalMs = 100;
constexpr qint64 kLineIntervalMs = 5000;
constexpr int kBarWidth = 24;

/// Columns that the text takes on a terminal: Hangul and the other wide blocks of East Asia take two.
int columnsOf(const QString &text)
{
    int columns = 0;
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        const bool isWide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) ||
                            (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
                            (code >= 0xff00 && code <= 0xff60);
        columns += isWide ? 2 : 1;
    }
    return columns;
}

double share(const Progress &progress)
{
    return progress.total > 0 ? std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0) : 0.0;
}

} // namespace

QString durationText(double seconds)
{
    const qint64 whole = std::llround(std::max(0.0, seconds));
    if (whole < 60)
        return Text::tr("%1 s").arg(whole);
    if (whole < 3600)
        return Text::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Text::tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

QString progressText(const Progress &progress, const QString &detail)
{
    QStringList parts;
    if (progress.total > 0 && progress.isShare)
        parts << QStringLiteral("%1 %").arg(100 * share(progress), 0, 'f', 1);
    else if (progress.total > 0)
        parts << Text::tr("%1 of %2").arg(progress.done).arg(progress.total);
    else if (progress.done > 0)
        parts << QString::number(progress.done);
    if (!detail.isEmpty())
        parts << detail;
    else if (progress.rate > 0)
        parts << Text::tr("%1 per second").arg(progress.rate, 0, 'f', progress.rate < 10 ? 1 : 0);
    const bool isDone = progress.total > 0 && progress.done >= progress.total;
    if (progress.secondsLeft >= 0 && !isDone)
        parts << Text::tr("%1 left").arg(durationText(progress.secondsLeft));
    return progress.phase + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

void ProgressLine::beginPhase(const Progress &progress)
{
    m_phase = progress.phase;
    m_firstDone = progress.done;
    m_isFinishShown = false;
    m_sincePhase.start();
    m_sinceShown.invalidate();
}

QString ProgressLine::update(Progress progress, const QString &detail)
{
    if (!m_sincePhase.isValid() || progress.phase != m_phase)
        beginPhase(progress);
    const double seconds = double(m_sincePhase.elapsed()) / 1000.0;
    if (progress.rate <= 0 && seconds > 0.5)
        progress.rate = double(progress.done - m_firstDone) / seconds;
    if (progress.secondsLeft < 0 && progress.rate > 0 && progress.total > 0)
        progress.secondsLeft = double(progress.total - progress.done) / progress.rate;

    const bool isDone = progress.total > 0 && progress.done >= progress.total;
    if (m_columns == 0) {
        // The first line waits as well, so that quick phases leave one line: their last.
        const qint64 silent = m_sinceShown.isValid() ? m_sinceShown.elapsed() : m_sincePhase.elapsed();
        if (m_isFinishShown || (!isDone && silent < kLineIntervalMs))
            return {};
        m_isFinishShown = isDone;
        m_sinceShown.start();
        return progressText(progress, detail) + QLatin1Char('\n');
    }
    if (m_sinceShown.isValid() && m_sinceShown.elapsed() < kBarIntervalMs && !isDone)
        return {};
    m_sinceShown.start();
    m_isBarShown = true;
    return QStringLiteral("\r\033[K") + bar(progress, detail);
}

QString ProgressLine::bar(const Progress &progress, const QString &detail) const
{
    QString text = progressText(progress, detail);
    if (progress.total > 0 && columnsOf(text) + kBarWidth + 4 < m_columns) {
        const int filled = int(std::lround(share(progress) * kBarWidth));
        return QStringLiteral("[%1%2] %3")
            .arg(QString(filled, QLatin1Char('#')), QString(kBarWidth - filled, QLatin1Char('.')), text);
    }
    while (columnsOf(text) >= m_columns && !text.isEmpty())
        text.chop(1); // a line that wraps could not be taken back
    return text;
}

QString ProgressLine::clear()
{
    if (!m_isBarShown)
        return {};
    m_isBarShown = false;
    return QStringLiteral("\r\033[K");
}

} // namespace boxwright::cli
