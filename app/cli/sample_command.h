// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Draws the sample data set into a folder, so that a stranger can try everything at once.
class SampleCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "sample"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_folder;
    qint64 m_images = 120;
    qint64 m_seed = 1;
};

} // namespace boxwright::cli
