// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright {

/// A length of time as people say it: "40 s", "3 min", "1 h 20 min". Negative: an empty text.
QString durationText(double seconds);

/// The same, rounded to what an estimate can promise: "about 25 min".
QString aboutDurationText(double seconds);

} // namespace boxwright
