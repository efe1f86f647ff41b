// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <memory>
#include <vector>

namespace boxwright::cli {

/// Every command, in the order of the help. A new command is one line in command_list.cpp.
std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace boxwright::cli
