// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Puts several new labels on an image at once (paste, duplicate). Their ids are taken from the document; labels of a
/// class that is gone are left out.
class AddLabels : public Command
{
public:
    AddLabels(Document &document, ImageId image, QList<Label> labels);

    /// The ids that the labels have, in the order in which they were given.
    [[nodiscard]] QList<LabelId> labelIds() const;

protected:
    Change makeChange() override;

private:
    ImageId m_image;
    QList<Label> m_labels;
};

} // namespace boxwright
