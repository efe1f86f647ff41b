// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/backend_source.h"

namespace boxwright {

Result<std::unique_ptr<Detector>> openDetector(const BackendSource &source, const QString &model)
{
    const Result<DetectorBackend *> backend = source();
    if (!backend)
        return failure(backend.error());
    return (*backend)->openDetector(model, {});
}

} // namespace boxwright
