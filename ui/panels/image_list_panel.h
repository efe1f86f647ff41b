// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label/label_state.h"
#include "ui/panels/image_list_model.h"
#include "ui/panels/project_counts.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;

namespace boxwright {

/// The images with a filter line above and how far the person is below. Walks through the images that it shows.
/// GUI thread.
class ImageListPanel : public QFrame
{
    Q_OBJECT

public:
    ImageListPanel(ProjectSession &session, LabelState &state, const ProjectCounts &counts, QWidget *parent = nullptr);

    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] const ImageListModel &model() const { return *m_model; }
    void focusFilter();
    void setFilterText(const QString &text);

    void step(int by);
    void goToFirst();
    void goToLast();
    /// The nearest image in that direction that nobody has reviewed.
    void stepToUnreviewed(int by);
    /// The nearest image in that direction without a label.
    void stepToUnlabelled(int by);
    /// The image before the shown one, None for none.
    [[nodiscard]] ImageId previousImage() const;
    /// Images next to the shown one in the order in which a person will most likely want them.
    [[nodiscard]] QList<ImageId> neighbours() const;

private:
    void build();
    void applyFilter();
    void refreshCounts();
    void syncCurrent();
    void goToRow(int row);
    void showMenu(const QPoint &pos);
    void removeImage(ImageId id);
    [[nodiscard]] int currentRow() const { return m_model->rowOf(m_state.imageId()); }

    ProjectSession &m_session;
    LabelState &m_state;
    const ProjectCounts &m_counts;
    ImageListModel *m_model;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QTimer m_filterDelay;
    int m_lastRow = 0; ///< where the shown image was when the filter hid it
};

} // namespace boxwright
