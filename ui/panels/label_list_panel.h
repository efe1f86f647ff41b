// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label/label_edits.h"

#include <QAbstractListModel>
#include <QFrame>

class QLabel;
class QListView;

namespace boxwright {

/// The labels of the shown image; what is selected here is selected on the canvas and the other way round. GUI thread.
class LabelListPanel : public QFrame
{
    Q_OBJECT

public:
    explicit LabelListPanel(LabelState &state, QWidget *parent = nullptr);

    [[nodiscard]] QListView *list() const { return m_list; }

private:
    class Model;

    void refill();
    void syncSelection();
    void onListSelectionChanged();

    LabelState &m_state;
    Model *m_model;
    QListView *m_list;
    QLabel *m_count;
    QLabel *m_empty;
    bool m_isSyncing = false;
};

} // namespace boxwright
