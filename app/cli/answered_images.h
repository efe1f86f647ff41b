// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"
#include "core/session/training_snapshot.h"

namespace boxwright::cli {

/// Answers of an endpoint beside the truth of the images that they are about.
struct AnsweredImages
{
    std::vector<EvaluatedImage> images;
    qint64 unanswered = 0; ///< labelled images without an answer, left out
    qint64 unknown = 0;    ///< answers about images that are not among the labelled ones
};

/// Reads the answers at `path` (see ResponseFiles) and lays them beside `images`, found by the ends of their paths.
/// `names` are the classes of the answers by number; empty: the project's own. `classes` are the project's, and grow by
/// names that only the answers have. Fails where none of the images has an answer.
Result<AnsweredImages> answeredImages(const QString &path, const QStringList &names,
                                      const std::vector<TruthImage> &images, QStringList &classes);

} // namespace boxwright::cli
