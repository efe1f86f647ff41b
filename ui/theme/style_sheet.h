// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QString>

namespace boxwright {

/// The program's one style sheet in the theme's colours.
QString styleSheetOf(const Tokens &tokens);

} // namespace boxwright
