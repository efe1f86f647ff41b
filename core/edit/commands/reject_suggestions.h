// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Takes suggestions of an image away.
class RejectSuggestions : public Command
{
public:
    RejectSuggestions(Document &document, ImageId image, QList<SuggestionId> suggestions);

protected:
    Change makeChange() override;

private:
    ImageId m_image;
    QList<SuggestionId> m_suggestions;
};

} // namespace boxwright
