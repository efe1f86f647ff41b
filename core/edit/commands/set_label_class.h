// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"
#include "core/edit/commands/label_selection.h"

namespace boxwright {

/// Gives the selected labels another class.
class SetLabelClass : public Command
{
public:
    SetLabelClass(Document &document, LabelSelection selection, ClassId classId);

protected:
    Change makeChange() override;

private:
    LabelSelection m_selection;
    ClassId m_classId;
};

} // namespace boxwright
