// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/document.h"

#include "core/edit/command.h"
#include "core/edit/found_suggestions.h"

#include <algorithm>

namespace boxwright {

namespace {

bool haveSameFacts(const ImageInfo &a, const ImageInfo &b)
{
    return a.size == b.size && a.orientation == b.orientation && a.problem == b.problem;
}

void copyFacts(const ImageInfo &from, ImageInfo &to)
{
    to.size = from.size;
    to.orientation = from.orientation;
    to.problem = from.problem;
}

/// A command remembers images as they were when it was made; what was learned since then must not be undone with it.
Change withCurrentFacts(Change change, const Dataset &dataset)
{
    for (qsizetype i = 0; i < change.edits.size(); ++i) {
        const auto *edit = std::get_if<ImageEdit>(&change.edits.at(i));
        if (!edit || !edit->before || !edit->after || !haveSameFacts(*edit->before, *edit->after))
            continue;
        const ImageRecord *now = dataset.image(edit->after->id);
        if (!now || haveSameFacts(now->info, *edit->before))
            continue;
        ImageEdit current = *edit;
        copyFacts(now->info, *current.before);
        copyFacts(now->info, *current.after);
        change.edits[i] = current;
    }
    return change;
}

} // namespace

Document::Document(Dataset dataset, qint64 firstFreeId, QObject *parent)
    : QObject(parent)
    , m_dataset(std::move(dataset))
    , m_nextId(std::max(firstFreeId, m_dataset.highestId() + 1))
{
}

bool Document::push(std::unique_ptr<Command> command)
{
    if (m_isReadOnly)
        return false;
    m_undoStack.push(command.release());
    return true;
}

void Document::learn(const QList<ImageFacts> &facts)
{
    Change change;
    for (const ImageFacts &fact : facts) {
        const ImageRecord *image = m_dataset.image(fact.id);
        if (!image)
            continue;
        ImageInfo info = image->info;
        info.size = fact.size;
        info.orientation = fact.orientation;
        info.problem = fact.problem;
        if (info != image->info)
            change.edits.append(ImageEdit{{image->info, info}});
    }
    if (change.isEmpty())
        return;
    m_dataset.apply(change);
    Q_EMIT changed(change);
}

void Document::suggest(ImageId image, QList<Suggestion> suggestions)
{
    if (m_isReadOnly)
        return;
    for (Suggestion &suggestion : suggestions)
        suggestion.id = takeId<SuggestionId>();
    const Change change = replacedSuggestions(m_dataset, image, std::move(suggestions));
    if (change.isEmpty())
        return;
    m_dataset.apply(change);
    Q_EMIT changed(change);
}

void Document::apply(const Change &change)
{
    const Change current = fittedToSuggestions(withCurrentFacts(change, m_dataset), m_dataset);
    if (current.isEmpty())
        return;
    m_dataset.apply(current);
    Q_EMIT changed(current);
}

} // namespace boxwright
