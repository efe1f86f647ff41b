// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/model_options.h"

#include <QStringList>

namespace boxwright::cli {

/// Says what a model finds on images: one JSON object a line, as SageMaker's endpoint answers, and overlays on request.
class PredictCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "predict"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    [[nodiscard]] Result<QStringList> imagePaths() const;

    ModelOptions m_model;
    QStringList m_images;
    QString m_overlays;
    double m_minConfidence = -1; ///< negative: not given
};

} // namespace boxwright::cli
