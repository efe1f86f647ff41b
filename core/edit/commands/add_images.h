// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Takes images into the project. Their ids are taken from the document; a path that the project has already, or that
/// is named twice, is left out.
class AddImages : public Command
{
public:
    AddImages(Document &document, QList<ImageInfo> images);

    /// The ids that the images get, in the order in which they were given.
    [[nodiscard]] QList<ImageId> imageIds() const;

protected:
    Change makeChange() override;

private:
    QList<ImageInfo> m_images;
};

} // namespace boxwright
