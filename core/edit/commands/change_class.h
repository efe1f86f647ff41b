// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Gives a class another name, colour or hotkey. A hotkey that another class has is taken from it. A blank name, or one
/// that another class has, changes nothing.
class ChangeClass : public Command
{
public:
    /// The class with that id becomes like this; `position` is not looked at (see MoveClass).
    ChangeClass(Document &document, const LabelClass &labelClass);

protected:
    Change makeChange() override;

private:
    LabelClass m_class;
};

} // namespace boxwright
