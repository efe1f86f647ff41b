// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"
#include "core/edit/commands/label_selection.h"

namespace boxwright {

/// Which flags to give and which to take; all others stay.
struct FlagChange
{
    LabelFlags set;
    LabelFlags cleared;
};

/// Marks the selected labels as difficult, occluded, truncated or crowd, or no longer so.
class SetLabelFlags : public Command
{
public:
    SetLabelFlags(Document &document, LabelSelection selection, FlagChange flags);

protected:
    Change makeChange() override;

private:
    LabelSelection m_selection;
    FlagChange m_flags;
};

} // namespace boxwright
