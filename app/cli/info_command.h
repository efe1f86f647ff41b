// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Tells what is in a project or in a model. Never writes, and never keeps others from writing.
class InfoCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "info"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    Result<> tellProject(const Context &context) const;
    Result<> tellModel(const Context &context) const;

    QString m_path;
};

} // namespace boxwright::cli
