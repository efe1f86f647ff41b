// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/finding_view.h"

#include "ui/data/findings_model.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace boxwright {

namespace {

const QSize kThumbnail(160, 120);
constexpr qsizetype kMostImages = 1'000; ///< nobody looks through more; the first ones show what it is about

} // namespace

FindingView::FindingView(ProjectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_thumbnails(kThumbnail)
{
    m_title = new QLabel;
    m_title->setFont(themeFont(15, true));
    m_text = new QLabel;
    m_text->setObjectName(QStringLiteral("findingText"));
    m_text->setWordWrap(true);
    auto *back = new QPushButton(tr("Back to the charts"));
    back->setObjectName(QStringLiteral("backToCharts"));
    setKind(*back, "link");
    m_images = new QListWidget;
    m_images->setObjectName(QStringLiteral("findingImages"));
    m_images->setAccessibleName(tr("Images of this finding"));
    m_images->setViewMode(QListView::IconMode);
    m_images->setResizeMode(QListView::Adjust);
    m_images->setMovement(QListView::Static);
    m_images->setUniformItemSizes(true);
    m_images->setIconSize(kThumbnail);
    m_images->setGridSize(kThumbnail + QSize(16, 34));
    m_images->setTextElideMode(Qt::ElideMiddle);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_images, 1);
    connect(back, &QPushButton::clicked, this, &FindingView::closeWanted);
    connect(m_images, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { Q_EMIT imageWanted(ImageId{item->data(Qt::UserRole).toLongLong()}); });
    connect(m_images, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { Q_EMIT imageWanted(ImageId{item->data(Qt::UserRole).toLongLong()}); });
    connect(&m_thumbnails, &ThumbnailLoader::loaded, this, [this](ImageId id) {
        for (int row = 0; row < m_images->count(); ++row) {
            if (m_images->item(row)->data(Qt::UserRole).toLongLong() == toNumber(id))
                showThumbnail(*m_images->item(row));
        }
    });
}

void FindingView::show(const HealthFinding &finding)
{
    m_title->setText(findingTitle(finding.kind));
    m_text->setText(finding.text);
    fill(finding.images);
}

void FindingView::fill(const QList<ImageId> &images)
{
    m_images->clear();
    for (const ImageId id : images.mid(0, kMostImages)) {
        const ImageRecord *image = m_session.dataset().image(id);
        if (!image)
            continue;
        auto *item = new QListWidgetItem(image->info.path.section(u'/', -1), m_images);
        item->setData(Qt::UserRole, toNumber(id));
        item->setToolTip(image->info.path);
        showThumbnail(*item);
    }
    m_images->setVisible(!images.isEmpty());
}

void FindingView::showThumbnail(QListWidgetItem &item)
{
    const ImageId id{item.data(Qt::UserRole).toLongLong()};
    const ImageRecord *image = m_session.dataset().image(id);
    const QPixmap picture = image ? m_thumbnails.thumbnail(id, m_session.absoluteImagePath(image->info)) : QPixmap();
    if (!picture.isNull())
        item.setIcon(picture);
}

} // namespace boxwright
