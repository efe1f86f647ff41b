// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/health_report.h"
#include "core/session/project_session.h"
#include "ui/panels/thumbnail_loader.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace boxwright {

/// One finding: what it says, and its images as thumbnails, each of which opens. GUI thread; owned by the Data page.
class FindingView : public QWidget
{
    Q_OBJECT

public:
    explicit FindingView(ProjectSession &session, QWidget *parent = nullptr);

    void show(const HealthFinding &finding);

Q_SIGNALS:
    void imageWanted(boxwright::ImageId id);
    void closeWanted();

private:
    void fill(const QList<ImageId> &images);
    void showThumbnail(QListWidgetItem &item);

    ProjectSession &m_session;
    ThumbnailLoader m_thumbnails;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QListWidget *m_images = nullptr;
};

} // namespace boxwright
