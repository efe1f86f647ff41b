// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Adds a class behind the others. Its id is taken from the document; without a colour or a hotkey it gets the next
/// free ones. A blank name, or one that a class has already, adds nothing.
class AddClass : public Command
{
public:
    AddClass(Document &document, const QString &name);
    /// `position` is not looked at.
    AddClass(Document &document, const LabelClass &labelClass);

    [[nodiscard]] ClassId classId() const { return m_class.id; }

protected:
    Change makeChange() override;

private:
    LabelClass m_class;
};

} // namespace boxwright
