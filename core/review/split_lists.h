// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/split_plan.h"

#include <QMap>
#include <QStringList>

namespace boxwright {

/// What lists of images say.
struct ListedSplits
{
    SplitPlan plan;
    QStringList unknown; ///< lines that name no image of the data set, or several, as "FILE, line N: TEXT"
};

/// Splits from files that name an image a line, as those of VOC's ImageSets and of YOLO do: by its path, by the end of
/// its path, with or without the file's ending, and with VOC's number behind it. Images that no list names keep their
/// split. Fails where a file cannot be read, where two lists name one image, and where none names any.
Result<ListedSplits> splitsFromLists(const Dataset &dataset, const QMap<Split, QString> &files);

} // namespace boxwright
