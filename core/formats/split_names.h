// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <QString>

namespace boxwright {

/// The split that a name tells as one of its words: "train", "instances_val2017", "valid", "bees-test"; None else.
Split splitOfWord(const QString &name);

/// The same for the folder that a file lies in, where that word is its whole name ("train", "val2017"): a folder
/// "test-of-my-camera" says nothing about splits.
Split splitOfParentFolder(const QString &path);

/// "train", "val", "test" as most formats call them; empty for None.
QString shortSplitName(Split split);

} // namespace boxwright
