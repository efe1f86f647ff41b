// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/createml_format.h"

#include "core/formats/createml_json.h"
#include "core/formats/createml_writer.h"
#include "core/formats/mapped_file.h"
#include "core/formats/split_names.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CreateMlFormat)
};

/// Whether the text is a list whose first entry names an image and has boxes of Create ML's kind.
bool isCreateMl(QByteArrayView text)
{
    JsonCursor cursor(text);
    if (cursor.kind() != JsonCursor::Kind::Array || !cursor.enterArray() || !cursor.nextElement() ||
        cursor.kind() != JsonCursor::Kind::Object)
        return false;
    const JsonMembers entry(cursor);
    const bool hasList = entry.value("annotations").startsWith('[') || entry.value("annotation").startsWith('[');
    return hasList && (entry.text("image") || entry.text("imagefilename"));
}

QStringList filesOf(const QString &from)
{
    const QFileInfo info(from);
    QStringList candidates{info.absoluteFilePath()};
    if (info.isDir()) {
        const QDir root(info.absoluteFilePath());
        candidates.clear();
        for (const QString &folder :
             QStringList{QStringLiteral(".")} + root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QDir dir(root.filePath(folder));
            for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files))
                candidates.append(QDir::cleanPath(dir.absoluteFilePath(name)));
        }
        sortNaturally(candidates);
    }
    QStringList files;
    for (const QString &path : std::as_const(candidates)) {
        const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
        const Result<MappedFile> file = isJson ? MappedFile::open(path) : Result<MappedFile>(failure(QString()));
        if (file && isCreateMl(file->text()))
            files.append(path);
    }
    const auto rank = [](const QString &path) {
        const Split split = splitOfParentFolder(path);
        return split == Split::None ? 9 : static_cast<int>(split);
    };
    std::stable_sort(files.begin(), files.end(), [&](const QString &a, const QString &b) { return rank(a) < rank(b); });
    return files;
}

/// One reading of one file.
class CreateMlReader
{
public:
    CreateMlReader(const QString &path, const ImageLocator &locator, Reading &reading)
        : m_path(path)
        , m_name(QFileInfo(path).fileName())
        , m_locator(locator)
        , m_reading(reading)
    {
    }

    Result<> read()
    {
        const Result<MappedFile> file = MappedFile::open(m_path);
        if (!file)
            return failure(file.error());
        JsonCursor cursor(file->text());
        cursor.enterArray();
        for (qsizetype i = 0; cursor.nextElement(); ++i) {
            if (Result<> taken = take(JsonMembers(cursor.skip()), i); !taken)
                return taken;
            if (Result<> going = m_reading.advance(cursor.position(), file->text().size()); !going)
                return going;
        }
        return cursor.isAtEnd() ? Result<>() : notJson(m_name, file->text(), cursor.position());
    }

private:
    Result<> take(const JsonMembers &members, qsizetype index)
    {
        Result<ImageEntry> entry = parseCreateMlEntry(members);
        if (!entry) {
            m_reading.note(QStringLiteral("bad-entry"), Text::tr("%1: entry %2: %3", "file, number, what is wrong")
                                                            .arg(m_name)
                                                            .arg(index)
                                                            .arg(entry.error().message));
            return {};
        }
        entry->image.split = splitOfParentFolder(m_path);
        return deliverEntry(*std::move(entry), m_name, m_locator, m_reading);
    }

    const QString m_path;
    const QString m_name;
    const ImageLocator &m_locator;
    Reading &m_reading;
};

} // namespace

QString CreateMlFormat::id() const
{
    return QStringLiteral("createml");
}

QString CreateMlFormat::name() const
{
    return Text::tr("Create ML JSON");
}

FormatAbilities CreateMlFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("createml");
    return abilities;
}

bool CreateMlFormat::recognizes(const QString &path) const
{
    return !filesOf(path).isEmpty();
}

Result<> CreateMlFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QStringList files = filesOf(options.from);
    const QString shown = QDir::toNativeSeparators(options.from);
    if (files.isEmpty())
        return failure(Text::tr("%1 holds no list of images as Create ML writes it (*.json)").arg(shown));
    Reading reading(options, sink);
    for (const QString &path : files) {
        const ImageLocator locator(QFileInfo(path).path(), options.imageFolder, options.s3Prefix);
        if (Result<> read = CreateMlReader(path, locator, reading).read(); !read)
            return read;
    }
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-entry"));
    return failure(why.isEmpty() ? Text::tr("%1 is empty: it names no image").arg(shown) : why);
}

Result<WriteSummary> CreateMlFormat::write(const WriteOptions &options, FormatSource &source,
                                           const NoteSink &notes) const
{
    return CreateMlWriter(options, source, notes).write();
}

} // namespace boxwright
