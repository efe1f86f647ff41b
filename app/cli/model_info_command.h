// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Tells what is in a model, one of ours or one of SageMaker's, without running it.
class ModelInfoCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "model info"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_path;
};

} // namespace boxwright::cli
