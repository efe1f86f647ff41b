// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

#include <optional>

namespace boxwright {

/// A suggestion that a person takes, as it is or changed.
struct AcceptedSuggestion
{
    SuggestionId id = SuggestionId::None;
    std::optional<ClassId> classId; ///< another class than the model's
    std::optional<Box> box;         ///< another box than the model's
};

/// Turns suggestions of an image into labels. One taken as it was keeps the model's name and confidence
/// (Origin::Model); one that the person changed is the person's own (Origin::Person).
class AcceptSuggestions : public Command
{
public:
    AcceptSuggestions(Document &document, ImageId image, const QList<SuggestionId> &suggestions);
    AcceptSuggestions(Document &document, ImageId image, const QList<AcceptedSuggestion> &suggestions);

    /// The ids that the labels get, in the order of the suggestions.
    [[nodiscard]] QList<LabelId> labelIds() const;

protected:
    Change makeChange() override;

private:
    struct Entry
    {
        AcceptedSuggestion suggestion;
        LabelId label = LabelId::None;
    };

    ImageId m_image;
    QList<Entry> m_entries;
};

} // namespace boxwright
