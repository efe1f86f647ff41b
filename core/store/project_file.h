// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/dataset.h"
#include "core/store/schema.h"

#include <QMap>
#include <QStringList>

namespace boxwright {

/// What a project file held when it was opened.
struct LoadedProject
{
    Dataset dataset;
    qint64 firstFreeId = 1;
    QMap<QString, QString> settings;
    QStringList notes; ///< values in the file that cannot be, translated; they stay in the file and are left out here
};

/// Version of the schema that this program writes (SQLite's user_version).
inline constexpr int kSchemaVersion = 1;

/// Makes a new, empty project file; refuses one that exists.
Result<> createProjectFile(const QString &path);

/// Reads a project file. An older schema is migrated after a copy NAME.boxwright.bak-vN was made; a newer one, or a
/// file that is no project, is refused and left alone. `readOnly` never writes, not even a migration.
Result<LoadedProject> loadProjectFile(const QString &path, bool readOnly, const Schema &schema = currentSchema());

/// One setting of the project (a JSON text or a plain word), empty where there is none.
Result<QString> readProjectSetting(const QString &path, const QString &key);

} // namespace boxwright
