// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <optional>
#include <variant>

namespace boxwright {

/// One object before and after: no `before` adds it, no `after` removes it, both change it. Ids never change.
template<class T>
struct BeforeAfter
{
    std::optional<T> before;
    std::optional<T> after;
};

struct ClassEdit : BeforeAfter<LabelClass>
{
};

struct ImageEdit : BeforeAfter<ImageInfo>
{
};

struct LabelEdit : BeforeAfter<Label>
{
    ImageId image = ImageId::None;
};

struct SuggestionEdit : BeforeAfter<Suggestion>
{
    ImageId image = ImageId::None;
};

using Edit = std::variant<ClassEdit, ImageEdit, LabelEdit, SuggestionEdit>;

/// What happened to a data set, in order. A plain value: commands make it, the data set applies it, views react to it
/// and the store writes it. An image is removed only after its labels and suggestions, a class after its labels.
struct Change
{
    QList<Edit> edits;

    [[nodiscard]] bool isEmpty() const { return edits.isEmpty(); }
    /// The change that takes this one back.
    [[nodiscard]] Change inverted() const;
    /// Whether any edit touches that image or what is on it.
    [[nodiscard]] bool touches(ImageId image) const;
    [[nodiscard]] bool touchesClasses() const;
    /// Whether images come, go or change their info (state, split, path).
    [[nodiscard]] bool touchesImageInfos() const;
};

} // namespace boxwright
