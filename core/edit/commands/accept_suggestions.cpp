// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/accept_suggestions.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>
#include <QSet>

namespace boxwright {

namespace {

QList<AcceptedSuggestion> unchanged(const QList<SuggestionId> &ids)
{
    QList<AcceptedSuggestion> accepted;
    for (const SuggestionId id : ids)
        accepted.append({id, {}, {}});
    return accepted;
}

Label labelFrom(const Suggestion &suggestion, const AcceptedSuggestion &accepted)
{
    Label label;
    label.classId = accepted.classId.value_or(suggestion.classId);
    label.box = accepted.box.value_or(suggestion.box);
    if (label.classId == suggestion.classId && label.box == suggestion.box) {
        label.origin = Origin::Model;
        label.originDetail = suggestion.model;
        label.confidence = suggestion.confidence;
    }
    return label;
}

} // namespace

AcceptSuggestions::AcceptSuggestions(Document &document, ImageId image, const QList<SuggestionId> &suggestions)
    : AcceptSuggestions(document, image, unchanged(suggestions))
{
}

AcceptSuggestions::AcceptSuggestions(Document &document, ImageId image, const QList<AcceptedSuggestion> &suggestions)
    : Command(document, suggestions.size() == 1 ? QCoreApplication::translate("Command", "Accept suggestion")
                                                : QCoreApplication::translate("Command", "Accept suggestions"))
    , m_image(image)
{
    for (const AcceptedSuggestion &suggestion : suggestions)
        m_entries.append({suggestion, document.takeId<LabelId>()});
}

QList<LabelId> AcceptSuggestions::labelIds() const
{
    QList<LabelId> ids;
    for (const Entry &entry : m_entries)
        ids.append(entry.label);
    return ids;
}

Change AcceptSuggestions::makeChange()
{
    Change change;
    const Dataset &dataset = document().dataset();
    const ImageRecord *image = dataset.image(m_image);
    if (!image)
        return change;
    QSet<SuggestionId> taken;
    for (const Entry &entry : m_entries) {
        const Suggestion *suggestion = image->suggestion(entry.suggestion.id);
        if (!suggestion || taken.contains(suggestion->id))
            continue;
        Label label = labelFrom(*suggestion, entry.suggestion);
        label.id = entry.label;
        if (label.box.isEmpty() || !dataset.labelClass(label.classId))
            continue;
        taken.insert(suggestion->id);
        if (change.isEmpty())
            appendNoLongerEmpty(*image, change);
        change.edits.append(SuggestionEdit{{*suggestion, std::nullopt}, m_image});
        change.edits.append(LabelEdit{{std::nullopt, label}, m_image});
    }
    return change;
}

} // namespace boxwright
