// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Takes images with all that is on them out of the project. The files stay where they are.
class RemoveImages : public Command
{
public:
    RemoveImages(Document &document, QList<ImageId> images);

protected:
    Change makeChange() override;

private:
    QList<ImageId> m_images;
};

} // namespace boxwright
