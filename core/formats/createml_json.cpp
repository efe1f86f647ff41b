// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/createml_json.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CreateMlJson)
};

constexpr double kMaxCoordinate = 1e7;     ///< pixels
constexpr QByteArrayView kKey("createml"); ///< in `extra`

QString shown(QByteArrayView raw)
{
    return raw.isEmpty() ? Text::tr("missing") : QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), 40)));
}

/// The box around a centre; nullopt where a number is missing or is none.
std::optional<Box> boxOf(const JsonMembers &coordinates)
{
    double numbers[4];
    int at = 0;
    for (const char *key : {"x", "y", "width", "height"}) {
        const std::optional<double> number = coordinates.number(key);
        if (!number || std::abs(*number) > kMaxCoordinate)
            return std::nullopt;
        numbers[at++] = *number;
    }
    return Box{numbers[0] - numbers[2] / 2, numbers[1] - numbers[3] / 2, numbers[0] + numbers[2] / 2,
               numbers[1] + numbers[3] / 2};
}

/// {"createml":{...}} of what the writer would not write by itself; empty where that is nothing.
QString kept(const JsonMembers &members, std::initializer_list<QByteArrayView> written)
{
    QByteArray text("{\"createml\":");
    const qsizetype start = text.size();
    JsonObjectText object(text);
    object.appendRest(members, written);
    object.close();
    return text.size() == start + 2 ? QString() : QString::fromUtf8(text.append('}'));
}

void takeLabel(QByteArrayView raw, qsizetype index, ImageEntry &entry)
{
    const JsonMembers members(raw);
    const JsonMembers coordinates(members.value("coordinates"));
    const QString where = QStringLiteral("%1: annotations[%2]").arg(entry.image.source).arg(index);
    NamedLabel result;
    result.name = members.text("label").value_or(QString());
    if (result.name.isEmpty()) {
        entry.problems.append(
            {QStringLiteral("bad-box"), Text::tr("%1: label is %2").arg(where, shown(members.value("label")))});
        return;
    }
    const std::optional<Box> box = boxOf(coordinates);
    if (!box || box->isEmpty()) {
        const QString text = shown(members.value("coordinates")).simplified();
        entry.problems.append(
            box ? FormatNote{QStringLiteral("degenerate-box"),
                             Text::tr("%1 has no area: coordinates are %2").arg(where, text)}
                : FormatNote{QStringLiteral("bad-box"), Text::tr("%1: coordinates are %2").arg(where, text)});
        return;
    }
    result.label.box = *box;
    if (const std::optional<double> confidence = members.number("confidence"))
        result.label.confidence = std::clamp(*confidence, 0.0, 1.0);
    result.label.extra = kept(members, {"label"});
    entry.labels.push_back(std::move(result));
}

QByteArray coordinatesText(const FormatLabel &label, QByteArrayView old)
{
    if (!old.isEmpty() && boxOf(JsonMembers(old)) == label.box)
        return old.toByteArray();
    const Box &box = label.box;
    return "{\"x\":" + jsonNumber((box.left + box.right) / 2) + ",\"y\":" + jsonNumber((box.top + box.bottom) / 2) +
           ",\"width\":" + jsonNumber(box.width()) + ",\"height\":" + jsonNumber(box.height()) + '}';
}

} // namespace

Result<ImageEntry> parseCreateMlEntry(const JsonMembers &members)
{
    ImageEntry entry;
    for (const char *key : {"image", "imagefilename", "filename"}) {
        if (entry.image.source.isEmpty())
            entry.image.source = members.text(key).value_or(QString());
    }
    if (entry.image.source.isEmpty())
        return failure(Text::tr("\"image\" is missing: this entry names no image"));
    QByteArrayView list = members.value("annotations");
    if (list.isEmpty())
        list = members.value("annotation");
    JsonCursor cursor(list);
    if (cursor.kind() == JsonCursor::Kind::Array && cursor.enterArray()) {
        for (qsizetype i = 0; cursor.nextElement(); ++i)
            takeLabel(cursor.skip(), i, entry);
    }
    entry.image.extra = kept(members, {"image", "annotations", "annotation"});
    return entry;
}

QByteArray createMlEntry(const FormatImage &image, const QString &file, const QStringList &classes)
{
    QByteArray text;
    JsonObjectText object(text);
    object.key("image").append(jsonString(file));
    QByteArray &list = object.key("annotations").append('[');
    for (std::size_t i = 0; i < image.labels.size(); ++i) {
        const FormatLabel &label = image.labels[i];
        const KeptMembers kept(label.extra, kKey);
        list += i > 0 ? "," : "";
        JsonObjectText item(list);
        item.key("label").append(jsonString(classes.value(label.classIndex)));
        item.key("coordinates").append(coordinatesText(label, kept.value("coordinates")));
        item.appendRest(kept.members(), {"label", "coordinates"});
        item.close();
    }
    list += ']';
    const KeptMembers kept(image.extra, kKey);
    object.appendRest(kept.members(), {"image", "imagefilename", "filename", "annotations", "annotation"});
    object.close();
    return text;
}

} // namespace boxwright
