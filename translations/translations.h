// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace boxwright {

/// Installs the program's and Qt's own texts for the first of the locale's languages that there is; English needs none.
/// Dates and numbers follow that language where they are set to another. Call it once, after the application object was
/// made. False where English stays.
bool installTranslations(const QLocale &locale);

} // namespace boxwright
