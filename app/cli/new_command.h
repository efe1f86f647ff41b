// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Makes a project of a folder of images. Headers are read first: a project is made only when nothing can fail any
/// more.
class NewCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "new"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_project;
    QString m_images;
    QString m_classes; ///< separated by commas
};

} // namespace boxwright::cli
