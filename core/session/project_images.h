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

/// The first image from `from` on, and round to it again, whose file is not where the project has it; None where every
/// file is there. Asks the disk once per image.
ImageId firstMissingImage(const ProjectSession &session, ImageId from = ImageId::None);

/// A person has shown where the file of that image lies now (absolute). With it go all other missing images of the tree
/// that moved: those whose files lie beside it as they lay beside the old one. One undoable step; images that are still
/// where they were stay. A file of another name takes only its own image along. Returns how many images were found.
qsizetype relocateImages(ProjectSession &session, ImageId image, const QString &file);

} // namespace boxwright
