// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/model_options.h"

namespace boxwright::cli {

/// Measures a model on images of a project whose labels are known.
class EvaluateCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "evaluate"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_project;
    ModelOptions m_model;
    QString m_responses;
    QString m_split;
    QString m_metric = QStringLiteral("voc");
    double m_overlap = 0.5;
};

} // namespace boxwright::cli
