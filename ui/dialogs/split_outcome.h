// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/document.h"
#include "core/review/split_plan.h"

#include <QDialog>
#include <QString>

namespace boxwright {

/// What a plan comes to, one line for the images and one for each of the first classes.
QString splitOutcomeText(const SplitPlan &plan, const Dataset &dataset);

/// Makes it one undoable change and closes the dialog, which no longer hears of changes then.
void carryOut(const SplitPlan &plan, Document &document, QDialog &dialog);

} // namespace boxwright
