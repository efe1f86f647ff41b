// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Puts images into a split.
class SetSplit : public Command
{
public:
    SetSplit(Document &document, QList<ImageId> images, Split split);

protected:
    Change makeChange() override;

private:
    QList<ImageId> m_images;
    Split m_split;
};

} // namespace boxwright
