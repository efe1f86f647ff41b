// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/project_counts.h"

#include <QAbstractListModel>

namespace boxwright {

/// The classes of a project in export order; a name can be edited in place. GUI thread.
class ClassListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole, ///< qint64
        ColorRole,
        CountRole,  ///< qint64, labels of the class in the project
        HotkeyRole, ///< the key as people write it: "1", "0", "⇧1"; empty for none
    };

    ClassListModel(Document &document, const ProjectCounts &counts, QObject *parent = nullptr);

    [[nodiscard]] ClassId classAt(int row) const;
    [[nodiscard]] int rowOf(ClassId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void onChanged(const Change &change);
    [[nodiscard]] QList<ClassId> idsNow() const;

    Document &m_document;
    const ProjectCounts &m_counts;
    QList<ClassId> m_ids; ///< as views know them
};

} // namespace boxwright
