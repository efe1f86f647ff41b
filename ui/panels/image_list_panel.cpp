// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/image_list_panel.h"

#include "core/edit/commands/remove_images.h"
#include "core/edit/commands/set_split.h"
#include "ui/panels/image_list_delegate.h"
#include "ui/panels/panel_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

ImageListPanel::ImageListPanel(ProjectSession &session, LabelState &state, const ProjectCounts &counts, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_state(state)
    , m_counts(counts)
    , m_model(new ImageListModel(session, ImageListDelegate::kThumbnail * devicePixelRatioF(), this))
{
    setKind(*this, "panel");
    build();
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(120);
    connect(&m_filterDelay, &QTimer::timeout, this, &ImageListPanel::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_list->setFocus();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_state.setImage(m_model->imageAt(current.row()));
    });
    connect(&state, &LabelState::imageChanged, this, &ImageListPanel::syncCurrent);
    m_model->setMinConfidence(m_state.minConfidence());
    connect(&m_state, &LabelState::minConfidenceChanged, m_model, &ImageListModel::setMinConfidence);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        syncCurrent();
        refreshCounts();
    });
    connect(&counts, &ProjectCounts::countsChanged, this, &ImageListPanel::refreshCounts);
    refreshCounts();
}

void ImageListPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 12, 8);
    top->setSpacing(8);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("imageFilter"));
    m_filter->setAccessibleName(tr("Filter images"));
    m_filter->setPlaceholderText(tr("Filter by name, state:, class:"));
    m_filter->setToolTip(tr("Words of the file name, and\n"
                            "state:unreviewed, state:reviewed, state:empty, state:broken\n"
                            "class:NAME, has:labels, has:suggestions\n"
                            "split:train, split:validation, split:test, split:none\n"
                            "A minus in front turns a term around: -class:bee"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumHeight(30);
    top->addWidget(m_filter);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("imageCount"));
    top->addWidget(m_count);
    layout->addLayout(top);

    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("imageList"));
    m_list->setAccessibleName(tr("Images"));
    prepareList(*m_list);
    m_list->setItemDelegate(new ImageListDelegate(this));
    m_list->setModel(m_model);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ImageListPanel::showMenu);
    layout->addWidget(m_list, 1);
    m_nothing = makeTeachingLabel(tr("No image passes the filter."), this);
    m_nothing->hide();
    layout->addWidget(m_nothing);

    layout->addWidget(makeLine(this));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 10, 14, 10);
    foot->setSpacing(12);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("reviewProgress"));
    m_progress->setTextVisible(false);
    m_progress->setMinimumWidth(24); // the words need the room
    setKind(*m_progress, "ok");
    m_progressText = new QLabel(this);
    m_progressText->setObjectName(QStringLiteral("reviewProgressText"));
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_progressText);
    layout->addLayout(foot);
}

void ImageListPanel::showMenu(const QPoint &pos)
{
    const ImageId id = m_model->imageAt(m_list->indexAt(pos).row());
    const ImageRecord *image = m_state.dataset().image(id);
    if (!image)
        return;
    QMenu menu(this);
    QMenu *splits = menu.addMenu(tr("Split"));
    const std::pair<Split, QString> choices[] = {{Split::Train, tr("Training")},
                                                 {Split::Validation, tr("Validation")},
                                                 {Split::Test, tr("Test")},
                                                 {Split::None, tr("None")}};
    for (const auto &[split, text] : choices) {
        QAction *action = splits->addAction(text, this, [this, id, chosen = split] {
            m_state.document().push(std::make_unique<SetSplit>(m_state.document(), QList<ImageId>{id}, chosen));
        });
        action->setCheckable(true);
        action->setChecked(image->info.split == split);
    }
    menu.addAction(tr("Show in its folder"), this, [path = m_session.absoluteImagePath(image->info)] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
    menu.addSeparator();
    menu.addAction(tr("Take out of the project"), this, [this, id] { removeImage(id); })
        ->setToolTip(tr("The file stays where it is."));
    menu.setToolTipsVisible(true);
    splits->setEnabled(!m_session.isReadOnly());
    menu.actions().constLast()->setEnabled(!m_session.isReadOnly());
    menu.exec(m_list->viewport()->mapToGlobal(pos));
}

/// The person stays at this place in the list.
void ImageListPanel::removeImage(ImageId id)
{
    const bool isShown = id == m_state.imageId();
    const int row = currentRow();
    const bool isTaken =
        m_state.document().push(std::make_unique<RemoveImages>(m_state.document(), QList<ImageId>{id}));
    if (isTaken && isShown)
        goToRow(row);
}

void ImageListPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ImageListPanel::setFilterText(const QString &text)
{
    m_filter->setText(text);
    applyFilter();
}

void ImageListPanel::applyFilter()
{
    m_filterDelay.stop();
    m_lastRow = std::max(0, currentRow());
    const ImageFilter filter(m_filter->text());
    m_model->setFilter(filter);
    const QStringList unknown = filter.unknownTerms();
    if (!unknown.isEmpty())
        m_nothing->setText(
            tr("\"%1\" is no term of the filter: hover over it to see those there are.").arg(unknown.first()));
    else
        m_nothing->setText(tr("No image passes the filter."));
    if (currentRow() < 0 && m_model->rowCount() > 0)
        goToRow(0);
}

void ImageListPanel::refreshCounts()
{
    const QLocale locale;
    const int shown = m_model->rowCount();
    m_nothing->setVisible(shown == 0 && m_counts.images() > 0);
    m_list->setVisible(shown > 0 || m_counts.images() == 0);
    m_count->setText(shown == m_counts.images()
                         ? tr("%Ln image(s)", nullptr, shown)
                         : tr("%1 of %2 images").arg(locale.toString(shown), locale.toString(m_counts.images())));
    m_progress->setRange(0, int(std::max<qint64>(1, m_counts.images())));
    m_progress->setValue(int(m_counts.reviewed()));
    m_progressText->setText(
        tr("%1 / %2 reviewed").arg(locale.toString(m_counts.reviewed()), locale.toString(m_counts.images())));
}

void ImageListPanel::syncCurrent()
{
    const int row = currentRow();
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    if (row >= 0)
        m_list->scrollTo(m_model->index(row));
}

void ImageListPanel::goToRow(int row)
{
    if (m_model->rowCount() == 0)
        return;
    const int kept = std::clamp(row, 0, m_model->rowCount() - 1);
    m_state.setImage(m_model->imageAt(kept));
}

void ImageListPanel::step(int by)
{
    const int row = currentRow();
    goToRow(row < 0 ? m_lastRow : row + by);
}

void ImageListPanel::goToFirst()
{
    goToRow(0);
}

void ImageListPanel::goToLast()
{
    goToRow(m_model->rowCount() - 1);
}

void ImageListPanel::stepToUnreviewed(int by)
{
    const int row = m_model->nextRow(currentRow(), by, [](const ImageRecord &image) {
        return image.info.state == ReviewState::NotYet && image.info.problem.isEmpty();
    });
    if (row >= 0)
        goToRow(row);
}

void ImageListPanel::stepToUnlabelled(int by)
{
    const int row = m_model->nextRow(currentRow(), by, [](const ImageRecord &image) {
        return image.labels.isEmpty() && image.info.state != ReviewState::Empty;
    });
    if (row >= 0)
        goToRow(row);
}

ImageId ImageListPanel::previousImage() const
{
    return m_model->imageAt(currentRow() - 1);
}

QList<ImageId> ImageListPanel::neighbours() const
{
    const int row = currentRow();
    QList<ImageId> ids;
    for (const int by : {1, -1, 2}) {
        const ImageId id = m_model->imageAt(row + by);
        if (row >= 0 && id != ImageId::None)
            ids.append(id);
    }
    return ids;
}

} // namespace boxwright
