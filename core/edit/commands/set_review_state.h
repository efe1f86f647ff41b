// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Writes down what a person says about images. An image that has labels cannot be empty and keeps its state.
class SetReviewState : public Command
{
public:
    SetReviewState(Document &document, QList<ImageId> images, ReviewState state);

protected:
    Change makeChange() override;

private:
    QList<ImageId> m_images;
    ReviewState m_state;
};

} // namespace boxwright
