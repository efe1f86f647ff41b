// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detection_runner.h"
#include "core/session/project_session.h"
#include "ui/label/label_state.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace boxwright {

class OpenImagesModel;
struct OpenImage;

/// The page on which a person answers what a model found in the whole data set: images with suggestions from the chosen
/// confidence on, the most doubtful first; all of them accepted or rejected at once, in one undo step. Nothing is
/// counted while the page is hidden. GUI thread; owned by the workspace.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    /// The confidence is the Label page's.
    ReviewPage(LabelState &state, ProjectSession &session, DetectionRunner &detection, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants to answer this image on the Label page.
    void imageWanted(boxwright::ImageId id);
    void modelsWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildPanel();
    QWidget *buildGallery();
    QWidget *buildEmptyState();
    void connectParts();
    void refresh();
    void showCounts(const QList<OpenImage> &images);
    void showLooking();
    void answerAll(bool isAccepted);
    void lookAtOpenImages();
    [[nodiscard]] QList<ImageId> unseenImages() const;

    LabelState &m_state;
    ProjectSession &m_session;
    DetectionRunner &m_detection;
    QTimer m_refresh; ///< gathers changes that come in quick succession
    OpenImagesModel *m_model = nullptr;
    QLabel *m_modelName = nullptr;
    QLabel *m_value = nullptr;
    QSlider *m_slider = nullptr;
    QLabel *m_counts = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_reject = nullptr;
    QLabel *m_unseen = nullptr;
    QPushButton *m_look = nullptr;
    QPushButton *m_choose = nullptr;
    QStackedWidget *m_right = nullptr;
    QLabel *m_emptyText = nullptr;
    QListView *m_list = nullptr;
};

} // namespace boxwright
