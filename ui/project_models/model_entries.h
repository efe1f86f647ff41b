// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"
#include "core/session/run_history.h"
#include "ui/project_models/opened_models.h"
#include "ui/project_models/start_model.h"

namespace boxwright {

/// A model that the project can use: the best one of a run, or one that was opened from elsewhere.
struct ModelEntry
{
    RunRecord run; ///< of an opened model only what its own files tell
    bool isOpened = false;
    std::optional<ModelInfo> info; ///< of an opened model, once it is read
    QString problem;               ///< why an opened one cannot be read

    [[nodiscard]] bool isBeingRead() const { return isOpened && !info && problem.isEmpty(); }
    [[nodiscard]] bool isOfTheCloud() const { return info && info->isArtifact; }
};

/// The models of the project's runs, the latest first, then those that were opened and are still there.
QList<ModelEntry> readModels(const ProjectSession &session, OpenedModels &opened);

/// Those of them that a training can go on from.
QList<StartModel> startModels(const QList<ModelEntry> &entries);

} // namespace boxwright
