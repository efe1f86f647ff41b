// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/project_session.h"

#include "core/store/project_writer.h"

#include <QLockFile>

namespace boxwright {

ProjectSession::~ProjectSession() = default;

} // namespace boxwright
