// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"

namespace boxwright::ssd {

/// The detector's engine as the programs see it. Owned by the module; holds no state of its own.
class SsdBackend : public DetectorBackend
{
public:
    SsdBackend();

    Result<TrainingOutcome> train(const TrainingRequest &request, const TrainingControl &control,
                                  const TrainingObserver &observer) override;
    Result<TrainingView> trainingView(const TrainingRequest &request, int image, int epoch) override;
    Result<std::unique_ptr<Detector>> openDetector(const QString &model, const OpenOptions &options) override;
    [[nodiscard]] std::vector<ComputeDevice> devices() const override;
    [[nodiscard]] QString version() const override;
};

} // namespace boxwright::ssd
