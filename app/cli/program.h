// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace boxwright::cli {

/// Parses the words (without the program's name), runs the command that they name and returns the exit status: 0 done,
/// 1 failed, 2 wrong usage. Needs an application object.
int runProgram(const QStringList &words);

} // namespace boxwright::cli
