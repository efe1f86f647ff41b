// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_statements.h"

#include "core/store/rows.h"

namespace boxwright {

ChangeStatements::ChangeStatements(ProjectDatabase &database)
    : m_database(database)
    , m_upsertClass(classTable().upsert())
    , m_upsertImage(imageTable().upsert())
    , m_upsertLabel(labelTable().upsert())
    , m_upsertSuggestion(suggestionTable().upsert())
    , m_upsertMeta(metaTable().upsert())
    , m_removeClass(classTable().remove())
    , m_removeImage(imageTable().remove())
    , m_removeLabel(labelTable().remove())
    , m_removeSuggestion(suggestionTable().remove())
{
}

Result<> ChangeStatements::write(const Change &change)
{
    for (const Edit &edit : change.edits) {
        const Result<> written = std::visit([this](const auto &value) { return write(value); }, edit);
        if (!written)
            return written;
    }
    return {};
}

Result<> ChangeStatements::writeNextId(qint64 nextId)
{
    return run(m_upsertMeta, {QStringLiteral("next_id"), nextId});
}

Result<> ChangeStatements::writeSetting(const QString &key, const QString &value)
{
    return run(m_upsertMeta, {QString(QStringLiteral("setting/") + key), value});
}

Result<> ChangeStatements::write(const ClassEdit &edit)
{
    return edit.after ? run(m_upsertClass, toRow(*edit.after)) : run(m_removeClass, {toNumber(edit.before->id)});
}

Result<> ChangeStatements::write(const ImageEdit &edit)
{
    return edit.after ? run(m_upsertImage, toRow(*edit.after)) : run(m_removeImage, {toNumber(edit.before->id)});
}

Result<> ChangeStatements::write(const LabelEdit &edit)
{
    return edit.after ? run(m_upsertLabel, toRow(edit.image, *edit.after))
                      : run(m_removeLabel, {toNumber(edit.before->id)});
}

Result<> ChangeStatements::write(const SuggestionEdit &edit)
{
    return edit.after ? run(m_upsertSuggestion, toRow(edit.image, *edit.after))
                      : run(m_removeSuggestion, {toNumber(edit.before->id)});
}

Result<> ChangeStatements::run(const QString &sql, const QVariantList &values)
{
    auto query = m_queries.find(sql);
    if (query == m_queries.end()) {
        Result<QSqlQuery> prepared = m_database.prepare(sql);
        if (!prepared)
            return failure(prepared.error());
        query = m_queries.emplace(sql, std::move(*prepared)).first;
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->second.bindValue(static_cast<int>(i), values[i]);
    return m_database.executePrepared(query->second);
}

} // namespace boxwright
