// SPDX-License-Identifier: GPL-3.0-or-later
// The two doors of the module boxwright_ssd; core/detect/detector_backend.cpp opens them.
#include "core/ssd/ssd_backend.h"

#include <QtGlobal>

/// Program and module must be of one build: they exchange C++ objects.
extern "C" Q_DECL_EXPORT const char *boxwright_module_version()
{
    return BOXWRIGHT_VERSION;
}

/// The engine; it lives as long as the module, which is until the program ends.
extern "C" Q_DECL_EXPORT boxwright::DetectorBackend *boxwright_detector_backend()
{
    static boxwright::ssd::SsdBackend backend;
    return &backend;
}
