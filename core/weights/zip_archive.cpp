// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/zip_archive.h"

#include "core/base/crc32.h"
#include "core/mxnet/byte_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipArchive)
};

// PKWARE's APPNOTE, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3.
constexpr quint32 kLocalHeader = 0x04034b50;
constexpr quint32 kDirectoryHeader = 0x02014b50;
constexpr quint32 kDirectoryEnd64 = 0x06064b50;
constexpr quint32 kLocator64 = 0x07064b50;
constexpr quint32 kDirectoryEnd = 0x06054b50;
constexpr qsizetype kDirectoryEndBytes = 22;
constexpr qsizetype kLocatorBytes = 20;
constexpr quint16 kExtra64 = 1;
constexpr quint16 kEncrypted = 1;
constexpr quint32 kSeeExtra = 0xffffffff;
constexpr quint64 kMostEntries = 100'000;

QString shown(const QByteArray &name)
{
    return QString::fromUtf8(name.left(200));
}

ByteReader readerAt(QByteArrayView bytes, quint64 offset)
{
    const auto size = static_cast<quint64>(bytes.size());
    return ByteReader(bytes.sliced(static_cast<qsizetype>(std::min(offset, size))));
}

/// Numbers of one kind that are known to be there.
template<class Number>
Number taken(ByteReader &reader)
{
    return reader.number<Number>().value_or(0);
}

/// Takes from the extra field those of the numbers that did not fit into 32 bits, in their order. False where it lacks
/// one.
bool fill64(QByteArrayView extra, std::initializer_list<quint64 *> numbers)
{
    ByteReader reader(extra);
    while (reader.left() >= 4) {
        const auto kind = taken<quint16>(reader);
        const auto body = reader.take(taken<quint16>(reader));
        if (!body)
            return false;
        if (kind != kExtra64)
            continue;
        ByteReader values(*body);
        for (quint64 *number : numbers) {
            if (*number != kSeeExtra)
                continue;
            const auto value = values.number<quint64>();
            if (!value)
                return false;
            *number = *value;
        }
    }
    return std::none_of(numbers.begin(), numbers.end(), [](const quint64 *number) { return *number == kSeeExtra; });
}

} // namespace

std::optional<ZipArchive::Directory> ZipArchive::findDirectory() const
{
    constexpr qsizetype kLongestComment = 0xffff;
    const qsizetype last = m_bytes.size() - kDirectoryEndBytes;
    for (qsizetype at = last; at >= 0 && at >= last - kLongestComment; --at) {
        ByteReader reader(m_bytes.sliced(at));
        if (taken<quint32>(reader) != kDirectoryEnd)
            continue;
        reader.take(6); // disks, entries on this one
        Directory directory;
        directory.count = taken<quint16>(reader);
        reader.take(4); // bytes
        directory.offset = taken<quint32>(reader);
        if (at < kLocatorBytes)
            return directory;
        ByteReader locator(m_bytes.sliced(at - kLocatorBytes));
        if (taken<quint32>(locator) != kLocator64)
            return directory;
        locator.take(4);
        ByteReader end64 = readerAt(m_bytes, taken<quint64>(locator));
        if (taken<quint32>(end64) != kDirectoryEnd64 || end64.left() < 52)
            return std::nullopt;
        end64.take(28); // own size, versions, disks, entries on this one
        directory.count = taken<quint64>(end64);
        end64.take(8);
        directory.offset = taken<quint64>(end64);
        return directory;
    }
    return std::nullopt;
}

Result<> ZipArchive::readDirectory(const Directory &directory)
{
    if (directory.count > kMostEntries)
        return failure(Text::tr("its directory names %1 files, more than %2").arg(directory.count).arg(kMostEntries));
    ByteReader reader = readerAt(m_bytes, directory.offset);
    for (quint64 i = 0; i < directory.count; ++i) {
        constexpr qint64 kFixedBytes = 46;
        if (reader.left() < kFixedBytes || taken<quint32>(reader) != kDirectoryHeader)
            return failure(Text::tr("its directory is cut off after %1 of %2 files").arg(i).arg(directory.count));
        Entry entry;
        reader.take(4); // versions
        entry.flags = taken<quint16>(reader);
        entry.method = taken<quint16>(reader);
        reader.take(4); // time
        entry.checkSum = taken<quint32>(reader);
        entry.storedSize = taken<quint32>(reader);
        entry.size = taken<quint32>(reader);
        const auto nameBytes = taken<quint16>(reader);
        const auto extraBytes = taken<quint16>(reader);
        const auto commentBytes = taken<quint16>(reader);
        reader.take(8); // disk, attributes
        entry.headerOffset = taken<quint32>(reader);
        const auto name = reader.take(nameBytes);
        const auto extra = reader.take(extraBytes);
        if (!name || !extra || !reader.take(commentBytes))
            return failure(Text::tr("its directory is cut off after %1 of %2 files").arg(i).arg(directory.count));
        if (!fill64(*extra, {&entry.size, &entry.storedSize, &entry.headerOffset}))
            return failure(Text::tr("\"%1\" has no size").arg(shown(name->toByteArray())));
        if (m_entries.contains(name->toByteArray()))
            return failure(Text::tr("\"%1\" comes twice").arg(shown(name->toByteArray())));
        m_entries.insert(name->toByteArray(), entry);
    }
    return {};
}

Result<ZipArchive> ZipArchive::read(QByteArrayView bytes)
{
    ZipArchive archive;
    archive.m_bytes = bytes;
    const std::optional<Directory> directory = archive.findDirectory();
    if (!directory)
        return failure(Text::tr("the directory at its end is missing, as in a file that was cut off"));
    if (Result<> done = archive.readDirectory(*directory); !done)
        return failure(done.error());
    return archive;
}

Result<QByteArrayView> ZipArchive::content(const QByteArray &name) const
{
    const auto found = m_entries.constFind(name);
    if (found == m_entries.constEnd())
        return failure(Text::tr("it lacks \"%1\"").arg(shown(name)));
    if (found->method != 0 || (found->flags & kEncrypted) != 0 || found->size != found->storedSize)
        return failure(Text::tr("\"%1\" is compressed or encrypted, which weight files are not").arg(shown(name)));
    ByteReader reader = readerAt(m_bytes, found->headerOffset);
    constexpr qint64 kFixedBytes = 30;
    if (reader.left() < kFixedBytes || taken<quint32>(reader) != kLocalHeader)
        return failure(Text::tr("\"%1\" is not where the directory says").arg(shown(name)));
    reader.take(22);
    const auto nameBytes = taken<quint16>(reader);
    const auto extraBytes = taken<quint16>(reader);
    const bool isThere = reader.take(nameBytes) && reader.take(extraBytes);
    if (!isThere || found->size > static_cast<quint64>(reader.left()))
        return failure(Text::tr("\"%1\" is not where the directory says").arg(shown(name)));
    const QByteArrayView content = reader.take(static_cast<qint64>(found->size)).value_or(QByteArrayView());
    if (crc32(content) != found->checkSum)
        return failure(Text::tr("\"%1\" is damaged: its check sum is another one").arg(shown(name)));
    return content;
}

} // namespace boxwright
