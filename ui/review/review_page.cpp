// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_page.h"

#include "core/edit/commands/accept_suggestions.h"
#include "core/edit/commands/reject_suggestions.h"
#include "ui/panels/panel_parts.h"
#include "ui/review/open_images_model.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <numeric>

namespace boxwright {

namespace {

constexpr int kPanelWidth = 280;
constexpr int kRefreshMs = 300;

int suggestionCount(const QList<OpenImage> &images)
{
    return std::accumulate(images.begin(), images.end(), 0,
                           [](int sum, const OpenImage &image) { return sum + image.suggestions; });
}

/// NAME.runs/RUN/best is known as RUN.
QString nameOf(const QString &model)
{
    const QFileInfo folder(QDir::cleanPath(model));
    const bool isOfRun = folder.fileName() == QLatin1String("best") || folder.fileName() == QLatin1String("last");
    return isOfRun ? QFileInfo(folder.path()).fileName() : folder.fileName();
}

QLabel *makeWords(const char *name, const char *kind)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    setKind(*label, kind);
    return label;
}

QPushButton *makeButton(const char *name, const char *kind)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    setKind(*button, kind);
    return button;
}

} // namespace

ReviewPage::ReviewPage(LabelState &state, ProjectSession &session, DetectionRunner &detection, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_session(session)
    , m_detection(detection)
{
    setObjectName(QStringLiteral("reviewPage"));
    m_model = new OpenImagesModel(session, OpenImageDelegate::kPicture * devicePixelRatioF(), this);
    m_right = new QStackedWidget;
    m_right->addWidget(buildEmptyState());
    m_right->addWidget(buildGallery());
    auto *line = new QFrame;
    setKind(*line, "line");
    line->setFixedWidth(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildPanel());
    layout->addWidget(line);
    layout->addWidget(m_right, 1);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connectParts();
}

QWidget *ReviewPage::buildPanel()
{
    auto *panel = new QFrame;
    setKind(*panel, "panel");
    panel->setFixedWidth(kPanelWidth);
    m_modelName = makeWords("reviewModel", "small");
    m_modelName->setWordWrap(false);
    m_value = makeWords("reviewConfidence", "title");
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("reviewSlider"));
    m_slider->setAccessibleName(tr("Smallest confidence that is shown"));
    m_slider->setRange(5, 99);
    m_slider->setPageStep(5);
    auto *line = new QHBoxLayout;
    line->addWidget(new QLabel(tr("confidence")), 1);
    line->addWidget(m_value);
    m_counts = makeWords("reviewCounts", "dim");
    m_accept = makeButton("acceptAll", "primary");
    m_reject = makeButton("rejectAll", "");
    m_unseen = makeWords("reviewUnseen", "dim");
    m_look = makeButton("lookAtImages", "");
    m_choose = makeButton("chooseModel", "");
    m_choose->setText(tr("Choose a model..."));

    auto *body = new QVBoxLayout;
    body->setContentsMargins(14, 2, 14, 16);
    body->setSpacing(8);
    body->addLayout(line);
    body->addWidget(m_slider);
    body->addWidget(m_counts);
    body->addWidget(m_accept);
    body->addWidget(m_reject);
    body->addStretch(1);
    body->addWidget(m_unseen);
    body->addWidget(m_look);
    body->addWidget(m_choose);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePanelHeading(tr("Suggestions"), m_modelName, panel));
    layout->addLayout(body, 1);
    return panel;
}

QWidget *ReviewPage::buildGallery()
{
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("openImages"));
    m_list->setAccessibleName(tr("Images with suggestions, the most doubtful first"));
    prepareList(*m_list);
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setSpacing(4);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OpenImageDelegate(m_list));
    setKind(*m_list, "gallery");
    auto *heading = new QLabel(tr("The most doubtful first: answering them teaches most"));
    setKind(*heading, "heading");
    auto *gallery = new QWidget;
    auto *layout = new QVBoxLayout(gallery);
    layout->setContentsMargins(20, 16, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    return gallery;
}

QWidget *ReviewPage::buildEmptyState()
{
    auto *title = new QLabel(tr("Nothing to review"));
    title->setFont(themeFont(15, true));
    m_emptyText = makeWords("reviewEmpty", "dim");
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(m_emptyText);
    layout->addStretch(2);
    return page;
}

void ReviewPage::connectParts()
{
    const auto soon = [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    };
    connect(&m_refresh, &QTimer::timeout, this, &ReviewPage::refresh);
    connect(&m_session.document(), &Document::changed, this, soon);
    connect(&m_detection, &DetectionRunner::modelChanged, this, soon);
    connect(&m_detection, &DetectionRunner::runningChanged, this, soon);
    connect(&m_state, &LabelState::minConfidenceChanged, this, soon);
    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        m_state.setMinConfidence(percent / 100.0);
        m_value->setText(QStringLiteral("≥ ") + QLocale().toString(percent / 100.0, 'f', 2));
    });
    connect(m_accept, &QPushButton::clicked, this, [this] { answerAll(true); });
    connect(m_reject, &QPushButton::clicked, this, [this] { answerAll(false); });
    connect(m_look, &QPushButton::clicked, this, &ReviewPage::lookAtOpenImages);
    connect(m_choose, &QPushButton::clicked, this, &ReviewPage::modelsWanted);
    const auto open = [this](const QModelIndex &index) { Q_EMIT imageWanted(m_model->imageAt(index.row())); };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ReviewPage::refresh()
{
    const double confidence = m_state.minConfidence();
    const QList<OpenImage> images = imagesByUncertainty(m_session.dataset(), confidence);
    const ImageId current = m_model->imageAt(m_list->currentIndex().row());
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setImages(images, confidence);
    for (int row = 0; row < m_model->rowCount() && current != ImageId::None; ++row) {
        if (m_model->imageAt(row) == current)
            m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->verticalScrollBar()->setValue(scrolled);
    m_right->setCurrentIndex(images.isEmpty() ? 0 : 1);
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(qRound(confidence * 100));
    m_value->setText(QStringLiteral("≥ ") + QLocale().toString(confidence, 'f', 2));
    showCounts(images);
    showLooking();
}

void ReviewPage::showCounts(const QList<OpenImage> &images)
{
    const int count = suggestionCount(images);
    const bool isAnswerable = count > 0 && !m_session.isReadOnly();
    m_counts->setText(
        count > 0 ? tr("%1 in %Ln image(s)", nullptr, int(images.size())).arg(tr("%Ln suggestion(s)", nullptr, count))
                  : tr("No suggestion from this confidence on."));
    m_accept->setText(count > 0 ? tr("Accept all %Ln", nullptr, count) : tr("Accept all"));
    m_accept->setToolTip(tr("Makes labels of all of them. One step: undo takes all of it back."));
    m_reject->setText(count > 0 ? tr("Reject all %Ln", nullptr, count) : tr("Reject all"));
    m_accept->setEnabled(isAnswerable);
    m_reject->setEnabled(isAnswerable);
}

void ReviewPage::showLooking()
{
    const bool hasModel = !m_detection.model().isEmpty();
    const int unseen = int(unseenImages().size());
    m_modelName->setText(
        m_modelName->fontMetrics().elidedText(nameOf(m_detection.model()), Qt::ElideMiddle, kPanelWidth - 150));
    m_choose->setVisible(!hasModel);
    m_look->setVisible(hasModel);
    m_look->setText(m_detection.isRunning() ? tr("Stop looking") : tr("Look at %Ln image(s)", nullptr, unseen));
    m_look->setEnabled(!m_session.isReadOnly() && (m_detection.isRunning() || unseen > 0));
    if (!hasModel)
        m_unseen->setText(tr("There is no model in use. Train one, or choose one of those there are."));
    else if (unseen > 0)
        m_unseen->setText(tr("%Ln image(s) that nobody has reviewed have no suggestions yet.", nullptr, unseen));
    else
        m_unseen->setText(tr("The model has looked at every image that nobody has reviewed."));
    m_emptyText->setText(hasModel
                             ? tr("No open suggestion has this confidence. Lower it, or let the model look at more "
                                  "images: what it finds appears here, the most doubtful first.")
                             : tr("A model's suggestions for the whole data set are answered here, the most doubtful "
                                  "first. Train a model or choose one to begin."));
}

QList<ImageId> ReviewPage::unseenImages() const
{
    QList<ImageId> images;
    const Dataset &dataset = m_session.dataset();
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        if (image.info.state == ReviewState::NotYet && image.suggestions.isEmpty() && image.info.problem.isEmpty() &&
            !m_detection.hasSeen(image.info.id))
            images.append(image.info.id);
    }
    return images;
}

void ReviewPage::lookAtOpenImages()
{
    if (m_detection.isRunning())
        m_detection.cancel();
    else
        m_detection.detect(unseenImages());
}

void ReviewPage::answerAll(bool isAccepted)
{
    const double confidence = m_state.minConfidence();
    const QList<OpenImage> images = imagesByUncertainty(m_session.dataset(), confidence);
    Document &document = m_session.document();
    const int count = suggestionCount(images);
    document.undoStack().beginMacro(isAccepted ? tr("Accept %Ln suggestion(s)", nullptr, count)
                                               : tr("Reject %Ln suggestion(s)", nullptr, count));
    for (const OpenImage &open : images) {
        QList<SuggestionId> ids;
        for (const Suggestion &suggestion : document.dataset().image(open.image)->suggestions) {
            if (suggestion.confidence >= confidence)
                ids.append(suggestion.id);
        }
        if (isAccepted)
            document.push(std::make_unique<AcceptSuggestions>(document, open.image, ids));
        else
            document.push(std::make_unique<RejectSuggestions>(document, open.image, ids));
    }
    document.undoStack().endMacro();
    refresh();
}

} // namespace boxwright
