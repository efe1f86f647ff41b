// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Takes the log of a training in the cloud as a run of a project.
class ImportLogCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "import-log"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_project;
    QString m_log;
    QString m_run;
};

} // namespace boxwright::cli
