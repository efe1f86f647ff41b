// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"

#include <memory>

namespace boxwright::cli {

/// A project as it lies on the disk; nobody is kept from writing it meanwhile.
struct ProjectSnapshot
{
    Dataset dataset;
    QString folder; ///< that relative image paths are taken against
    QMap<QString, QString> settings;
};

/// Reads without holding the project.
Result<ProjectSnapshot> readProject(const QString &path);

/// Opens for changes; refuses a project that another program holds and says who.
Result<std::unique_ptr<ProjectSession>> openForChanges(const QString &path);

/// Blocks until every change is durable.
Result<> saveAll(ProjectSession &session);

} // namespace boxwright::cli
