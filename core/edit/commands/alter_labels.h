// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

#include <optional>

namespace boxwright {

/// A label that gets another box, or goes.
struct LabelFix
{
    ImageId image = ImageId::None;
    LabelId label = LabelId::None;
    std::optional<Box> box; ///< none: the label is deleted

    bool operator==(const LabelFix &) const = default;
};

/// Alters labels all over the data set in one step; those that are gone meanwhile are passed over.
class AlterLabels : public Command
{
public:
    AlterLabels(Document &document, const QString &text, QList<LabelFix> fixes);

protected:
    Change makeChange() override;

private:
    QList<LabelFix> m_fixes;
};

} // namespace boxwright
