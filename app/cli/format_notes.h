// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright::cli {

class Console;

/// Tells a person of the notes of an import or export: the first few of each kind, then how many more there are.
void printNotes(Console &console, const QList<FormatNote> &notes);

/// The ids of the formats, in the registry's order; only those that can write where asked.
QStringList formatIds(bool isWriting);

} // namespace boxwright::cli
