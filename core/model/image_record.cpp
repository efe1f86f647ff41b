// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/image_record.h"

#include <algorithm>

namespace boxwright {

namespace {

template<class Item, class Id>
const Item *findById(const QList<Item> &items, Id id)
{
    const auto at =
        std::lower_bound(items.begin(), items.end(), id, [](const Item &item, Id wanted) { return item.id < wanted; });
    return at != items.end() && at->id == id ? &*at : nullptr;
}

} // namespace

const Label *ImageRecord::label(LabelId id) const
{
    return findById(labels, id);
}

const Suggestion *ImageRecord::suggestion(SuggestionId id) const
{
    return findById(suggestions, id);
}

} // namespace boxwright
