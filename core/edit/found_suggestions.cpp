// SPDX-License-Identifier: GPL-3.0-or-later
#if defined(__GNUC__) && !defined(__clang__)
// gcc 12 thinks that moving a variant reads the alternatives that it does not hold.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include "core/edit/found_suggestions.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace boxwright {

namespace {

bool sayTheSame(const Suggestion &a, Suggestion b)
{
    b.id = a.id;
    return a == b;
}

/// What a change says about suggestions, followed edit by edit and made to fit.
class Fitting
{
public:
    Fitting(const Change &change, const Dataset &dataset)
        : m_dataset(dataset)
    {
        for (const Edit &edit : change.edits)
            note(edit);
    }

    [[nodiscard]] bool isNeeded() const { return m_isNeeded; }

    void fit(Change &change)
    {
        for (Edit &edit : change.edits) {
            if (auto *suggestion = std::get_if<SuggestionEdit>(&edit))
                fit(*suggestion);
        }
        change.edits.removeIf([](const Edit &edit) {
            const auto *suggestion = std::get_if<SuggestionEdit>(&edit);
            return suggestion && !suggestion->before && !suggestion->after;
        });
    }

    /// What was found since the command was made and goes with its image or its class.
    [[nodiscard]] Change goingAlong() const
    {
        Change change;
        if (m_goingImages.isEmpty() && m_goingClasses.isEmpty())
            return change;
        for (qsizetype i = 0; i < m_dataset.imageCount(); ++i) {
            const ImageRecord &image = m_dataset.imageAt(i);
            const bool isGoing = m_goingImages.contains(image.info.id);
            for (const Suggestion &suggestion : image.suggestions) {
                if ((isGoing || m_goingClasses.contains(suggestion.classId)) && m_isThere.value(suggestion.id, true))
                    change.edits.append(SuggestionEdit{{suggestion, std::nullopt}, image.info.id});
            }
        }
        return change;
    }

private:
    void note(const Edit &edit)
    {
        if (const auto *image = std::get_if<ImageEdit>(&edit); image && !image->after)
            m_goingImages.insert(image->before->id);
        if (const auto *item = std::get_if<ClassEdit>(&edit); item && !item->after)
            m_goingClasses.insert(item->before->id);
        m_isNeeded |= std::holds_alternative<SuggestionEdit>(edit);
        m_isNeeded |= !m_goingImages.isEmpty() || !m_goingClasses.isEmpty();
    }

    void fit(SuggestionEdit &edit)
    {
        const SuggestionId id = edit.before ? edit.before->id : edit.after->id;
        const ImageRecord *image = m_dataset.image(edit.image);
        const bool wasThere = image && image->suggestion(id);
        if (!m_isThere.value(id, wasThere))
            edit.before.reset();
        m_isThere.insert(id, edit.after.has_value());
    }

    const Dataset &m_dataset;
    QSet<ImageId> m_goingImages;
    QSet<ClassId> m_goingClasses;
    QHash<SuggestionId, bool> m_isThere; ///< after the edits so far, of those that they touch
    bool m_isNeeded = false;
};

} // namespace

Change replacedSuggestions(const Dataset &dataset, ImageId image, QList<Suggestion> suggestions)
{
    Change change;
    const ImageRecord *record = dataset.image(image);
    if (!record)
        return change;
    suggestions.removeIf([&dataset](const Suggestion &suggestion) {
        return suggestion.box.isEmpty() || !dataset.labelClass(suggestion.classId);
    });
    if (std::equal(suggestions.cbegin(), suggestions.cend(), record->suggestions.cbegin(), record->suggestions.cend(),
                   sayTheSame))
        return change;
    for (const Suggestion &old : record->suggestions)
        change.edits.append(SuggestionEdit{{old, std::nullopt}, image});
    for (const Suggestion &found : std::as_const(suggestions))
        change.edits.append(SuggestionEdit{{std::nullopt, found}, image});
    return change;
}

Change fittedToSuggestions(const Change &change, const Dataset &dataset)
{
    Fitting fitting(change, dataset);
    if (!fitting.isNeeded())
        return change;
    Change fitted = change;
    fitting.fit(fitted);
    // Images and classes go after what belongs to them.
    Change whole = fitting.goingAlong();
    whole.edits += fitted.edits;
    return whole;
}

} // namespace boxwright
