// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <QStringList>

#include <optional>

namespace boxwright::cli {

/// The words that the command line and its JSON use; never translated.

/// "train", "validation", "test", "none".
QString splitWord(Split split);
/// "not_yet", "reviewed", "empty".
QString stateWord(ReviewState state);

/// The splits that a person may name.
QStringList splitWords();
/// nullopt for an empty word.
std::optional<Split> splitFromWord(const QString &word);

} // namespace boxwright::cli
