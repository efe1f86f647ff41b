// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Takes a class away with all its labels and suggestions; the classes behind it move up in the export order.
class DeleteClass : public Command
{
public:
    DeleteClass(Document &document, ClassId id);

protected:
    Change makeChange() override;

private:
    ClassId m_id;
};

} // namespace boxwright
