// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"

class QWidget;

namespace boxwright {

/// The ways into a project, with the questions that they need. Each returns the open session, or an Error whose message
/// is empty where the person gave up.
using OpenedSession = Result<std::unique_ptr<ProjectSession>>;

inline constexpr char kProjectEnding[] = ".boxwright";

/// A project file, or a folder: the project in it, or a new one of all images below it.
OpenedSession openPath(QWidget *parent, const QString &path);
/// FOLDER/NAME.boxwright of all images below the folder; asks for another place where the folder cannot be written.
OpenedSession openImageFolder(QWidget *parent, const QString &folder);
/// Asks where, and makes an empty project.
OpenedSession makeNewProject(QWidget *parent);

/// Whether it is a model rather than a project or images: an archive or graph of the cloud, or the folder of a model.
bool isModelPath(const QString &path);

QString projectFileFilter();

} // namespace boxwright
