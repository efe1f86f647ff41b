// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <unordered_map>
#include <unordered_set>

namespace boxwright {

/// Where each image lies in an export: below the image root its relative path, elsewhere its file name, made unique.
/// Two images whose names differ only in letter case or ending count as the same (a.jpg and a.png would share a.json).
/// Belongs to one writing.
class ExportPaths
{
public:
    explicit ExportPaths(const QString &imageRoot);

    /// '/' separated; never absolute, never with "..", no name hidden by a dot in front, no control character.
    QString place(const QString &imagePath);

    /// The path relative to the root, empty where the image lies elsewhere.
    [[nodiscard]] QString relative(const QString &imagePath) const;

private:
    QString m_root;                                 ///< cleaned, with '/' at its end; empty for none
    std::unordered_set<std::size_t> m_taken;        ///< hashes: two that happen to agree only cost a name its number
    std::unordered_map<std::size_t, int> m_numbers; ///< hash of a name that came again -> the last number it got
};

/// "b.jpg" of any spelling: "a/b.jpg", "s3://x/b.jpg", "C:\\a\\b.jpg".
QString fileNameOf(const QString &spelling);

/// "a/b" of "a/b.jpg".
QString withoutEnding(const QString &path);

} // namespace boxwright
