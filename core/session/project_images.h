// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"

#include <QStringList>

namespace boxwright {

// How image files come into a project and follow their folders. No image is decoded or even opened here: sizes are
// learned (Document::learn) when an image is first shown.

/// Makes a project of all images below a folder. Ready as soon as they are listed; what was added becomes durable in
/// the background. Fails where the folder has no image.
Result<std::unique_ptr<ProjectSession>> createProjectFromFolder(const QString &projectPath, const QString &imageFolder);

/// Adds files (absolute paths) in one undoable step; returns how many were new.
qsizetype addImageFiles(ProjectSession &session, const QStringList &files);

/// The same for every image below a folder.
Result<qsizetype> addImageFolder(ProjectSession &session, const QString &folder);

/// Images below `oldFolder` (absolute) lie below `newFolder` now: the whole tree at once, in one undoable step.
/// Returns how many images that moved.
qsizetype relocateImages(ProjectSession &session, const QString &oldFolder, const QString &newFolder);

} // namespace boxwright
