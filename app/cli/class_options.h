// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/class_choice.h"

namespace boxwright::cli {

class Options;

/// The options of `export` and `convert` that choose, drop and merge classes. Owned by the command.
class ClassOptions
{
public:
    void setUp(Options &options);

    /// Fails where a new name is not given as OLD=NEW.
    [[nodiscard]] Result<ClassChoice> choice() const;

private:
    QString m_only;
    QString m_dropped;
    QString m_renamed;
};

} // namespace boxwright::cli
