// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Hands a model over to the cloud, for its `model` channel.
class ModelExportCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "model export"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_format;
    QString m_model;
    QString m_target;
};

} // namespace boxwright::cli
