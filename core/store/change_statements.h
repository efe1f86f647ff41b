// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/store/project_database.h"

#include <map>

namespace boxwright {

/// Writes changes through a connection, with statements that are prepared once. The caller makes the transaction.
class ChangeStatements
{
public:
    explicit ChangeStatements(ProjectDatabase &database);

    Result<> write(const Change &change);
    /// The document's next free id, so that the id of something deleted is never given again.
    Result<> writeNextId(qint64 nextId);
    Result<> writeSetting(const QString &key, const QString &value);

private:
    Result<> write(const ClassEdit &edit);
    Result<> write(const ImageEdit &edit);
    Result<> write(const LabelEdit &edit);
    Result<> write(const SuggestionEdit &edit);
    Result<> run(const QString &sql, const QVariantList &values);

    ProjectDatabase &m_database;
    std::map<QString, QSqlQuery> m_queries;
    const QString m_upsertClass;
    const QString m_upsertImage;
    const QString m_upsertLabel;
    const QString m_upsertSuggestion;
    const QString m_upsertMeta;
    const QString m_removeClass;
    const QString m_removeImage;
    const QString m_removeLabel;
    const QString m_removeSuggestion;
};

} // namespace boxwright
