// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/training_options.h"
#include "core/detect/training.h"

namespace boxwright::cli {

/// Writes what the network sees of the training images in the first epochs: the very pixels that `train` with the same
/// words would learn from, with the boxes drawn.
class AugmentCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "augment"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    Result<TrainingRequest> makeRequest() const;

    QString m_project;
    QString m_folder;
    QString m_preset;
    AugmentationWords m_augmentation;
    qint64 m_images = 8;
    qint64 m_epochs = 4;
    qint64 m_imageShape = 300;
    qint64 m_seed = 1;
};

} // namespace boxwright::cli
