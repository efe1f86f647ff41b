// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"

#include <algorithm>

namespace boxwright {

namespace {

ImageId imageOf(const Edit &edit)
{
    if (const auto *label = std::get_if<LabelEdit>(&edit))
        return label->image;
    if (const auto *suggestion = std::get_if<SuggestionEdit>(&edit))
        return suggestion->image;
    if (const auto *image = std::get_if<ImageEdit>(&edit))
        return image->after ? image->after->id : image->before->id;
    return ImageId::None;
}

} // namespace

Change Change::inverted() const
{
    Change result;
    result.edits.reserve(edits.size());
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        result.edits.append(*edit);
        std::visit([](auto &value) { std::swap(value.before, value.after); }, result.edits.back());
    }
    return result;
}

bool Change::touches(ImageId image) const
{
    return std::any_of(edits.begin(), edits.end(), [image](const Edit &edit) { return imageOf(edit) == image; });
}

bool Change::touchesClasses() const
{
    return std::any_of(edits.begin(), edits.end(),
                       [](const Edit &edit) { return std::holds_alternative<ClassEdit>(edit); });
}

bool Change::touchesImageInfos() const
{
    return std::any_of(edits.begin(), edits.end(),
                       [](const Edit &edit) { return std::holds_alternative<ImageEdit>(edit); });
}

} // namespace boxwright
