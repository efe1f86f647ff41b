// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/suggestion_panel.h"

#include "core/formats/format_registry.h"
#include "core/review/suggestion_order.h"
#include "ui/panels/panel_parts.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kOriginWidth = 150;

/// A model's name, or that of the format that suggestions were imported from.
QString originText(const Suggestion &suggestion)
{
    const DatasetFormat *format = datasetFormat(suggestion.model);
    return format ? format->name() : suggestion.model;
}

} // namespace

SuggestionPanel::SuggestionPanel(LabelState &state, LabelEdits &edits, QWidget *parent)
    : QFrame(parent)
    , m_state(state)
    , m_edits(edits)
{
    setObjectName(QStringLiteral("suggestionPanel"));
    build();
    connect(m_slider, &QSlider::valueChanged, &state,
            [&state](int percent) { state.setMinConfidence(percent / 100.0); });
    connect(m_accept, &QPushButton::clicked, &edits, &LabelEdits::acceptShown);
    connect(m_reject, &QPushButton::clicked, &edits, &LabelEdits::rejectShown);
    connect(&state, &LabelState::imageChanged, this, &SuggestionPanel::refresh);
    connect(&state, &LabelState::contentChanged, this, &SuggestionPanel::refresh);
    connect(&state, &LabelState::minConfidenceChanged, this, &SuggestionPanel::refresh);
    refresh();
}

void SuggestionPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(0);
    layout->addWidget(makeLine(this));
    m_model = new QLabel(this);
    setKind(*m_model, "small");
    m_model->setContentsMargins(0, 0, 4, 0);
    layout->addWidget(makePanelHeading(tr("Suggestions"), m_model, this));

    auto *body = new QVBoxLayout;
    body->setContentsMargins(14, 2, 14, 0);
    body->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->addWidget(new QLabel(tr("confidence"), this), 1);
    m_value = new QLabel(this);
    m_value->setObjectName(QStringLiteral("confidenceValue"));
    setKind(*m_value, "title");
    line->addWidget(m_value);
    body->addLayout(line);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("confidenceSlider"));
    m_slider->setAccessibleName(tr("Smallest confidence that is shown"));
    m_slider->setToolTip(tr("Show suggestions from this confidence on ([ and ])"));
    m_slider->setRange(1, 99);
    m_slider->setPageStep(5);
    body->addWidget(m_slider);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_accept = new QPushButton(this);
    m_accept->setObjectName(QStringLiteral("acceptShown"));
    m_accept->setToolTip(tr("Make labels of everything shown (Shift+Enter)"));
    setKind(*m_accept, "primary");
    m_reject = new QPushButton(tr("Reject"), this);
    m_reject->setObjectName(QStringLiteral("rejectShown"));
    m_reject->setToolTip(tr("Take everything shown away"));
    buttons->addWidget(m_accept, 1);
    buttons->addWidget(m_reject);
    body->addLayout(buttons);
    m_below = new QLabel(this);
    setKind(*m_below, "small");
    m_below->setWordWrap(true);
    body->addWidget(m_below);
    m_elsewhere = new QPushButton(this);
    m_elsewhere->setObjectName(QStringLiteral("suggestedElsewhere"));
    m_elsewhere->setToolTip(tr("The Review page shows them all, the most doubtful first (Alt+3)"));
    setKind(*m_elsewhere, "link");
    connect(m_elsewhere, &QPushButton::clicked, this, &SuggestionPanel::reviewWanted);
    body->addWidget(m_elsewhere, 0, Qt::AlignLeft);
    layout->addLayout(body);
}

void SuggestionPanel::refresh()
{
    const ImageRecord *image = m_state.image();
    const bool isThere = image && !image->suggestions.isEmpty();
    setVisible(isThere);
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(qRound(m_state.minConfidence() * 100));
    m_value->setText(QStringLiteral("≥ ") + QLocale().toString(m_state.minConfidence(), 'f', 2));
    if (!isThere)
        return;
    const QString origin = originText(image->suggestions.first());
    const QString brief = origin.section(QLatin1String(" ("), 0, 0); // formats explain themselves in brackets
    m_model->setText(m_model->fontMetrics().elidedText(brief, Qt::ElideMiddle, kOriginWidth));
    m_model->setToolTip(origin);
    const auto shown = int(m_state.shownSuggestions().size());
    const int below = int(image->suggestions.size()) - shown;
    m_accept->setText(shown > 0 ? tr("Accept %n shown", nullptr, shown) : tr("None shown"));
    m_accept->setEnabled(shown > 0 && !m_state.document().isReadOnly());
    m_reject->setEnabled(shown > 0 && !m_state.document().isReadOnly());
    m_below->setText(below > 0 ? tr("%n more below this confidence", nullptr, below) : QString());
    m_below->setVisible(below > 0);
    showElsewhere();
}

void SuggestionPanel::showElsewhere()
{
    const QList<OpenImage> open = imagesByUncertainty(m_state.dataset(), m_state.minConfidence());
    int count = 0;
    int images = 0;
    for (const OpenImage &image : open) {
        if (image.image == m_state.imageId())
            continue;
        count += image.suggestions;
        ++images;
    }
    m_elsewhere->setText(tr("%1 more in %Ln other image(s)", nullptr, images).arg(QLocale().toString(count)));
    m_elsewhere->setVisible(images > 0);
}

} // namespace boxwright
