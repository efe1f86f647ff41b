// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/reject_suggestions.h"

#include "core/edit/document.h"

#include <QCoreApplication>
#include <QSet>

namespace boxwright {

RejectSuggestions::RejectSuggestions(Document &document, ImageId image, QList<SuggestionId> suggestions)
    : Command(document, QCoreApplication::translate("Command", "Reject suggestions"))
    , m_image(image)
    , m_suggestions(std::move(suggestions))
{
}

Change RejectSuggestions::makeChange()
{
    Change change;
    const ImageRecord *image = document().dataset().image(m_image);
    if (!image)
        return change;
    const QSet<SuggestionId> wanted(m_suggestions.cbegin(), m_suggestions.cend());
    for (const Suggestion &suggestion : image->suggestions) {
        if (wanted.contains(suggestion.id))
            change.edits.append(SuggestionEdit{{suggestion, std::nullopt}, m_image});
    }
    return change;
}

} // namespace boxwright
