// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Puts one new label on an image. `label.id` is taken from the document. An image that was said to be empty no longer
/// is.
class AddLabel : public Command
{
public:
    AddLabel(Document &document, ImageId image, const Label &label);

    /// The id that the label has.
    [[nodiscard]] LabelId labelId() const { return m_label.id; }

protected:
    Change makeChange() override;

private:
    ImageId m_image;
    Label m_label;
};

} // namespace boxwright
