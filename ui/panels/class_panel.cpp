// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/class_panel.h"

#include "core/edit/commands/add_class.h"
#include "core/edit/commands/change_class.h"
#include "core/edit/commands/delete_class.h"
#include "core/edit/commands/move_class.h"
#include "ui/dialogs/ask.h"
#include "ui/panels/class_list_delegate.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/row_painting.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kMaxShownRows = 10;

} // namespace

ClassPanel::ClassPanel(LabelState &state, LabelEdits &edits, const ProjectCounts &counts, QWidget *parent)
    : QFrame(parent)
    , m_state(state)
    , m_edits(edits)
    , m_counts(counts)
    , m_model(new ClassListModel(state.document(), counts, this))
{
    build();
    connectList();
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        fitHeight();
        syncCurrent();
    });
    connect(&state, &LabelState::currentClassChanged, this, &ClassPanel::syncCurrent);
    fitHeight();
    syncCurrent();
}

void ClassPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_add = new QPushButton(tr("+ add"), this);
    m_add->setObjectName(QStringLiteral("addClass"));
    m_add->setAccessibleName(tr("Add a class"));
    m_add->setToolTip(tr("Add a class"));
    setKind(*m_add, "link");
    m_add->setEnabled(!m_state.document().isReadOnly());
    layout->addWidget(makePanelHeading(tr("Classes"), m_add, this));

    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("classList"));
    m_list->setAccessibleName(tr("Classes"));
    prepareList(*m_list);
    m_list->setModel(m_model);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    layout->addWidget(m_list);

    m_empty = makeTeachingLabel(tr("Draw a box and give it a name: that is the first class."), this);
    layout->addWidget(m_empty);

    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("newClassName"));
    m_name->setAccessibleName(tr("Name of the new class"));
    m_name->setPlaceholderText(tr("Name, then Enter"));
    m_name->installEventFilter(this);
    m_name->hide();
    auto *field = new QWidget(this);
    auto *fieldLayout = new QVBoxLayout(field);
    fieldLayout->setContentsMargins(12, 2, 12, 0);
    fieldLayout->addWidget(m_name);
    layout->addWidget(field);
}

void ClassPanel::connectList()
{
    auto *delegate = new ClassListDelegate(this);
    m_list->setItemDelegate(delegate);
    connect(delegate, &ClassListDelegate::colorClicked, this,
            [this](const QModelIndex &index) { recolor(m_model->classAt(index.row())); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!m_isSyncing && current.isValid())
            m_state.setCurrentClass(m_model->classAt(current.row()));
    });
    // A click is a choice and changes what is selected on the image; walking with the arrow keys is not.
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { m_edits.chooseClass(m_model->classAt(index.row())); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &ClassPanel::showMenu);
    connect(m_add, &QPushButton::clicked, this, &ClassPanel::beginAdding);
    connect(m_name, &QLineEdit::returnPressed, this, &ClassPanel::finishAdding);
    m_list->installEventFilter(this);
}

void ClassPanel::beginAdding()
{
    m_name->clear();
    m_name->show();
    m_name->setFocus();
}

void ClassPanel::finishAdding()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        cancelAdding();
        return;
    }
    if (m_state.dataset().classNamed(name)) {
        m_name->setToolTip(tr("There is a class \"%1\" already.").arg(name));
        m_name->selectAll();
        return;
    }
    auto command = std::make_unique<AddClass>(m_state.document(), name);
    const ClassId id = command->classId();
    if (m_state.document().push(std::move(command)))
        m_state.setCurrentClass(id);
    m_name->clear(); // ready for the next one; Esc ends it
}

void ClassPanel::cancelAdding()
{
    m_name->hide();
    m_list->setFocus();
}

bool ClassPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::FocusOut && m_name->text().isEmpty())
        m_name->hide();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_name && key->key() == Qt::Key_Escape) {
        cancelAdding();
        return true;
    }
    if (watched == m_list && key->key() == Qt::Key_Delete) {
        remove(m_model->classAt(m_list->currentIndex().row()));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ClassPanel::syncCurrent()
{
    m_isSyncing = true;
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_state.currentClass())));
    m_isSyncing = false;
}

void ClassPanel::fitHeight()
{
    const int rows = m_model->rowCount();
    m_list->setFixedHeight(std::min(rows, kMaxShownRows) * kRowHeight);
    m_list->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
}

void ClassPanel::recolor(ClassId id)
{
    const LabelClass *labelClass = m_state.dataset().labelClass(id);
    if (!labelClass || m_state.document().isReadOnly())
        return;
    LabelClass changed = *labelClass;
    const QColor color = askColor(this, tr("Colour of %1").arg(changed.name), changed.color);
    if (!color.isValid())
        return;
    changed.color = color;
    m_state.document().push(std::make_unique<ChangeClass>(m_state.document(), changed));
}

void ClassPanel::remove(ClassId id)
{
    const LabelClass *labelClass = m_state.dataset().labelClass(id);
    if (!labelClass)
        return;
    const QString name = labelClass->name;
    const qint64 labels = m_counts.labelsOf(id);
    if (m_state.document().push(std::make_unique<DeleteClass>(m_state.document(), id)))
        Q_EMIT classDeleted(name, labels);
}

void ClassPanel::showMenu(const QPoint &pos)
{
    const QModelIndex index = m_list->indexAt(pos);
    const ClassId id = m_model->classAt(index.row());
    if (id == ClassId::None || m_state.document().isReadOnly())
        return;
    const int row = index.row();
    QMenu menu(this);
    menu.addAction(tr("Rename\tF2"), this, [this, index] { m_list->edit(index); });
    menu.addAction(tr("Change colour..."), this, [this, id] { recolor(id); });
    const auto move = [this, id](int to) {
        m_state.document().push(std::make_unique<MoveClass>(m_state.document(), id, to));
    };
    menu.addSeparator();
    menu.addAction(tr("Move up in the export order"), this, [=] { move(row - 1); })->setEnabled(row > 0);
    menu.addAction(tr("Move down in the export order"), this, [=] { move(row + 1); })
        ->setEnabled(row + 1 < m_model->rowCount());
    menu.addSeparator();
    menu.addAction(tr("Delete with its labels\tDel"), this, [this, id] { remove(id); });
    menu.exec(m_list->viewport()->mapToGlobal(pos));
}

} // namespace boxwright
