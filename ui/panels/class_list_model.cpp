// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/class_list_model.h"

#include "core/edit/commands/change_class.h"

#include <algorithm>

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
    , m_rows(int(document.dataset().classes().size()))
{
    connect(&document, &Document::changed, this, &ClassListModel::onChanged);
    connect(&counts, &ProjectCounts::countsChanged, this, [this] {
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0), index(m_rows - 1), {CountRole});
    });
}

void ClassListModel::onChanged(const Change &change)
{
    if (!change.touchesClasses())
        return;
    beginResetModel();
    m_rows = int(m_document.dataset().classes().size());
    endResetModel();
}

ClassId ClassListModel::classAt(int row) const
{
    return row >= 0 && row < m_rows ? m_document.dataset().classes()[row].id : ClassId::None;
}

int ClassListModel::rowOf(ClassId id) const
{
    const QList<LabelClass> &classes = m_document.dataset().classes();
    const auto found =
        std::find_if(classes.begin(), classes.end(), [id](const LabelClass &candidate) { return candidate.id == id; });
    return found == classes.end() ? -1 : int(found - classes.begin());
}

int ClassListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
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
