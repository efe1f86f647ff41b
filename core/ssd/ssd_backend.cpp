// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_backend.h"

#include "core/sagemaker/model_artifact.h"
#include "core/ssd/artifact_detector.h"
#include "core/ssd/devices.h"
#include "core/ssd/kept_memory.h"
#include "core/ssd/library_versions.h"
#include "core/ssd/ssd_detector.h"
#include "core/ssd/trainer.h"
#include "core/ssd/training_view.h"

namespace boxwright::ssd {

SsdBackend::SsdBackend()
{
    KeptMemory::install();                        // a training may begin while a detector is at work
    at::globalContext().setAllowTF32CuDNN(false); // float32 is float32 on GPUs too
}

Result<TrainingOutcome> SsdBackend::train(const TrainingRequest &request, const TrainingControl &control,
                                          const TrainingObserver &observer)
{
    return trainDetector(request, control, observer);
}

Result<TrainingView> SsdBackend::trainingView(const TrainingRequest &request, int image, int epoch)
{
    return viewTrainingImage(request, image, epoch);
}

Result<std::unique_ptr<Detector>> SsdBackend::openDetector(const QString &model, const OpenOptions &options)
{
    return isModelArtifact(model) ? openArtifactDetector(model, options) : SsdDetector::open(model, options);
}

std::vector<ComputeDevice> SsdBackend::devices() const
{
    return computeDevices();
}

QString SsdBackend::version() const
{
    return libraryVersions();
}

} // namespace boxwright::ssd
