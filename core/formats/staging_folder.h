// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace boxwright {

/// A hidden folder beside the folder that it will become. Until moveIntoPlace() the target is untouched; what is left
/// of the staging folder goes with the object. Lives on the exporter's stack.
class StagingFolder
{
public:
    /// Fails where `target` is a file, or a folder with files that no earlier export wrote.
    static Result<StagingFolder> make(const QString &target);

    StagingFolder(StagingFolder &&other) noexcept;
    StagingFolder(const StagingFolder &) = delete;
    StagingFolder &operator=(StagingFolder &&) = delete;
    StagingFolder &operator=(const StagingFolder &) = delete;
    ~StagingFolder();

    [[nodiscard]] const QString &path() const { return m_path; }

    /// Writes the list of files, syncs the folder to disk and renames it over the target, exchanging the two where the
    /// system can; an earlier export goes afterwards.
    Result<> moveIntoPlace();

private:
    StagingFolder(QString target, QString path);

    QString m_target;
    QString m_path; ///< empty once moved from
};

} // namespace boxwright
