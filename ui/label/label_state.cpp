// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/label/label_state.h"

#include <algorithm>

namespace boxwright {

LabelState::LabelState(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    if (!dataset().classes().isEmpty())
        m_currentClass = dataset().classes().first().id;
    connect(&document, &Document::changed, this, &LabelState::onChanged);
}

void LabelState::setImage(ImageId id)
{
    if (id == m_image)
        return;
    setSelection({});
    m_image = id;
    m_imageSize = {};
    Q_EMIT imageChanged(id);
}

void LabelState::setSelection(const Selection &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selectionChanged();
}

void LabelState::setCurrentClass(ClassId id)
{
    if (id == m_currentClass)
        return;
    m_currentClass = id;
    Q_EMIT currentClassChanged(id);
}

void LabelState::setMinConfidence(double confidence)
{
    const double kept = std::clamp(confidence, 0.0, 1.0);
    if (kept == m_minConfidence)
        return;
    m_minConfidence = kept;
    dropWhatIsGone();
    Q_EMIT minConfidenceChanged(kept);
}

QList<SuggestionId> LabelState::shownSuggestions() const
{
    QList<SuggestionId> shown;
    if (const ImageRecord *record = image()) {
        for (const Suggestion &suggestion : record->suggestions) {
            if (suggestion.confidence >= m_minConfidence)
                shown.append(suggestion.id);
        }
    }
    return shown;
}

void LabelState::onChanged(const Change &change)
{
    if (change.touchesClasses()) {
        const QList<LabelClass> &classes = dataset().classes();
        if (!dataset().labelClass(m_currentClass))
            setCurrentClass(classes.isEmpty() ? ClassId::None : classes.first().id);
    }
    if (m_image != ImageId::None && !image())
        setImage(ImageId::None);
    if (change.touchesClasses() || change.touches(m_image)) {
        dropWhatIsGone();
        Q_EMIT contentChanged();
    }
}

void LabelState::dropWhatIsGone()
{
    const ImageRecord *record = image();
    Selection kept = m_selection;
    kept.labels.removeIf([record](LabelId id) { return !record || !record->label(id); });
    if (kept.suggestion != SuggestionId::None && !shownSuggestions().contains(kept.suggestion))
        kept.suggestion = SuggestionId::None;
    setSelection(kept);
}

} // namespace boxwright
