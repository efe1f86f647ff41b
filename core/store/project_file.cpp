// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_file.h"

#include "core/store/rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

const QString kNextIdKey = QStringLiteral("next_id");
const QString kSettingPrefix = QStringLiteral("setting/");

/// Calls `take(row)` for every row of the table.
template<class Take>
Result<> forEachRow(ProjectDatabase &database, const TableColumns &table, Take take)
{
    Result<QSqlQuery> query = database.prepare(table.select());
    if (!query)
        return failure(query.error());
    if (const Result<> done = database.executePrepared(*query); !done)
        return done;
    while (query->next())
        take(*query);
    if (query->lastError().isValid())
        return failure(database.error(query->lastError()));
    return {};
}

/// Gathers the tables of one file into a data set.
class Loader
{
public:
    explicit Loader(ProjectDatabase &database)
        : m_database(database)
    {
    }

    Result<LoadedProject> load();

private:
    Result<> loadMeta();
    Result<> loadClasses();
    Result<> loadImages();
    Result<> loadLabels();
    Result<> loadSuggestions();
    ImageRecord *recordFor(ImageId image, ClassId classId, qint64 id);
    void useId(qint64 id) { m_project.firstFreeId = std::max(m_project.firstFreeId, id + 1); }

    ProjectDatabase &m_database;
    LoadedProject m_project;
    QList<LabelClass> m_classes;
    QSet<ClassId> m_classIds;
    std::vector<ImageRecord> m_images;
    ImageRecord *m_lastRecord = nullptr;
};

Result<LoadedProject> Loader::load()
{
    // One transaction, so that all tables are of one moment even while another program writes.
    if (const Result<> begun = m_database.execute(QStringLiteral("BEGIN")); !begun)
        return failure(begun.error());
    for (const auto part : {&Loader::loadMeta, &Loader::loadClasses, &Loader::loadImages, &Loader::loadLabels,
                            &Loader::loadSuggestions}) {
        if (const Result<> done = (this->*part)(); !done)
            return failure(done.error());
    }
    if (const Result<> done = m_database.execute(QStringLiteral("COMMIT")); !done)
        return failure(done.error());
    m_project.dataset = Dataset(std::move(m_classes), std::move(m_images));
    return std::move(m_project);
}

Result<> Loader::loadMeta()
{
    return forEachRow(m_database, metaTable(), [this](const QSqlQuery &row) {
        const QString key = row.value(0).toString();
        if (key == kNextIdKey)
            useId(std::clamp<qint64>(row.value(1).toLongLong() - 1, 0, qint64{1} << 53));
        else if (key.startsWith(kSettingPrefix))
            m_project.settings.insert(key.mid(kSettingPrefix.size()), row.value(1).toString());
    });
}

Result<> Loader::loadClasses()
{
    const Result<> done = forEachRow(m_database, classTable(), [this](const QSqlQuery &row) {
        if (const auto item = readClass(row, m_project.notes)) {
            m_classes.append(*item);
            m_classIds.insert(item->id);
            useId(toNumber(item->id));
        }
    });
    std::stable_sort(m_classes.begin(), m_classes.end(),
                     [](const LabelClass &a, const LabelClass &b) { return a.position < b.position; });
    for (int position = 0; position < m_classes.size(); ++position)
        m_classes[position].position = position;
    return done;
}

Result<> Loader::loadImages()
{
    return forEachRow(m_database, imageTable(), [this](const QSqlQuery &row) {
        if (auto image = readImage(row, m_project.notes)) {
            useId(toNumber(image->id));
            m_images.push_back({std::move(*image), {}, {}});
        }
    });
}

Result<> Loader::loadLabels()
{
    m_lastRecord = nullptr;
    return forEachRow(m_database, labelTable(), [this](const QSqlQuery &row) {
        const auto found = readLabel(row, m_project.notes);
        if (!found)
            return;
        const qint64 id = toNumber(found->value.id);
        useId(id);
        if (ImageRecord *record = recordFor(found->image, found->value.classId, id))
            record->labels.append(found->value);
    });
}

Result<> Loader::loadSuggestions()
{
    m_lastRecord = nullptr;
    return forEachRow(m_database, suggestionTable(), [this](const QSqlQuery &row) {
        const auto found = readSuggestion(row, m_project.notes);
        if (!found)
            return;
        const qint64 id = toNumber(found->value.id);
        useId(id);
        if (ImageRecord *record = recordFor(found->image, found->value.classId, id))
            record->suggestions.append(found->value);
    });
}

ImageRecord *Loader::recordFor(ImageId image, ClassId classId, qint64 id)
{
    if (!m_lastRecord || m_lastRecord->info.id != image) {
        const auto at = std::lower_bound(m_images.begin(), m_images.end(), image,
                                         [](const ImageRecord &item, ImageId wanted) { return item.info.id < wanted; });
        m_lastRecord = at != m_images.end() && at->info.id == image ? &*at : nullptr;
    }
    if (m_lastRecord && m_classIds.contains(classId))
        return m_lastRecord;
    constexpr qsizetype kMaxNotes = 100;
    if (m_project.notes.size() < kMaxNotes)
        m_project.notes.append(
            Text::tr("Entry %1 belongs to an image or a class that is not there and is left out").arg(id));
    return nullptr;
}

} // namespace

Result<> createProjectFile(const QString &path)
{
    if (QFile::exists(path))
        return failure(Text::tr("%1 exists already").arg(QDir::toNativeSeparators(path)));
    // Made whole under another name, so that a crash leaves no half project.
    const QString staging = path + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    Result<> made;
    if (QFile file(staging); !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    {
        Result<std::unique_ptr<ProjectDatabase>> database =
            ProjectDatabase::open(staging, ProjectDatabase::Access::ReadWrite);
        made = database ? makeTables(**database) : Result<>(failure(database.error()));
    }
    QFile file(staging);
    if (made && !file.rename(path)) // never replaces a file that came meanwhile
        made = failure(Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    if (!made)
        QFile::remove(staging);
    return made;
}

Result<LoadedProject> loadProjectFile(const QString &path, bool readOnly, const Schema &schema)
{
    if (const Result<> known = checkProjectHeader(path, schema); !known)
        return failure(known.error());
    if (!readOnly) {
        if (const Result<> migrated = migrateProject(path, schema); !migrated)
            return failure(migrated.error());
    }
    Result<std::unique_ptr<ProjectDatabase>> database =
        ProjectDatabase::open(path, readOnly ? ProjectDatabase::Access::ReadOnly : ProjectDatabase::Access::ReadWrite);
    if (!database)
        return failure(database.error());
    const Result<QVariant> version = (*database)->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return failure(version.error());
    if (version->toInt() != schema.version)
        return failure(Text::tr("%1 has schema %2 and must be brought to schema %3 first; that cannot be done while it "
                                "can only be read")
                           .arg(QDir::toNativeSeparators(path))
                           .arg(version->toInt())
                           .arg(schema.version));
    return Loader(**database).load();
}

Result<QString> readProjectSetting(const QString &path, const QString &key)
{
    if (const Result<> known = checkProjectHeader(path, currentSchema()); !known)
        return failure(known.error());
    Result<std::unique_ptr<ProjectDatabase>> database = ProjectDatabase::open(path, ProjectDatabase::Access::ReadOnly);
    if (!database)
        return failure(database.error());
    Result<QSqlQuery> query = (*database)->prepare(QStringLiteral("SELECT value FROM meta WHERE key=?"));
    if (!query)
        return failure(query.error());
    query->addBindValue(kSettingPrefix + key);
    if (const Result<> done = (*database)->executePrepared(*query); !done)
        return failure(done.error());
    return query->next() ? query->value(0).toString() : QString();
}

} // namespace boxwright
