// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

#include <QHash>

namespace boxwright {

/// Puts every image of a list into a split of its own choice, in one step.
class AssignSplits : public Command
{
public:
    AssignSplits(Document &document, QHash<ImageId, Split> splits);

protected:
    Change makeChange() override;

private:
    QHash<ImageId, Split> m_splits;
};

} // namespace boxwright
