// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/project_file.h"
#include "core/store/rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

// https://www.sqlite.org/fileformat.html, "The Database Header"
constexpr qsizetype kHeaderSize = 100;
constexpr qsizetype kPageSizeOffset = 16;
constexpr qsizetype kPageCountOffset = 28;
constexpr qsizetype kUserVersionOffset = 60;
constexpr qsizetype kApplicationIdOffset = 68;
const QByteArray kMagic("SQLite format 3\0", 16);

Error newerError(const QString &path, int version)
{
    return {Text::tr("%1 was made by a newer version of this program (schema %2, this version knows up to %3). Update "
                     "the program to open it; the file was not changed")
                .arg(QDir::toNativeSeparators(path))
                .arg(version)
                .arg(kSchemaVersion),
            {}};
}

Error foreignError(const QString &path, const QString &reason)
{
    return {Text::tr("%1 is not a project of this program: %2").arg(QDir::toNativeSeparators(path), reason), {}};
}

/// Whether pages are missing at the end. SQLite reads a page that is cut off as zeros and does not mind. While there is
/// a log it may hold what the file does not have yet.
bool isTruncated(const QFile &file, const QByteArray &header)
{
    const quint16 stored = qFromBigEndian<quint16>(header.constData() + kPageSizeOffset);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const qint64 pages = qFromBigEndian<quint32>(header.constData() + kPageCountOffset);
    return file.size() < pages * pageSize && !QFile::exists(file.fileName() + QStringLiteral("-wal"));
}

/// NAME.boxwright.bak-vN, with a number behind it where earlier copies are kept.
QString backupPath(const QString &path, int version)
{
    const QString base = path + QStringLiteral(".bak-v%1").arg(version);
    QString free = base;
    for (int n = 2; QFile::exists(free); ++n)
        free = base + QStringLiteral("-%1").arg(n);
    return free;
}

Result<> copyBeside(ProjectDatabase &database, const QString &to)
{
    // Unlike a copy of the file this takes along what still is in the log.
    QString quoted = to;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    return database.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
}

Result<> migrateStep(ProjectDatabase &database, const Migration &step)
{
    for (const QString &sql : step.statements) {
        if (const Result<> done = database.execute(sql); !done)
            return done;
    }
    return database.execute(QStringLiteral("PRAGMA user_version=%1").arg(step.from + 1));
}

Result<> migrateSteps(ProjectDatabase &database, int version, const Schema &schema)
{
    if (const Result<> begun = database.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Result<> done;
    for (; done && version < schema.version; ++version) {
        const auto step = std::find_if(schema.migrations.begin(), schema.migrations.end(),
                                       [version](const Migration &item) { return item.from == version; });
        done = migrateStep(database, *step);
    }
    if (done)
        done = database.execute(QStringLiteral("COMMIT"));
    if (!done)
        (void)database.execute(QStringLiteral("ROLLBACK")); // the first error is the one to tell
    return done;
}

bool leadsUp(const Schema &schema, int version)
{
    for (; version < schema.version; ++version) {
        const auto isStep = [version](const Migration &item) { return item.from == version; };
        if (std::none_of(schema.migrations.begin(), schema.migrations.end(), isStep))
            return false;
    }
    return true;
}

} // namespace

const Schema &currentSchema()
{
    static const Schema schema{kSchemaVersion, {}};
    return schema;
}

Result<> makeTables(ProjectDatabase &database)
{
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    statements += tableDefinitions();
    statements << QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId)
               << QStringLiteral("PRAGMA user_version=%1").arg(kSchemaVersion) << QStringLiteral("COMMIT");
    for (const QString &sql : std::as_const(statements)) {
        if (const Result<> done = database.execute(sql); !done)
            return done;
    }
    return {};
}

Result<> checkProjectHeader(const QString &path, const Schema &schema)
{
    QFile file(path);
    if (!file.exists())
        return failure(Text::tr("%1 does not exist").arg(QDir::toNativeSeparators(path)));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    const QByteArray header = file.read(kHeaderSize);
    if (header.isEmpty())
        return failure(foreignError(path, Text::tr("the file is empty")));
    if (header.size() < kHeaderSize || !header.startsWith(kMagic))
        return failure(foreignError(path, Text::tr("the file has another format")));
    if (qFromBigEndian<quint32>(header.constData() + kApplicationIdOffset) != kApplicationId)
        return failure(foreignError(path, Text::tr("it is the database of another program")));
    const int version = qFromBigEndian<qint32>(header.constData() + kUserVersionOffset);
    if (version > schema.version)
        return failure(newerError(path, version));
    if (isTruncated(file, header))
        return failure(Text::tr("%1 is damaged: its end is missing").arg(QDir::toNativeSeparators(path)));
    return {};
}

Result<> migrateProject(const QString &path, const Schema &schema)
{
    Result<std::unique_ptr<ProjectDatabase>> database = ProjectDatabase::open(path, ProjectDatabase::Access::ReadWrite);
    if (!database)
        return failure(database.error());
    const Result<QVariant> answer = (*database)->value(QStringLiteral("PRAGMA user_version"));
    if (!answer)
        return failure(answer.error());
    const int version = answer->toInt();
    if (version == schema.version)
        return {};
    if (version > schema.version)
        return failure(newerError(path, version));
    if (!leadsUp(schema, version))
        return failure(foreignError(path, Text::tr("its schema has the unknown version %1").arg(version)));
    if (const Result<> kept = copyBeside(**database, backupPath(path, version)); !kept)
        return kept;
    return migrateSteps(**database, version, schema);
}

} // namespace boxwright
