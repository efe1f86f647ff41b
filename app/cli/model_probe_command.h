// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Finds out how a model of the cloud takes pixels, by trying every way on labelled images, and keeps the answer beside
/// the model.
class ModelProbeCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "model probe"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_model;
    QString m_project;
    QString m_split;
    QString m_classes;
    qint64 m_images = 0; ///< 0: not given
    qint64 m_threads = 0;
    bool m_isDry = false;
};

} // namespace boxwright::cli
