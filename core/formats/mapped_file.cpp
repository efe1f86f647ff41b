// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/mapped_file.h"

#include "core/base/file_io.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MappedFile)
};

} // namespace

MappedFile::MappedFile() = default;
MappedFile::MappedFile(MappedFile &&) noexcept = default;
MappedFile &MappedFile::operator=(MappedFile &&) noexcept = default;
MappedFile::~MappedFile() = default;

Result<MappedFile> MappedFile::open(const QString &path)
{
    MappedFile mapped;
    mapped.m_file = std::make_unique<QFile>(path);
    QFile &file = *mapped.m_file;
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    if (const uchar *bytes = file.size() > 0 ? file.map(0, file.size()) : nullptr) {
        mapped.m_text = QByteArrayView(reinterpret_cast<const char *>(bytes), file.size());
    } else {
        Result<QByteArray> whole = readFile(path);
        if (!whole)
            return failure(whole.error());
        mapped.m_copy = *std::move(whole);
        mapped.m_text = mapped.m_copy;
    }
    if (mapped.m_text.startsWith(QByteArrayView("\xef\xbb\xbf")))
        mapped.m_text = mapped.m_text.sliced(3);
    return mapped;
}

} // namespace boxwright
