// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/annotation_json.h"

#include "core/base/json_members.h"

#include <QDateTime>

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
        object.key(key).append(numbers.value(key));
    return true;
}

void appendAnnotation(QByteArray &line, const AnnotatedBox &item, const KeptMembers &kept)
{
    JsonObjectText object(line);
    object.key("class_id").append(QByteArray::number(item.classId));
    if (kept.isEmpty() || !appendKeptNumbers(object, JsonMembers(kept.value("box")), item.box)) {
        object.key("left").append(jsonNumber(item.box.left));
        object.key("top").append(jsonNumber(item.box.top));
        object.key("width").append(jsonNumber(item.box.width()));
        object.key("height").append(jsonNumber(item.box.height()));
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

/// A kept size stands where it still fits; the depth is 3, because every image is decoded to three channels.
void appendImageSize(QByteArray &line, QSize size, QByteArrayView keptSize)
{
    JsonCursor cursor(keptSize);
    if (cursor.kind() == JsonCursor::Kind::Array && cursor.enterArray() && cursor.nextElement()) {
        const JsonMembers members = JsonMembers(cursor.skip());
        const auto isSame = [&members](const char *key, int value) { return members.number(key) == value; };
        if (isSame("width", size.width()) && isSame("height", size.height())) {
            line.append(keptSize);
            return;
        }
    }
    line.append("[{\"width\":").append(QByteArray::number(size.width()));
    line.append(",\"height\":").append(QByteArray::number(size.height())).append(",\"depth\":3}]");
}

/// Ground Truth lists the classes of the line, no others.
void appendClassMap(QByteArray &line, const AnnotatedImage &image)
{
    QMap<int, QString> present;
    for (const AnnotatedBox &item : image.boxes)
        present.insert(item.classId, image.classNames.value(item.classId));
    JsonObjectText map(line);
    for (auto at = present.cbegin(); at != present.cend(); ++at)
        map.key(QByteArray::number(at.key())).append(jsonString(at.value()));
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
        object.key("confidence").append(jsonNumber(item.confidence >= 0 ? item.confidence : 1.0));
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
            object.key(key).append(value);
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
        const QByteArrayView value = known.value(key);
        object.key(key).append(value.isEmpty() ? makeValue() : value.toByteArray());
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
    return KeptMembers(extra, kKey).members().text("attribute").value_or(QString());
}

QString keptSource(const QString &extra)
{
    const KeptMembers kept(extra, kKey);
    return JsonMembers(kept.value("line")).text("source-ref").value_or(QString());
}

QByteArray manifestLine(const AnnotatedImage &image)
{
    const KeptMembers kept(image.extra, kKey);
    const QByteArrayView keptName = kept.value("attribute");
    const bool hadBoxes = keptName.size() > 2 && keptName.startsWith('"');
    const QByteArray oldAttribute = hadBoxes ? keptName.sliced(1, keptName.size() - 2).toByteArray() : QByteArray();
    const QByteArray oldMetadata = oldAttribute + "-metadata";
    const QByteArray quoted = jsonString(image.attribute);
    const QByteArray attribute = quoted.sliced(1, quoted.size() - 2);
    const JsonMembers old = JsonMembers(kept.value("line"));

    QByteArray line;
    line.reserve(image.extra.size() + 120 * static_cast<qsizetype>(image.boxes.size()) + 512);
    JsonObjectText object(line);
    object.key("source-ref").append(jsonString(image.source));
    for (const auto &[key, value] : old) { // further keys keep their place
        const bool isReplaced = key == QByteArrayView("source-ref") || (hadBoxes && key == oldAttribute) ||
                                (hadBoxes && key == oldMetadata) || key == attribute || key == attribute + "-metadata";
        if (!isReplaced)
            object.key(key).append(value);
    }
    appendAnnotated(object.key(attribute), image, hadBoxes ? JsonMembers(old.value(oldAttribute)) : JsonMembers());
    appendMetadata(object.key(attribute + "-metadata"), image,
                   hadBoxes ? JsonMembers(old.value(oldMetadata)) : JsonMembers());
    object.close();
    return line;
}

} // namespace boxwright
