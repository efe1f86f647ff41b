// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/set_suggestions.h"

#include "core/edit/document.h"
#include "core/edit/found_suggestions.h"

#include <QCoreApplication>

namespace boxwright {

SetSuggestions::SetSuggestions(Document &document, ImageId image, QList<Suggestion> suggestions)
    : Command(document, QCoreApplication::translate("Command", "Detect objects"))
    , m_image(image)
    , m_suggestions(std::move(suggestions))
{
    for (Suggestion &suggestion : m_suggestions)
        suggestion.id = document.takeId<SuggestionId>();
}

Change SetSuggestions::makeChange()
{
    return replacedSuggestions(document().dataset(), m_image, m_suggestions);
}

} // namespace boxwright
