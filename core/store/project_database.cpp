// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

/// A URI lets SQLite be told never to make the file (https://www.sqlite.org/uri.html).
QString uri(const QString &path, const QString &options)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QDir::fromNativeSeparators(path), "/:");
    const QString root = path.startsWith(QLatin1Char('/')) ? QStringLiteral("file://") : QStringLiteral("file:///");
    return root + QString::fromLatin1(encoded) + QLatin1Char('?') + options;
}

// Primary result codes, https://www.sqlite.org/rescode.html
enum SqliteCode
{
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

QString words(int code, const QString &file)
{
    switch (code) {
    case Busy:
    case Locked:
        return Text::tr("%1 is being written to by another program").arg(file);
    case ReadOnlyFile:
        return Text::tr("%1 cannot be written: the file or its folder is read-only").arg(file);
    case InputOutput:
        return Text::tr("The drive of %1 reported an error").arg(file);
    case Corrupt:
    case NotADatabase:
        return Text::tr("%1 is damaged and cannot be read as a project").arg(file);
    case Full:
        return Text::tr("%1 cannot be written: the disk is full").arg(file);
    case CannotOpen:
        return Text::tr("%1 cannot be opened").arg(file);
    default:
        return Text::tr("%1 cannot be read or written").arg(file);
    }
}

} // namespace

ProjectDatabase::ProjectDatabase(QString path, QString connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
}

ProjectDatabase::~ProjectDatabase()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<ProjectDatabase>> ProjectDatabase::open(const QString &path, Access access)
{
    std::unique_ptr<ProjectDatabase> database(
        new ProjectDatabase(path, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    if (access == Access::ReadOnly) {
        Result<> opened = database->openAndTouch(QStringLiteral("mode=ro"));
        // On a medium that cannot be written SQLite cannot make its index of the log. Without a log none is needed.
        if (!opened && !QFile::exists(path + QStringLiteral("-wal")))
            opened = database->openAndTouch(QStringLiteral("mode=ro&immutable=1"));
        if (!opened)
            return failure(opened.error());
        return database;
    }
    if (const Result<> opened = database->openAndTouch(QStringLiteral("mode=rw")); !opened)
        return failure(opened.error());
    for (const QString &sql : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
                               QStringLiteral("PRAGMA foreign_keys=OFF")}) {
        if (const Result<> done = database->execute(sql); !done)
            return failure(done.error());
    }
    return database;
}

Result<> ProjectDatabase::openAndTouch(const QString &options)
{
    m_database.close();
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
    m_database.setDatabaseName(uri(m_path, options));
    if (!m_database.open())
        return failure(error(m_database.lastError()));
    return execute(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
}

Result<> ProjectDatabase::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failure(error(query.lastError()));
    return {};
}

Result<QVariant> ProjectDatabase::value(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failure(error(query.lastError()));
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return failure(error(query.lastError()));
    return QVariant();
}

Result<QSqlQuery> ProjectDatabase::prepare(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(error(query.lastError()));
    return query;
}

Result<> ProjectDatabase::executePrepared(QSqlQuery &query)
{
    if (!query.exec())
        return failure(error(query.lastError()));
    return {};
}

Error ProjectDatabase::error(const QSqlError &error) const
{
    constexpr int kPrimaryCode = 0xff;
    const int code = error.nativeErrorCode().toInt() & kPrimaryCode;
    return {words(code, QDir::toNativeSeparators(m_path)), error.text()};
}

} // namespace boxwright
