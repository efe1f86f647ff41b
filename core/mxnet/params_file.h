// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/params_reader.h"

#include <QHash>

#include <memory>

class QFile;

namespace boxwright {

/// An opened .params file. The file is mapped, not read: opening takes next to no memory whatever its size, and arrays
/// come from the disk when they are looked at. Copies share the mapping; views stay valid while any copy lives.
/// Thread-safe once opened. The file must not be cut short by others meanwhile.
class ParamsFile
{
public:
    static Result<ParamsFile> open(const QString &path);

    /// The same for a file that is in memory; `name` stands in messages.
    static Result<ParamsFile> fromBytes(const QByteArray &bytes, const QString &name);

    /// In file order.
    [[nodiscard]] const std::vector<TensorView> &tensors() const { return m_content->tensors; }

    /// By the whole name ("arg:conv0_weight"); nullptr where there is none.
    [[nodiscard]] const TensorView *find(const QString &name) const;

private:
    ParamsFile() = default;
    Result<> read(QByteArrayView bytes, const QString &name);

    std::shared_ptr<QFile> m_file; ///< holds the mapping
    QByteArray m_bytes;            ///< instead of m_file where the file came in memory
    std::shared_ptr<const ParamsContent> m_content;
    QHash<QString, qsizetype> m_byName;
};

} // namespace boxwright
