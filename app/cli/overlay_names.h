// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace boxwright::cli {

/// Gives overlay files their names: the image's own with ".png", numbered where two folders hold the same name.
class OverlayNames
{
public:
    explicit OverlayNames(const QString &folder)
        : m_folder(folder)
    {
    }

    QString next(const QString &imagePath);

private:
    QString m_folder;
    QSet<QString> m_taken; ///< lower case: some file systems know no other
};

} // namespace boxwright::cli
