// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Takes a data set that another program wrote into a project, as one undoable step.
class ImportCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "import"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_project;
    QString m_format;
    QString m_from;
    QString m_images;
    QString m_split;
    QString m_s3Prefix;
};

} // namespace boxwright::cli
