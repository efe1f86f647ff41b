// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/project_models/model_entries.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace boxwright {

/// The models of a project as rows. GUI thread; owned by the Models page.
class ModelListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        FactsRole = Qt::UserRole, ///< the second line
        IsInUseRole,
    };

    using QAbstractListModel::QAbstractListModel;

    /// `inUse` is the folder of the model that makes the suggestions; empty for none.
    void setEntries(const QList<ModelEntry> &entries, const QString &inUse);
    [[nodiscard]] ModelEntry entryAt(int row) const { return m_entries.value(row); }
    /// Row of the model in that folder; -1 for none.
    [[nodiscard]] int rowOf(const QString &folder) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ModelEntry> m_entries;
    QString m_inUse;
};

/// Two lines: the name, and what is to be known of the model; a dot where it makes the suggestions.
class ModelListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace boxwright
