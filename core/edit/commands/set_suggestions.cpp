// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/set_suggestions.h"

#include "core/edit/document.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

bool sayTheSame(const Suggestion &a, Suggestion b)
{
    b.id = a.id;
    return a == b;
}

} // namespace

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
    Change change;
    const Dataset &dataset = document().dataset();
    const ImageRecord *image = dataset.image(m_image);
    if (!image)
        return change;
    m_suggestions.removeIf([&dataset](const Suggestion &suggestion) {
        return suggestion.box.isEmpty() || !dataset.labelClass(suggestion.classId);
    });
    if (std::equal(m_suggestions.cbegin(), m_suggestions.cend(), image->suggestions.cbegin(), image->suggestions.cend(),
                   sayTheSame))
        return change;
    for (const Suggestion &old : image->suggestions)
        change.edits.append(SuggestionEdit{{old, std::nullopt}, m_image});
    for (const Suggestion &found : m_suggestions)
        change.edits.append(SuggestionEdit{{std::nullopt, found}, m_image});
    return change;
}

} // namespace boxwright
