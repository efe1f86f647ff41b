// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"
#include "core/edit/commands/label_selection.h"

namespace boxwright {

/// Takes the selected labels away.
class DeleteLabels : public Command
{
public:
    DeleteLabels(Document &document, LabelSelection selection);

protected:
    Change makeChange() override;

private:
    LabelSelection m_selection;
};

} // namespace boxwright
