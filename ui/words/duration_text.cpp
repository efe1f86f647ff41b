// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/duration_text.h"

#include <QCoreApplication>

#include <cmath>

namespace boxwright {

namespace {

constexpr double kMinute = 60;
constexpr double kHour = 3600;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Duration)
};

/// 1, 2, 3, ... 10, then by 5, then by 10.
qint64 roundedMinutes(double minutes)
{
    if (minutes < 10)
        return std::max<qint64>(1, std::llround(minutes));
    const double step = minutes < 60 ? 5 : 10;
    return std::llround(minutes / step) * qint64(step);
}

} // namespace

QString durationText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return {};
    if (seconds < kMinute)
        return Text::tr("%1 s").arg(std::llround(seconds));
    const qint64 minutes = std::llround(seconds / kMinute);
    if (minutes < 60)
        return Text::tr("%1 min").arg(minutes);
    if (minutes % 60 == 0)
        return Text::tr("%1 h").arg(minutes / 60);
    return Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString aboutDurationText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return {};
    if (seconds < kMinute)
        return Text::tr("less than a minute");
    const double rounded = seconds < 10 * kHour ? double(roundedMinutes(seconds / kMinute)) * kMinute
                                                : std::round(seconds / kHour) * kHour;
    return Text::tr("about %1").arg(durationText(rounded));
}

} // namespace boxwright
