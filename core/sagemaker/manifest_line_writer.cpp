// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/annotation_json.h"

#include "core/sagemaker/kept_line.h"

#include <QDateTime>

#include <algorithm>
#include <charconv>

namespace boxwright {

namespace {

constexpr QByteArrayView kKey("sagemaker"); ///< in `extra`
constexpr const char *kBoxKeys[] = {"left", "top", "width", "height"};

/// The numbers that the file had, where the box is still the one that was read from them; false else.
bool appendKeptNumbers(JsonObjectText &object, const JsonMembers &numbers, const Box &box)
{
    double values[4];
    for (int i = 0; i < 4; ++i) {
        const std::optional<double> number = numbers.number(kBoxKeys[i]);
        if (!number)
            return false;
        values[i] = *number;
    }
    if (!(Box{values[0], values[1], values[0] + values[2], values[1] + values[3]} == box))
        return false;
    for (const char *key : kBoxKeys)
        object.member(key, numbers.value(key));
    return true;
}

void appendAnnotation(QByteArray &line, const AnnotatedBox &item, const KeptMembers &kept)
{
    JsonObjectText object(line);
    appendJsonNumber(object.key("class_id"), item.classId);
    if (kept.isEmpty() || !appendKeptNumbers(object, JsonMembers(kept.value("box")), item.box)) {
        appendJsonNumber(object.key("left"), item.box.left);
        appendJsonNumber(object.key("top"), item.box.top);
        appendJsonNumber(object.key("width"), item.box.width());
        appendJsonNumber(object.key("height"), item.box.height());
    }
    if (!kept.isEmpty())
        object.appendRest(JsonMembers(kept.value("annotation")), {"class_id", "left", "top", "width", "height"});
    object.close();
}

void appendAnnotations(QByteArray &line, const AnnotatedImage &image)
{
    line += '[';
    for (std::size_t i = 0; i < image.boxes.size(); ++i) {
        if (i > 0)
            line += ',';
        appendAnnotation(line, image.boxes[i], KeptMembers(image.boxes[i].extra, kKey));
    }
    line += ']';
}

/// Whether a kept list of sizes begins with that one.
bool saysSize(QByteArrayView sizes, QSize size)
{
    JsonCursor cursor(sizes);
    if (cursor.kind() != JsonCursor::Kind::Array || !cursor.enterArray() || !cursor.nextElement() ||
        cursor.kind() != JsonCursor::Kind::Object)
        return false;
    std::optional<double> wide;
    std::optional<double> high;
    cursor.enterObject();
    for (QByteArrayView key; cursor.nextMember(key);) {
        if (isJsonKey(key, "width"))
            wide = cursor.number();
        else if (isJsonKey(key, "height"))
            high = cursor.number();
        else
            cursor.skip();
    }
    return !cursor.hasFailed() && wide == size.width() && high == size.height();
}

/// A kept size stands where it still fits; the depth is 3, because every image is decoded to three channels.
void appendImageSize(QByteArray &line, QSize size, QByteArrayView keptSize)
{
    if (saysSize(keptSize, size)) {
        line.append(keptSize);
        return;
    }
    line.append("[{\"width\":").append(QByteArray::number(size.width()));
    line.append(",\"height\":").append(QByteArray::number(size.height())).append(",\"depth\":3}]");
}

/// Ground Truth lists the classes of the line, no others.
void appendClassMap(QByteArray &line, const AnnotatedImage &image)
{
    QVarLengthArray<int, 16> present;
    for (const AnnotatedBox &item : image.boxes) {
        const auto place = std::lower_bound(present.begin(), present.end(), item.classId);
        if (place == present.end() || *place != item.classId)
            present.insert(place, item.classId);
    }
    JsonObjectText map(line);
    for (const int id : present) {
        char digits[16];
        const char *end = std::to_chars(std::begin(digits), std::end(digits), id).ptr;
        appendJsonString(map.key({digits, end}), image.classNames.value(id));
    }
    map.close();
}

void appendConfidences(QByteArray &line, const AnnotatedImage &image)
{
    line += '[';
    for (std::size_t i = 0; i < image.boxes.size(); ++i) {
        const AnnotatedBox &item = image.boxes[i];
        if (i > 0)
            line += ',';
        JsonObjectText object(line);
        appendJsonNumber(object.key("confidence"), item.confidence >= 0 ? item.confidence : 1.0);
        const KeptMembers kept(item.extra, kKey);
        if (!kept.isEmpty())
            object.appendRest(JsonMembers(kept.value("object")), {"confidence"});
        object.close();
    }
    line += ']';
}

void appendAnnotated(QByteArray &line, const AnnotatedImage &image, const JsonMembers &known)
{
    JsonObjectText object(line);
    if (known.value("image_size").isEmpty())
        appendImageSize(object.key("image_size"), image.size, {});
    for (const auto &[key, value] : known) {
        if (key == QByteArrayView("image_size"))
            appendImageSize(object.key(key), image.size, value);
        else if (key != QByteArrayView("annotations"))
            object.member(key, value);
    }
    appendAnnotations(object.key("annotations"), image);
    object.close();
}

QByteArray now()
{
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz000")).toLatin1();
}

void appendMetadata(QByteArray &line, const AnnotatedImage &image, const JsonMembers &known)
{
    JsonObjectText object(line);
    appendConfidences(object.key("objects"), image);
    appendClassMap(object.key("class-map"), image);
    const auto appendKnownOr = [&](const char *key, const auto &makeValue) {
        if (const QByteArrayView value = known.value(key); value.isEmpty())
            object.key(key).append(makeValue());
        else
            object.member(key, value);
    };
    appendKnownOr("type", [] { return QByteArray("\"groundtruth/object-detection\""); });
    object.key("human-annotated").append("\"yes\"");
    appendKnownOr("creation-date", [] { return '"' + now() + '"'; });
    appendKnownOr("job-name", [] { return QByteArray("\"labeling-job/boxwright\""); });
    object.appendRest(known, {"objects", "class-map", "type", "human-annotated", "creation-date", "job-name"});
    object.close();
}

} // namespace

QString keptAttribute(const QString &extra)
{
    return KeptMembers(extra, kKey).text("attribute").value_or(QString());
}

void appendManifestLine(QByteArray &text, const AnnotatedImage &image, const KeptLine &kept)
{
    const QByteArray quoted = jsonString(image.attribute);
    const QByteArrayView attribute = QByteArrayView(quoted).sliced(1).chopped(1);
    const QByteArray metadata = attribute.toByteArray() + "-metadata";
    JsonObjectText object(text);
    appendJsonString(object.key("source-ref"), image.source);
    for (const auto &[key, value] : kept.rest()) { // further keys keep their place
        if (key != attribute && key != metadata)
            object.member(key, value);
    }
    appendAnnotated(object.key(attribute), image, kept.annotated());
    appendMetadata(object.key(metadata), image, kept.metadata());
    object.close();
}

QByteArray manifestLine(const AnnotatedImage &image)
{
    QByteArray line;
    appendManifestLine(line, image, KeptLine(image.extra));
    return line;
}

} // namespace boxwright
