// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_file.h"

#include "core/base/file_io.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportFile)
};

} // namespace

ExportFile::ExportFile(const QString &path)
    : m_file(path)
{
}

Result<> ExportFile::failed() const
{
    return failure(Text::tr("%1 could not be written: %2").arg(m_file.fileName(), m_file.errorString()));
}

Result<> ExportFile::write(const QByteArray &bytes)
{
    if (!m_file.isOpen()) {
        if (Result<> made = makeFolder(QFileInfo(m_file.fileName()).path()); !made)
            return made;
        if (!m_file.open(QIODevice::WriteOnly))
            return failed();
    }
    if (m_file.write(bytes) != bytes.size())
        return failed();
    return {};
}

Result<> ExportFile::close()
{
    if (!m_file.isOpen())
        return {};
    if (!m_file.flush())
        return failed();
    m_file.close();
    return m_file.error() == QFileDevice::NoError ? Result<>() : failed();
}

Result<> ExportFile::writeAll(const QString &path, const QByteArray &bytes)
{
    ExportFile file(path);
    if (Result<> written = file.write(bytes); !written)
        return written;
    return file.close();
}

Result<> ExportFile::copy(const QString &from, const QString &to)
{
    if (Result<> made = makeFolder(QFileInfo(to).path()); !made)
        return made;
    QFile source(from);
    if (!source.copy(to))
        return failure(Text::tr("%1 could not be copied to %2: %3").arg(from, to, source.errorString()));
    return {};
}

} // namespace boxwright
