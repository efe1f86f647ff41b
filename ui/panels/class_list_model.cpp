// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/class_list_model.h"

#include "core/edit/commands/change_class.h"

namespace boxwright {

namespace {

QString hotkeyText(int hotkey)
{
    if (hotkey < 1 || hotkey > 20)
        return {};
    const QString digit = QString::number(hotkey % 10);
    return hotkey <= 10 ? digit : QStringLiteral("⇧") + digit;
}

} // namespace

ClassListModel::ClassListModel(Document &document, const ProjectCounts &counts, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_counts(counts)
    , m_ids(idsNow())
{
    connect(&document, &Document::changed, this, &ClassListModel::onChanged);
    connect(&counts, &ProjectCounts::countsChanged, this, [this] {
        if (!m_ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole});
    });
}

QList<ClassId> ClassListModel::idsNow() const
{
    QList<ClassId> ids;
    for (const LabelClass &labelClass : m_document.dataset().classes())
        ids.append(labelClass.id);
    return ids;
}

void ClassListModel::onChanged(const Change &change)
{
    if (!change.touchesClasses())
        return;
    const QList<ClassId> ids = idsNow();
    if (ids == m_ids) {
        if (!ids.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

ClassId ClassListModel::classAt(int row) const
{
    return m_ids.value(row, ClassId::None);
}

int ClassListModel::rowOf(ClassId id) const
{
    return int(m_ids.indexOf(id));
}

int ClassListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant ClassListModel::data(const QModelIndex &index, int role) const
{
    const LabelClass *labelClass = m_document.dataset().labelClass(classAt(index.row()));
    if (!labelClass)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return labelClass->name;
    case IdRole:
        return toNumber(labelClass->id);
    case ColorRole:
        return labelClass->color;
    case CountRole:
        return m_counts.labelsOf(labelClass->id);
    case HotkeyRole:
        return hotkeyText(labelClass->hotkey);
    default:
        return {};
    }
}

bool ClassListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const LabelClass *labelClass = m_document.dataset().labelClass(classAt(index.row()));
    if (role != Qt::EditRole || !labelClass)
        return false;
    LabelClass renamed = *labelClass;
    renamed.name = value.toString().trimmed();
    if (renamed.name.isEmpty() || renamed.name == labelClass->name)
        return false;
    return m_document.push(std::make_unique<ChangeClass>(m_document, renamed));
}

Qt::ItemFlags ClassListModel::flags(const QModelIndex &) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_document.isReadOnly() ? flags : flags | Qt::ItemIsEditable;
}

} // namespace boxwright
