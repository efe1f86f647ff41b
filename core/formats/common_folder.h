// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright {

/// The deepest folder that holds every one of some files.
class CommonFolder
{
public:
    void add(const QString &path);
    /// With '/' at its end; empty for no file.
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    bool m_isFirst = true;
};

} // namespace boxwright
