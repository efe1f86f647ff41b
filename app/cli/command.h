// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace boxwright::cli {

class Console;
class Interrupt;
class Options;

/// What a command works with. Lives as long as the command runs, on the main thread.
struct Context
{
    Console &console;
    Interrupt &interrupt;
};

/// One subcommand of boxwright-cli: says what it takes, then does it once. Owned by the list in command_list.cpp;
/// main thread.
class Command
{
public:
    virtual ~Command() = default;

    /// The word on the command line; never translated.
    [[nodiscard]] virtual const char *name() const = 0;
    /// One sentence, translated.
    [[nodiscard]] virtual QString summary() const = 0;
    /// A line that works as it stands, without the program's name.
    [[nodiscard]] virtual QString example() const = 0;

    /// Declares options and positionals; their targets are members.
    virtual void setUp(Options &options) = 0;
    /// An error ends the program with exit status 1.
    virtual Result<> run(const Context &context) = 0;
};

} // namespace boxwright::cli
