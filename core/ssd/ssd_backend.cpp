// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/ssd_backend.h"

#include "core/ssd/library_versions.h"
#include "core/ssd/ssd_detector.h"
#include "core/ssd/trainer.h"

namespace boxwright::ssd {

Result<TrainingOutcome> SsdBackend::train(const TrainingRequest &request, const TrainingControl &control,
                                          const TrainingObserver &observer)
{
    return trainDetector(request, control, observer);
}

Result<std::unique_ptr<Detector>> SsdBackend::openDetector(const QString &modelFolder, int threads)
{
    return SsdDetector::open(modelFolder, threads);
}

QString SsdBackend::version() const
{
    return libraryVersions();
}

} // namespace boxwright::ssd
