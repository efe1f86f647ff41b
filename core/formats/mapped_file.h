// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

class QFile;

namespace boxwright {

/// A large text file as one view, mapped into memory: the system takes its pages back when it needs them, so that it
/// does not count as memory of ours. Where mapping fails it is read whole. Lives as long as views into it.
class MappedFile
{
public:
    static Result<MappedFile> open(const QString &path);

    MappedFile(MappedFile &&) noexcept;
    MappedFile &operator=(MappedFile &&) noexcept;
    ~MappedFile();

    /// Without a byte order mark.
    [[nodiscard]] QByteArrayView text() const { return m_text; }

private:
    MappedFile();

    std::unique_ptr<QFile> m_file;
    QByteArray m_copy; ///< where mapping failed
    QByteArrayView m_text;
};

} // namespace boxwright
