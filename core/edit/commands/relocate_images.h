// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

struct RelocatedImage
{
    ImageId id = ImageId::None;
    QString path; ///< as ImageInfo::path
};

/// Tells the project where images lie now; what was wrong with them there is forgotten. The session's relocateImages()
/// makes the list from two folders.
class RelocateImages : public Command
{
public:
    RelocateImages(Document &document, QList<RelocatedImage> images);

protected:
    Change makeChange() override;

private:
    QList<RelocatedImage> m_images;
};

} // namespace boxwright
