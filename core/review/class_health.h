// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/health_report.h"

namespace boxwright {

class Dataset;

/// Kinds "class-gap" (a class without labels between others), "few-labels", "class-not-validated".
QList<HealthFinding> checkClasses(const Dataset &dataset);

} // namespace boxwright
