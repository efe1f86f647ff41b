// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/label_list_panel.h"

#include "ui/panels/panel_parts.h"
#include "ui/panels/row_painting.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace boxwright {

class LabelListPanel::Model : public QAbstractListModel
{
public:
    Model(LabelState &state, QObject *parent)
        : QAbstractListModel(parent)
        , m_state(state)
    {
    }

    void refill()
    {
        QList<LabelId> ids;
        if (const ImageRecord *image = m_state.image()) {
            for (const Label &label : image->labels)
                ids.append(label.id);
        }
        if (ids == m_ids) {
            if (!m_ids.isEmpty())
                Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
            return;
        }
        beginResetModel();
        m_ids = ids;
        endResetModel();
    }
    [[nodiscard]] LabelId idAt(int row) const { return m_ids.value(row, LabelId::None); }
    [[nodiscard]] int rowOf(LabelId id) const { return int(m_ids.indexOf(id)); }
    [[nodiscard]] const Label *labelAt(int row) const
    {
        return m_state.image() ? m_state.image()->label(idAt(row)) : nullptr;
    }
    [[nodiscard]] const LabelClass *classAt(int row) const
    {
        const Label *label = labelAt(row);
        return label ? m_state.dataset().labelClass(label->classId) : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_ids.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const Label *label = labelAt(index.row());
        const LabelClass *labelClass = classAt(index.row());
        if (!label || !labelClass)
            return {};
        if (role == Qt::DisplayRole)
            return labelClass->name;
        if (role == Qt::DecorationRole)
            return labelClass->color;
        if (role == Qt::UserRole) {
            const QLocale locale;
            return QStringLiteral("%1 × %2").arg(locale.toString(qRound(label->box.width())),
                                                 locale.toString(qRound(label->box.height())));
        }
        return {};
    }

private:
    LabelState &m_state;
    QList<LabelId> m_ids;
};

namespace {

class LabelDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowContent content;
        content.swatch = index.data(Qt::DecorationRole).value<QColor>();
        content.text = index.data().toString();
        content.trailing = index.data(Qt::UserRole).toString();
        paintRow(*painter, option, content);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, kRowHeight};
    }
};

} // namespace

LabelListPanel::LabelListPanel(LabelState &state, QWidget *parent)
    : QFrame(parent)
    , m_state(state)
    , m_model(new Model(state, this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
    , m_empty(makeTeachingLabel(tr("Drag on the image to draw the first box."), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setKind(*m_count, "heading");
    m_count->setContentsMargins(0, 0, 4, 0);
    layout->addWidget(makePanelHeading(tr("Labels in this image"), m_count, this));
    m_list->setObjectName(QStringLiteral("labelList"));
    m_list->setAccessibleName(tr("Labels in this image"));
    prepareList(*m_list);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setItemDelegate(new LabelDelegate(this));
    m_list->setModel(m_model);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);

    connect(&state, &LabelState::imageChanged, this, &LabelListPanel::refill);
    connect(&state, &LabelState::contentChanged, this, &LabelListPanel::refill);
    connect(&state, &LabelState::selectionChanged, this, &LabelListPanel::syncSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LabelListPanel::onListSelectionChanged);
    refill();
}

void LabelListPanel::refill()
{
    m_isSyncing = true;
    m_model->refill();
    m_isSyncing = false;
    const int count = m_model->rowCount();
    m_count->setText(count > 0 ? QLocale().toString(count) : QString());
    m_empty->setVisible(count == 0 && m_state.image() && m_state.image()->info.problem.isEmpty());
    syncSelection();
}

void LabelListPanel::syncSelection()
{
    if (m_isSyncing)
        return;
    m_isSyncing = true;
    QItemSelection selection;
    QModelIndex last;
    for (const LabelId id : m_state.selection().labels) {
        const int row = m_model->rowOf(id);
        if (row < 0)
            continue;
        last = m_model->index(row);
        selection.select(last, last);
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (last.isValid()) {
        m_list->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
        m_list->scrollTo(last);
    }
    m_isSyncing = false;
}

void LabelListPanel::onListSelectionChanged()
{
    if (m_isSyncing)
        return;
    Selection selection;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        selection.labels.append(m_model->idAt(index.row()));
    m_isSyncing = true;
    m_state.setSelection(selection);
    m_isSyncing = false;
}

} // namespace boxwright
