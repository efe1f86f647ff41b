// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/training_options.h"
#include "core/detect/detector_backend.h"

#include <QStringList>

namespace boxwright::cli {

/// Trains a model on the labelled images of a project. Ctrl-C ends the training after the step in work; best and last
/// model are kept. The project is held only while it is read.
class TrainCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "train"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    Result<TrainingRequest> makeRequest(const Context &context, const DetectorBackend &backend) const;
    Result<> checkRunName() const;
    Result<> checkStart() const;

    QString m_project;
    QString m_run;
    QString m_preset;
    QString m_device;
    QString m_precision;
    AugmentationWords m_augmentation;
    QString m_hyperparameterFile;
    QStringList m_values;
    QString m_weights;
    QString m_startModel;
    bool m_backboneOnly = false;
    double m_minutes = 0;
    qint64 m_threads = 0;
    qint64 m_seed = 1;
    bool m_isResuming = false;
};

} // namespace boxwright::cli
