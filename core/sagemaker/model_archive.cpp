// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/model_archive.h"

#include "core/base/file_io.h"

#include <archive.h>
#include <archive_entry.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <memory>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelArchive)
};

constexpr qint64 kMaxBytes = qint64{4} << 30; ///< of all files together; the largest known model has 0.1 GiB
constexpr int kMaxEntries = 10'000;
constexpr qint64 kChunk = qint64{1} << 20;

struct CloseArchive
{
    void operator()(archive *handle) const { archive_free(handle); } // frees what it reads and what it writes
};
using Archive = std::unique_ptr<archive, CloseArchive>;

struct FreeEntry
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

QString reasonOf(archive *handle)
{
    const char *text = archive_error_string(handle);
    return text == nullptr ? Text::tr("unknown error") : QString::fromLocal8Bit(text);
}

/// The entry's path as it is spelled; empty where it is no text.
QString pathOf(archive_entry *entry)
{
    if (const char *utf8 = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(utf8);
    const char *raw = archive_entry_pathname(entry);
    return raw == nullptr ? QString() : QString::fromLocal8Bit(raw);
}

/// Why the entry is refused; empty where it is not.
QString objection(archive_entry *entry, const QString &path)
{
    if (path.isEmpty())
        return Text::tr("it has no name that can be read");
    const QStringList parts = path.split(u'/');
    const bool leaves = path.startsWith(u'/') || parts.contains(QStringLiteral("..")) || path.contains(u'\\') ||
                        (path.size() > 1 && path[1] == u':');
    if (leaves)
        return Text::tr("its path leaves the folder");
    if (archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr)
        return Text::tr("it is a link");
    const auto type = archive_entry_filetype(entry);
    if (type != AE_IFREG && type != AE_IFDIR)
        return Text::tr("it is neither a file nor a folder");
    if (archive_entry_sparse_count(entry) > 0)
        return Text::tr("it is a sparse file");
    if (type == AE_IFREG && (!archive_entry_size_is_set(entry) || archive_entry_size(entry) < 0))
        return Text::tr("it has no size");
    return {};
}

/// Walks one archive from front to end.
class Reader
{
public:
    Reader(const QString &path, const std::function<bool(const QString &)> &isWanted)
        : m_name(QDir::toNativeSeparators(path))
        , m_isWanted(isWanted)
        , m_archive(archive_read_new())
    {
    }

    Result<std::vector<ArchivedFile>> run(const QString &path);

private:
    Result<> take(archive_entry *entry);
    Result<QByteArray> content(const QString &entryPath, qint64 size);

    QString m_name;
    const std::function<bool(const QString &)> &m_isWanted;
    Archive m_archive;
    std::vector<ArchivedFile> m_files;
    qint64 m_bytes = 0;
};

Result<std::vector<ArchivedFile>> Reader::run(const QString &path)
{
    archive_read_support_format_tar(m_archive.get());
    archive_read_support_filter_gzip(m_archive.get());
    if (archive_read_open_filename(m_archive.get(), QFile::encodeName(path).constData(), size_t(kChunk)) != ARCHIVE_OK)
        return failure(Text::tr("%1 could not be opened: %2").arg(m_name, reasonOf(m_archive.get())));
    for (int count = 0;; ++count) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_archive.get(), &entry);
        if (status == ARCHIVE_EOF && count > 0)
            return std::move(m_files);
        if (status == ARCHIVE_EOF || (status < ARCHIVE_WARN && count == 0))
            return failure(
                Text::tr("%1 is no tar archive that can be read: %2")
                    .arg(m_name, status == ARCHIVE_EOF ? Text::tr("it is empty") : reasonOf(m_archive.get())));
        if (status < ARCHIVE_WARN)
            return failure(
                Text::tr("%1 is damaged after %n entries: %2", nullptr, count).arg(m_name, reasonOf(m_archive.get())));
        if (count >= kMaxEntries)
            return failure(Text::tr("%1 holds more than %2 entries").arg(m_name).arg(kMaxEntries));
        if (Result<> taken = take(entry); !taken)
            return failure(taken.error());
    }
}

Result<> Reader::take(archive_entry *entry)
{
    const QString path = pathOf(entry);
    const QString problem = objection(entry, path);
    if (!problem.isEmpty())
        return failure(Text::tr("%1: the entry \"%2\" is refused: %3").arg(m_name, path, problem));
    if (archive_entry_filetype(entry) == AE_IFDIR)
        return {};
    const qint64 size = archive_entry_size(entry);
    if (size > kMaxBytes - m_bytes)
        return failure(Text::tr("%1: with the entry \"%2\" of %3 bytes it holds more than %4 bytes")
                           .arg(m_name, path)
                           .arg(size)
                           .arg(kMaxBytes));
    m_bytes += size;
    const QString name = path.section(u'/', -1);
    if (name.startsWith(u'.') || !m_isWanted(name))
        return {};
    Result<QByteArray> bytes = content(path, size);
    if (!bytes)
        return failure(bytes.error());
    m_files.push_back({name, std::move(*bytes)});
    return {};
}

Result<QByteArray> Reader::content(const QString &entryPath, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized); // pages that nothing is read into take no memory
    qint64 done = 0;
    while (done < size) {
        const la_ssize_t got =
            archive_read_data(m_archive.get(), bytes.data() + done, size_t(std::min(kChunk, size - done)));
        if (got <= 0)
            return failure(
                Text::tr("%1: the entry \"%2\" ends after %3 of %4 bytes").arg(m_name, entryPath).arg(done).arg(size),
                reasonOf(m_archive.get()));
        done += got;
    }
    return bytes;
}

la_ssize_t appendBytes(archive *, void *target, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(target)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

bool writeEntry(archive *output, const ArchivedFile &file, qint64 modified)
{
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), file.name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), file.content.size());
    archive_entry_set_mtime(entry.get(), modified, 0);
    if (archive_write_header(output, entry.get()) != ARCHIVE_OK)
        return false;
    return archive_write_data(output, file.content.constData(), size_t(file.content.size())) == file.content.size();
}

} // namespace

Result<std::vector<ArchivedFile>> readModelArchive(const QString &path,
                                                   const std::function<bool(const QString &)> &isWanted)
{
    return Reader(path, isWanted).run(path);
}

Result<> writeModelArchive(const QString &path, std::span<const ArchivedFile> files, qint64 modified)
{
    QByteArray bytes;
    const Archive output(archive_write_new());
    archive_write_set_format_ustar(output.get());
    archive_write_add_filter_gzip(output.get());
    archive_write_set_filter_option(output.get(), "gzip", "timestamp", nullptr); // the same content, the same bytes
    archive_write_set_bytes_in_last_block(output.get(), 1); // no zeros behind the end of the gzip stream
    bool isWritten = archive_write_open(output.get(), &bytes, nullptr, appendBytes, nullptr) == ARCHIVE_OK;
    for (const ArchivedFile &file : files)
        isWritten = isWritten && writeEntry(output.get(), file, modified);
    if (!isWritten || archive_write_close(output.get()) != ARCHIVE_OK)
        return failure(
            Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), reasonOf(output.get())));
    return writeFile(path, bytes);
}

} // namespace boxwright
