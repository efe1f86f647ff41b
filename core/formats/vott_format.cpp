// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/vott_format.h"

#include "core/formats/csv_boxes.h"
#include "core/formats/export_file.h"
#include "core/formats/image_export.h"
#include "core/formats/image_loop.h"
#include "core/formats/split_names.h"
#include "core/formats/vott_json.h"
#include "core/imaging/natural_order.h"
#include "core/model/class_colors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VottFormat)
};

/// What a file of VoTT's is.
enum class Kind
{
    None,
    Export, ///< {"assets": {ID: {asset, regions}}, "tags": [...]}
    Asset,  ///< {"asset": {...}, "regions": [...]}
    Table   ///< CSV
};

/// VoTT's own header, which is no other table's.
bool isVottTable(const CsvHeader &header)
{
    return header.names() == QStringList{QStringLiteral("image"), QStringLiteral("xmin"), QStringLiteral("ymin"),
                                         QStringLiteral("xmax"),  QStringLiteral("ymax"), QStringLiteral("label")};
}

/// Whether the object has assets with regions; looks no further than into the first of them.
bool holdsAssets(QByteArrayView assets)
{
    JsonCursor cursor(assets);
    QByteArrayView id;
    if (cursor.kind() != JsonCursor::Kind::Object || !cursor.enterObject() || !cursor.nextMember(id))
        return false;
    const JsonMembers first(cursor.skip());
    return first.value("asset").startsWith('{') && first.value("regions").startsWith('[');
}

Kind kindOfJson(QByteArrayView text)
{
    JsonCursor cursor(text);
    if (cursor.kind() != JsonCursor::Kind::Object || !cursor.enterObject())
        return Kind::None;
    for (QByteArrayView key; cursor.nextMember(key);) {
        if (key == "assets")
            return holdsAssets(text.sliced(cursor.position())) ? Kind::Export : Kind::None;
        if (key == "asset")
            return JsonMembers(text).value("regions").startsWith('[') ? Kind::Asset : Kind::None;
        if (key == "images" || key == "shapes")
            return Kind::None; // of other formats, and long
        cursor.skip();
    }
    return Kind::None;
}

Kind kindOf(const QString &path)
{
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return isVottTable(CsvGroups::headerOf(path)) ? Kind::Table : Kind::None;
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return Kind::None;
    const Result<MappedFile> file = MappedFile::open(path);
    return file ? kindOfJson(file->text()) : Kind::None;
}

/// The files of the kind that counts: an export's, else the assets of a project, else tables.
std::pair<Kind, QStringList> filesOf(const QString &from)
{
    const QFileInfo info(from);
    if (!info.isDir())
        return {kindOf(info.absoluteFilePath()), {info.absoluteFilePath()}};
    const QDir folder(info.absoluteFilePath());
    std::map<Kind, QStringList> files;
    for (const QString &name : folder.entryList({QStringLiteral("*.json"), QStringLiteral("*.csv")}, QDir::Files)) {
        const QString path = folder.absoluteFilePath(name);
        files[kindOf(path)].append(path);
    }
    for (const Kind kind : {Kind::Export, Kind::Asset, Kind::Table}) {
        if (!files[kind].isEmpty()) {
            sortNaturally(files[kind]);
            return {kind, files[kind]};
        }
    }
    return {Kind::None, {}};
}

/// One reading of one JSON file.
class VottReader
{
public:
    VottReader(const QString &path, const ImageLocator &locator, Reading &reading)
        : m_name(QFileInfo(path).fileName())
        , m_path(path)
        , m_locator(locator)
        , m_reading(reading)
    {
    }

    Result<> read(Kind kind)
    {
        const Result<MappedFile> file = MappedFile::open(m_path);
        if (!file)
            return failure(file.error());
        const QByteArrayView text = file->text();
        if (kind == Kind::Asset)
            return take(JsonMembers(text), m_name);
        JsonCursor whole(text);
        const JsonMembers members(whole);
        if (!whole.isAtEnd())
            return notJson(m_name, text, whole.position());
        takeTags(members.value("tags"));
        const QByteArrayView assets = members.value("assets");
        JsonCursor cursor(assets);
        if (cursor.kind() != JsonCursor::Kind::Object)
            return failure(Text::tr("%1 holds no \"assets\": it is no export of VoTT").arg(m_name));
        cursor.enterObject();
        for (QByteArrayView id; cursor.nextMember(id);) {
            const JsonMembers asset(cursor.skip());
            if (Result<> taken = take(asset, QString::fromUtf8(id.first(std::min<qsizetype>(id.size(), 60)))); !taken)
                return taken;
            if (Result<> going = m_reading.advance(cursor.position(), assets.size()); !going)
                return going;
        }
        return {};
    }

private:
    void takeTags(QByteArrayView list)
    {
        JsonCursor cursor(list);
        if (cursor.kind() != JsonCursor::Kind::Array)
            return;
        cursor.enterArray();
        while (cursor.nextElement()) {
            const QString name = JsonMembers(cursor.skip()).text("name").value_or(QString());
            if (!name.isEmpty())
                m_reading.classes().indexOf(name);
        }
    }

    Result<> take(const JsonMembers &members, const QString &id)
    {
        Result<ImageEntry> asset = parseVottAsset(members);
        if (!asset) {
            m_reading.note(
                QStringLiteral("bad-entry"),
                Text::tr("%1: asset %2: %3", "file, id, what is wrong").arg(m_name, id, asset.error().message));
            return {};
        }
        asset->image.split = splitOfWord(m_name);
        return deliverEntry(*std::move(asset), m_name, m_locator, m_reading);
    }

    const QString m_name;
    const QString m_path;
    const ImageLocator &m_locator;
    Reading &m_reading;
};

/// An export's start, up to its assets.
QByteArray headText(const QStringList &classes)
{
    ClassColors colors({});
    QByteArray text("{\"name\":\"Boxwright\",\"tags\":[");
    for (qsizetype i = 0; i < classes.size(); ++i)
        text += (i > 0 ? ",{\"name\":" : "{\"name\":") + jsonString(classes[i]) + ",\"color\":\"" +
                colors.next().name().toLatin1() + "\"}";
    return text + "],\"version\":\"2.2.0\",\"assets\":{\n";
}

} // namespace

QString VottFormat::id() const
{
    return QStringLiteral("vott");
}

QString VottFormat::name() const
{
    return Text::tr("VoTT (JSON and CSV exports)");
}

FormatAbilities VottFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("vott");
    return abilities;
}

bool VottFormat::recognizes(const QString &path) const
{
    return filesOf(path).first != Kind::None;
}

Result<> VottFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const auto [kind, files] = filesOf(options.from);
    const QString shown = QDir::toNativeSeparators(options.from);
    if (kind == Kind::None)
        return failure(Text::tr("%1 holds no export of VoTT (*.json with assets and regions, or *.csv)").arg(shown));
    Reading reading(options, sink);
    const ImageLocator locator(QFileInfo(files.first()).path(), options.imageFolder, options.s3Prefix);
    for (const QString &path : files) {
        const Split split = splitOfWord(QFileInfo(path).fileName());
        const Result<> read = kind == Kind::Table ? CsvBoxes(path, locator, reading, split).read()
                                                  : VottReader(path, locator, reading).read(kind);
        if (!read)
            return read;
    }
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-entry"));
    return failure(why.isEmpty() ? Text::tr("%1 is empty: it names no image").arg(shown) : why);
}

Result<WriteSummary> VottFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    const QStringList classes = source.classes();
    ExportPaths paths(options.imageRoot);
    std::map<Split, ExportFile> files;
    Result<WriteSummary> summary =
        writeImages({options, source, notes, /*needsSize=*/false}, [&](const FormatImage &image) -> Result<> {
            // VoTT looks for images beside its file.
            const QString place = paths.place(image.path.isEmpty() ? image.source : image.path);
            if (options.copyImages) {
                if (Result<> copied = copyImage(image, options.to + u'/' + place, options); !copied)
                    return copied;
            }
            const QString split = image.split == Split::None ? QStringLiteral("vott") : shortSplitName(image.split);
            const auto [at, isNew] =
                files.try_emplace(image.split, options.to + QStringLiteral("/%1-export.json").arg(split));
            const QByteArray start = isNew ? headText(classes) : QByteArray(",\n");
            return at->second.write(start + vottAssetId(image, place) + ':' + vottAsset(image, place, classes));
        });
    for (auto &[split, file] : files) {
        Result<> closed = summary ? file.write("\n}}\n") : Result<>();
        if (closed)
            closed = file.close();
        if (summary && !closed)
            return failure(closed.error());
    }
    return summary;
}

} // namespace boxwright
