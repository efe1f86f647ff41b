// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// What a writer walks over.
struct ImageLoop
{
    const WriteOptions &options;
    FormatSource &source;
    const NoteSink &notes;
    bool needsSize = true;    ///< images whose size nobody knows are left out
    bool needsAnswer = false; ///< images without labels that nobody has confirmed to be empty are left out, unnoted
};

/// Writes one image; its size is set where it is known.
using WriteImage = std::function<Result<>(const FormatImage &)>;

/// Gives every image of the source to `writeImage`, from the first on: tells of progress, ends when cancelled, and
/// leaves images out, with a note, that cannot be written or copied.
Result<WriteSummary> writeImages(const ImageLoop &loop, const WriteImage &writeImage);

} // namespace boxwright
