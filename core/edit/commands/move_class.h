// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Changes the export order: the class goes to that position, those between move up or down by one.
class MoveClass : public Command
{
public:
    /// A position outside the list means its nearest end.
    MoveClass(Document &document, ClassId id, int position);

protected:
    Change makeChange() override;

private:
    ClassId m_id;
    int m_position;
};

} // namespace boxwright
