// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/endpoint_response.h"

#include <QStringList>

namespace boxwright {

/// One image's answer, wherever it was kept.
struct ResponseFile
{
    QString image; ///< as it is spelled: "day1/photo.jpg"
    EndpointResponse response;
};

/// Answers of an endpoint that were kept in files: a folder of batch-transform outputs (NAME.jpg.out), one such file,
/// or a file of lines {"file": ..., "prediction": [...]} as this program's `predict` writes them.
class ResponseFiles
{
public:
    /// Lists what is there; nothing is read yet.
    explicit ResponseFiles(const QString &path);

    [[nodiscard]] bool isEmpty() const { return m_files.isEmpty(); }
    /// Files to read.
    [[nodiscard]] qsizetype count() const { return m_files.size(); }
    /// The answers of one file: one, or one a line.
    [[nodiscard]] Result<std::vector<ResponseFile>> read(qsizetype index) const;
    /// Folder that image names are relative to.
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    QString m_folder;
    QStringList m_files; ///< absolute
};

} // namespace boxwright
