// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace boxwright {

/// A connection to a project's SQLite file. Belongs to the thread that opened it; closes in its destructor.
/// Never makes a file: a project that is gone stays gone.
class ProjectDatabase
{
public:
    enum class Access
    {
        ReadOnly,
        ReadWrite, ///< WAL and synchronous FULL: what was committed survives a pulled plug
    };

    static Result<std::unique_ptr<ProjectDatabase>> open(const QString &path, Access access);
    ~ProjectDatabase();
    ProjectDatabase(const ProjectDatabase &) = delete;
    ProjectDatabase &operator=(const ProjectDatabase &) = delete;

    Result<> execute(const QString &sql);
    /// The first value of the first row; invalid where there is no row.
    Result<QVariant> value(const QString &sql);
    /// A statement made ready for binding, reading forward only.
    Result<QSqlQuery> prepare(const QString &sql);
    Result<> executePrepared(QSqlQuery &query);

    /// Words for what SQLite said about this file.
    [[nodiscard]] Error error(const QSqlError &error) const;

private:
    ProjectDatabase(QString path, QString connection);
    /// SQLite looks at the file only when something is asked of it.
    Result<> openAndTouch(const QString &options);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
};

} // namespace boxwright
