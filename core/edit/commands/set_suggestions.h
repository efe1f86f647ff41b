// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Replaces the suggestions of an image by what a model found when a person asked it to look (what it finds by itself
/// is Document::suggest()). Their ids are taken from the document; suggestions of a class that is gone and boxes
/// without area are left out. The same answer as before is no change.
class SetSuggestions : public Command
{
public:
    SetSuggestions(Document &document, ImageId image, QList<Suggestion> suggestions);

protected:
    Change makeChange() override;

private:
    ImageId m_image;
    QList<Suggestion> m_suggestions;
};

} // namespace boxwright
