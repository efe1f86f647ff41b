// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project_database.h"

#include <QStringList>

#include <vector>

namespace boxwright {

/// How a file of version `from` becomes one of version `from` + 1.
struct Migration
{
    int from = 0;
    QStringList statements;
};

/// The version that a program writes and the steps that lead to it. Tests make schemas of their own.
struct Schema
{
    int version = 1;
    std::vector<Migration> migrations;
};

/// The schema of this program: kSchemaVersion and every migration up to it.
const Schema &currentSchema();

/// SQLite's application_id of a project file: "BxWr".
inline constexpr quint32 kApplicationId = 0x42785772;

/// Makes the tables in an empty database.
Result<> makeTables(ProjectDatabase &database);

/// What the first bytes of a file say, before SQLite touches it: a message where it is no project, or one of a newer
/// program.
Result<> checkProjectHeader(const QString &path, const Schema &schema);

/// Brings the file up to the schema's version in one transaction, after a copy was made beside it. Does nothing where
/// it is up to date. Refuses a newer file, and an older one that no step leads from.
Result<> migrateProject(const QString &path, const Schema &schema);

} // namespace boxwright
