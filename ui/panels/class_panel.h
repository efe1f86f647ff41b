// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label/label_edits.h"
#include "ui/panels/class_list_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace boxwright {

/// The classes: choose one for the next box or for what is selected; add, rename, recolour, delete. GUI thread.
class ClassPanel : public QFrame
{
    Q_OBJECT

public:
    ClassPanel(LabelState &state, LabelEdits &edits, const ProjectCounts &counts, QWidget *parent = nullptr);

    [[nodiscard]] QListView *list() const { return m_list; }
    /// Opens the field for a new class's name.
    void beginAdding();

Q_SIGNALS:
    /// A class went, with that many labels; it can be undone.
    void classDeleted(const QString &name, qint64 labels);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectList();
    void finishAdding();
    void cancelAdding();
    void syncCurrent();
    void fitHeight();
    void recolor(ClassId id);
    void remove(ClassId id);
    void showMenu(const QPoint &pos);

    LabelState &m_state;
    LabelEdits &m_edits;
    const ProjectCounts &m_counts;
    ClassListModel *m_model;
    QListView *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_empty = nullptr;
    bool m_isSyncing = false;
};

} // namespace boxwright
