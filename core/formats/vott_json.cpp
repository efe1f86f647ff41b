// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/vott_json.h"

#include "core/formats/export_paths.h"
#include "core/formats/shape_bounds.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VottJson)
};

constexpr double kMaxCoordinate = 1e7; ///< pixels
constexpr QByteArrayView kKey("vott"); ///< in `extra`
constexpr int kTagged = 2;             ///< AssetState
constexpr int kVisited = 1;

QString shown(QByteArrayView raw)
{
    return raw.isEmpty() ? Text::tr("missing")
                         : QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), 60))).simplified();
}

/// nullopt where a number is missing or is none.
std::optional<Box> boundingBox(QByteArrayView value)
{
    const JsonMembers members(value);
    double numbers[4];
    int at = 0;
    for (const char *key : {"left", "top", "width", "height"}) {
        const std::optional<double> number = members.number(key);
        if (!number || std::abs(*number) > kMaxCoordinate)
            return std::nullopt;
        numbers[at++] = *number;
    }
    return Box{numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]};
}

/// Around the points of a region; nullopt where they are none.
std::optional<Box> boundsOfPoints(QByteArrayView value)
{
    JsonCursor cursor(value);
    if (cursor.kind() != JsonCursor::Kind::Array)
        return std::nullopt;
    ShapeBounds bounds;
    cursor.enterArray();
    while (cursor.nextElement()) {
        const JsonMembers point(cursor.skip());
        const std::optional<double> x = point.number("x");
        const std::optional<double> y = point.number("y");
        if (!x || !y || std::abs(*x) > kMaxCoordinate || std::abs(*y) > kMaxCoordinate)
            return std::nullopt;
        bounds.add(*x, *y);
    }
    return cursor.hasFailed() ? std::nullopt : std::optional(bounds.box());
}

std::optional<Box> boxOf(const JsonMembers &region)
{
    const std::optional<Box> box = boundingBox(region.value("boundingBox"));
    return box ? box : boundsOfPoints(region.value("points"));
}

QStringList tagsOf(const JsonMembers &region)
{
    QStringList tags;
    QSet<QString> seen;
    JsonCursor cursor(region.value("tags"));
    if (cursor.kind() != JsonCursor::Kind::Array)
        return tags;
    cursor.enterArray();
    while (cursor.nextElement()) {
        const QString tag = cursor.string().value_or(QString());
        if (tag.isEmpty() || seen.contains(tag))
            continue;
        seen.insert(tag);
        tags.append(tag);
    }
    return tags;
}

/// {"vott":{...}} of every member that is not among `written`.
QString kept(const JsonMembers &members, std::initializer_list<QByteArrayView> written)
{
    QByteArray text("{\"vott\":");
    JsonObjectText object(text);
    object.appendRest(members, written);
    object.close();
    return QString::fromUtf8(text.append('}'));
}

void takeRegion(const JsonMembers &region, qsizetype index, ImageEntry &asset)
{
    const QString where = QStringLiteral("%1: regions[%2]").arg(asset.image.source).arg(index);
    const auto tell = [&asset](const char *kind, const QString &text) {
        asset.problems.append({QLatin1String(kind), text});
    };
    const std::optional<Box> box = boxOf(region);
    if (!box)
        return tell("bad-box", Text::tr("%1: boundingBox is %2").arg(where, shown(region.value("boundingBox"))));
    if (box->isEmpty())
        return tell("degenerate-box",
                    Text::tr("%1 has no area: boundingBox is %2").arg(where, shown(region.value("boundingBox"))));
    const QStringList tags = tagsOf(region);
    if (tags.isEmpty())
        return tell("no-class", Text::tr("%1 has no tag").arg(where));
    if (tags.size() > 1)
        tell("several-tags", Text::tr("%1 has %2 tags: it became as many labels").arg(where).arg(tags.size()));
    const QString type = region.text("type").value_or(QStringLiteral("RECTANGLE"));
    if (type != QLatin1String("RECTANGLE") && type != QLatin1String("SQUARE"))
        tell("bounds", Text::tr("%1 is a %2: its bounds became the box").arg(where, type.left(40).toLower()));
    const QString extra = kept(region, {"tags"}); // shared by all
    for (const QString &tag : tags) {
        NamedLabel label;
        label.name = tag;
        label.label.box = *box;
        label.label.extra = extra;
        asset.labels.push_back(std::move(label));
    }
}

QByteArray point(double x, double y)
{
    return "{\"x\":" + jsonNumber(x) + ",\"y\":" + jsonNumber(y) + '}';
}

/// Nine letters and digits, as VoTT's own ids have, that the same words always give.
QByteArray idOf(const QByteArray &words)
{
    return QCryptographicHash::hash(words, QCryptographicHash::Md5).toHex();
}

void appendRegion(QByteArray &text, const FormatLabel &label, const QString &name, const QByteArray &freshId)
{
    const KeptMembers old(label.extra, kKey);
    const bool isSame = !old.isEmpty() && boxOf(old.members()) == label.box;
    const Box &box = label.box;
    JsonObjectText region(text);
    const QByteArrayView id = old.value("id");
    region.key("id").append(id.isEmpty() ? '"' + freshId + '"' : id.toByteArray());
    const QByteArrayView type = isSame ? old.value("type") : QByteArrayView();
    region.key("type").append(type.isEmpty() ? QByteArray("\"RECTANGLE\"") : type.toByteArray());
    region.key("tags").append('[' + jsonString(name) + ']');
    const QByteArrayView bounds = isSame ? old.value("boundingBox") : QByteArrayView();
    region.key("boundingBox")
        .append(!bounds.isEmpty()
                    ? bounds.toByteArray()
                    : "{\"height\":" + jsonNumber(box.height()) + ",\"width\":" + jsonNumber(box.width()) +
                          ",\"left\":" + jsonNumber(box.left) + ",\"top\":" + jsonNumber(box.top) + '}');
    const QByteArrayView points = isSame ? old.value("points") : QByteArrayView();
    region.key("points").append(!points.isEmpty()
                                    ? points.toByteArray()
                                    : '[' + point(box.left, box.top) + ',' + point(box.right, box.top) + ',' +
                                          point(box.right, box.bottom) + ',' + point(box.left, box.bottom) + ']');
    region.appendRest(old.members(), {"id", "type", "tags", "boundingBox", "points"});
    region.close();
}

} // namespace

Result<ImageEntry> parseVottAsset(const JsonMembers &members)
{
    const JsonMembers about(members.value("asset"));
    ImageEntry asset;
    asset.image.source = about.text("path").value_or(QString());
    if (asset.image.source.isEmpty())
        asset.image.source = about.text("name").value_or(QString());
    if (asset.image.source.isEmpty())
        return failure(Text::tr("\"asset\" names no image: its path is %1").arg(shown(about.value("path"))));
    const JsonMembers size(about.value("size"));
    const double width = size.number("width").value_or(0);
    const double height = size.number("height").value_or(0);
    if (width >= 1 && height >= 1 && width <= kMaxCoordinate && height <= kMaxCoordinate)
        asset.image.size = {static_cast<int>(width), static_cast<int>(height)};
    JsonCursor regions(members.value("regions"));
    if (regions.kind() == JsonCursor::Kind::Array && regions.enterArray()) {
        for (qsizetype i = 0; regions.nextElement(); ++i)
            takeRegion(JsonMembers(regions.skip()), i, asset);
    }
    asset.image.extra = kept(about, {"path", "name", "size", "state"});
    return asset;
}

QByteArray vottAssetId(const FormatImage &image, const QString &file)
{
    const KeptMembers old(image.extra, kKey);
    const QByteArrayView id = old.value("id");
    return id.startsWith('"') ? id.toByteArray() : '"' + idOf(file.toUtf8()) + '"';
}

QByteArray vottAsset(const FormatImage &image, const QString &file, const QStringList &classes)
{
    const KeptMembers old(image.extra, kKey);
    QByteArray text;
    JsonObjectText entry(text);
    QByteArray &about = entry.key("asset");
    JsonObjectText asset(about);
    const QByteArrayView format = old.value("format");
    const QByteArray ending = jsonString(file.section(u'.', -1).toLower());
    asset.key("format").append(format.isEmpty() ? ending : format.toByteArray());
    asset.key("id").append(vottAssetId(image, file));
    asset.key("name").append(jsonString(fileNameOf(file)));
    asset.key("path").append(jsonString(file));
    if (image.size.isValid())
        asset.key("size").append("{\"width\":" + QByteArray::number(image.size.width()) +
                                 ",\"height\":" + QByteArray::number(image.size.height()) + '}');
    const int state = image.labels.empty() ? kVisited : kTagged;
    asset.key("state").append(QByteArray::number(state));
    const QByteArrayView type = old.value("type");
    asset.key("type").append(type.isEmpty() ? QByteArray("1") : type.toByteArray()); // AssetType.Image
    asset.appendRest(old.members(), {"format", "id", "name", "path", "size", "state", "type"});
    asset.close();
    QByteArray &regions = entry.key("regions").append('[');
    for (std::size_t i = 0; i < image.labels.size(); ++i) {
        regions += i > 0 ? ",\n" : "\n";
        const QByteArray id = idOf(file.toUtf8() + '/' + QByteArray::number(qulonglong(i))).left(9);
        appendRegion(regions, image.labels[i], classes.value(image.labels[i].classIndex), id);
    }
    regions += ']';
    entry.key("version").append("\"2.2.0\"");
    entry.close();
    return text;
}

} // namespace boxwright
