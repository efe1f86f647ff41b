// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"
#include "core/session/run_history.h"

namespace boxwright {

/// A model that the project can use: the best one of a run, or one that was opened from elsewhere.
struct ModelEntry
{
    RunRecord run; ///< of an opened model only what its own files tell
    bool isOpened = false;
};

/// The models of the project's runs, the latest first, then those that were opened and are still there.
QList<ModelEntry> readModels(const ProjectSession &session);

/// Remembers a model folder from elsewhere with the project; fails where the folder holds no model. One that belongs to
/// a run of the project is known already and is no failure.
Result<> rememberModel(ProjectSession &session, const QString &folder);
void forgetModel(ProjectSession &session, const QString &folder);

} // namespace boxwright
