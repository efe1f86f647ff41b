// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

namespace boxwright {

// What models find changes a document beside its history: commands that remember suggestions meet others later.

/// Takes the image's suggestions away and puts these, with ids of their own, in their place. Those of a class that is
/// gone and boxes without area are left out. Empty where the image is gone or has the same suggestions already.
Change replacedSuggestions(const Dataset &dataset, ImageId image, QList<Suggestion> suggestions);

/// The change of a command, fitted to the suggestions that there are now: it takes none away that is gone already, and
/// with an image or a class go all of its suggestions.
Change fittedToSuggestions(const Change &change, const Dataset &dataset);

} // namespace boxwright
