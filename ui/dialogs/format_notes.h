// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

class QPlainTextEdit;

namespace boxwright {

/// The notes of a read or a write in few lines: of each kind the first ones, then how many more there are.
QString formatNotesText(const QList<FormatNote> &notes);

/// A read-only text that is as high as a few lines and hidden while there is nothing to read.
QPlainTextEdit *makeNotesView();
void showNotes(QPlainTextEdit &view, const QList<FormatNote> &notes);

} // namespace boxwright
