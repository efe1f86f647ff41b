// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/annotation_json.h"

#include "core/base/json_members.h"
#include "core/base/utf8_text.h"
#include "core/sagemaker/plain_manifest_line.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace boxwright {

namespace {

using Json = nlohmann::ordered_json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnnotationJson)
};

constexpr int kMaxDepth = 64;             ///< no entry of this kind nests deeper than ten
constexpr double kMaxCoordinate = 1e7;    ///< pixels; far above every image, far below where doubles lose pixels
constexpr qint64 kMaxClassId = 1'000'000; ///< SageMaker takes 999 classes; more is a broken file
constexpr std::string_view kMetadata = "-metadata";

int nestingDepth(QByteArrayView json)
{
    int depth = 0;
    int deepest = 0;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isText = false;
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

Result<Json> parseObject(QByteArrayView text)
{
    if (nestingDepth(text) > kMaxDepth)
        return failure(Text::tr("the JSON is nested deeper than %1 levels").arg(kMaxDepth));
    try {
        Json object = Json::parse(text.begin(), text.end());
        if (!object.is_object())
            return failure(Text::tr("this is not a JSON object"));
        return object;
    } catch (const Json::exception &exception) {
        return failure(Text::tr("this is not valid JSON"), QString::fromUtf8(exception.what()));
    }
}

QString toText(const Json &value)
{
    return QString::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QString shortText(const Json &value)
{
    const QString text = toText(value);
    return text.size() > 40 ? text.left(40) + QChar(0x2026) : text;
}

const Json *member(const Json &object, const char *key)
{
    const auto at = object.find(key);
    return at != object.end() ? &*at : nullptr;
}

QString textMember(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    return value && value->is_string() ? utf8Text(value->get_ref<const std::string &>()) : QString();
}

std::optional<int> classIdOf(const Json &value)
{
    if (!value.is_number())
        return std::nullopt;
    const double id = value.get<double>();
    const bool isWhole = std::floor(id) == id && id >= 0 && id <= static_cast<double>(kMaxClassId);
    return isWhole ? std::optional<int>(static_cast<int>(id)) : std::nullopt;
}

QSize sizeOf(const Json &annotated)
{
    const Json *sizes = member(annotated, "image_size");
    const Json *size = sizes && sizes->is_array() && !sizes->empty() ? &sizes->front() : nullptr;
    if (!size || !size->is_object())
        return {};
    const Json *width = member(*size, "width");
    const Json *height = member(*size, "height");
    const auto isSane = [](const Json *value) {
        return value && value->is_number() && value->get<double>() >= 1 && value->get<double>() <= kMaxCoordinate;
    };
    return isSane(width) && isSane(height) ? QSize(width->get<int>(), height->get<int>()) : QSize();
}

/// Adds a name; a name that another id has already is made distinct, so that two classes never become one.
void addClassName(AnnotatedImage &image, int id, QString name)
{
    if (name.isEmpty() || image.classNames.contains(id))
        return;
    if (std::find(image.classNames.cbegin(), image.classNames.cend(), name) != image.classNames.cend())
        name = QStringLiteral("%1 (%2)").arg(name).arg(id);
    image.classNames.insert(id, name);
}

void addClassMapEntry(AnnotatedImage &image, const QString &key, const QString &name)
{
    bool isNumber = false;
    const int id = key.toInt(&isNumber);
    if (isNumber && id >= 0 && id <= kMaxClassId)
        addClassName(image, id, name);
}

void addClassMap(AnnotatedImage &image, const Json &map)
{
    for (const auto &[key, value] : map.items()) {
        if (value.is_string())
            addClassMapEntry(image, utf8Text(key), utf8Text(value.get_ref<const std::string &>()));
    }
}

constexpr const char *kBoxKeys[] = {"left", "top", "width", "height"};

/// Whether the box that was read gives these numbers back, spelled the same (104 and 104.0 are spelled differently).
bool givesNumbersBack(const Box &box, const Json &annotation)
{
    const double values[] = {box.left, box.top, box.width(), box.height()};
    for (int i = 0; i < 4; ++i) {
        const Json &number = annotation[kBoxKeys[i]];
        const bool isWhole = std::floor(values[i]) == values[i];
        if (number.get<double>() != values[i] || (isWhole && number.is_number_float()))
            return false;
    }
    return true;
}

QString wrapped(const Json &kept)
{
    return kept.empty() ? QString() : toText(Json{{"sagemaker", kept}});
}

/// What of the annotation and of its object in the metadata is not in the plain fields.
QString extraOf(const Json &annotation, const Json *object, const Box &box)
{
    Json kept = Json::object();
    if (!givesNumbersBack(box, annotation)) {
        for (const char *key : kBoxKeys)
            kept["box"][key] = annotation[key];
    }
    for (const auto &[key, value] : annotation.items()) {
        const bool isPlain =
            key == "class_id" || std::find(std::begin(kBoxKeys), std::end(kBoxKeys), key) != std::end(kBoxKeys);
        if (!isPlain)
            kept["annotation"][key] = value;
    }
    if (object && object->is_object()) {
        for (const auto &[key, value] : object->items()) {
            if (key != "confidence")
                kept["object"][key] = value;
        }
    }
    return wrapped(kept);
}

/// One of four coordinates, or a problem that names it.
std::optional<double> coordinate(const Json &annotation, const char *key, const QString &where, AnnotatedImage &image)
{
    const Json *value = member(annotation, key);
    if (!value || !value->is_number() || std::abs(value->get<double>()) > kMaxCoordinate) {
        const QString shown = value ? shortText(*value) : Text::tr("missing");
        image.problems.append(
            {QStringLiteral("bad-box"), Text::tr("%1: %2 is %3").arg(where, QString::fromLatin1(key), shown)});
        return std::nullopt;
    }
    return value->get<double>();
}

void addBox(AnnotatedImage &image, const Json &annotation, const Json *object, qsizetype index)
{
    const QString where = QStringLiteral("annotations[%1]").arg(index);
    if (!annotation.is_object()) {
        image.problems.append({QStringLiteral("bad-box"), Text::tr("%1 is %2").arg(where, shortText(annotation))});
        return;
    }
    const Json *classValue = member(annotation, "class_id");
    const std::optional<int> classId = classValue ? classIdOf(*classValue) : std::nullopt;
    if (!classId) {
        const QString shown = classValue ? shortText(*classValue) : Text::tr("missing");
        image.problems.append(
            {QStringLiteral("bad-box"), Text::tr("%1: %2 is %3").arg(where, QStringLiteral("class_id"), shown)});
        return;
    }
    double numbers[4];
    for (int i = 0; i < 4; ++i) {
        const std::optional<double> number = coordinate(annotation, kBoxKeys[i], where, image);
        if (!number)
            return;
        numbers[i] = *number;
    }
    AnnotatedBox item;
    item.classId = *classId;
    item.box = {numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]};
    if (item.box.isEmpty()) {
        image.problems.append(
            {QStringLiteral("degenerate-box"),
             Text::tr("%1 has no area: width %2, height %3").arg(where).arg(numbers[2]).arg(numbers[3])});
        return;
    }
    const Json *confidence = object && object->is_object() ? member(*object, "confidence") : nullptr;
    if (confidence && confidence->is_number())
        item.confidence = std::clamp(confidence->get<double>(), 0.0, 1.0);
    item.extra = extraOf(annotation, object, item.box);
    image.boxes.push_back(std::move(item));
}

void addBoxes(AnnotatedImage &image, const Json &annotations, const Json *objects)
{
    const bool hasObjects = objects && objects->is_array() && objects->size() == annotations.size();
    for (std::size_t i = 0; i < annotations.size(); ++i)
        addBox(image, annotations[i], hasObjects ? &(*objects)[i] : nullptr, static_cast<qsizetype>(i));
}

bool carriesBoxes(const Json &value)
{
    const Json *annotations = value.is_object() ? member(value, "annotations") : nullptr;
    return annotations && annotations->is_array();
}

/// The last key whose value has an annotation list; empty for none.
std::string boxAttribute(const Json &line)
{
    std::string found;
    for (const auto &[key, value] : line.items()) {
        if (carriesBoxes(value))
            found = key;
    }
    return found;
}

/// "groundtruth/image-classification" where the line carries labels of a kind that has no boxes; empty else.
QString otherKind(const Json &line)
{
    for (const auto &[key, value] : line.items()) {
        const bool isMetadata = key.size() > kMetadata.size() && std::string_view(key).ends_with(kMetadata);
        const QString type = isMetadata && value.is_object() ? textMember(value, "type") : QString();
        if (!type.isEmpty() && type != QLatin1String("groundtruth/object-detection"))
            return type;
    }
    return {};
}

/// The line without its boxes: what the way back needs.
QString keptLine(Json line, const std::string &attribute)
{
    if (attribute.empty())
        return wrapped(Json{{"line", std::move(line)}});
    line[attribute].erase("annotations");
    const auto metadata = line.find(attribute + std::string(kMetadata));
    if (metadata != line.end() && metadata->is_object())
        metadata->erase("objects");
    return wrapped(Json{{"attribute", attribute}, {"line", std::move(line)}});
}

} // namespace

Result<AnnotatedImage> parseManifestLine(QByteArrayView text)
{
    if (std::optional<AnnotatedImage> plain = PlainManifestParser().parse(text))
        return *std::move(plain);
    return parseManifestLineFully(text);
}

Result<AnnotatedImage> parseManifestLineFully(QByteArrayView text)
{
    Result<Json> line = parseObject(text);
    if (!line)
        return failure(line.error());
    AnnotatedImage image;
    image.source = textMember(*line, "source-ref");
    if (image.source.isEmpty())
        return failure(Text::tr("\"source-ref\" is missing: this line names no image"));
    const std::string attribute = boxAttribute(*line);
    if (attribute.empty()) {
        if (const QString kind = otherKind(*line); !kind.isEmpty())
            return failure(Text::tr("the labels are of the kind %1, which has no boxes").arg(kind));
    } else {
        const Json &annotated = (*line)[attribute];
        const Json *metadata = member(*line, (attribute + std::string(kMetadata)).c_str());
        if (metadata && !metadata->is_object())
            metadata = nullptr;
        image.attribute = utf8Text(attribute);
        image.size = sizeOf(annotated);
        if (const Json *map = metadata ? member(*metadata, "class-map") : nullptr; map && map->is_object())
            addClassMap(image, *map);
        if (metadata && metadata->contains("human-annotated"))
            image.isHumanAnnotated = textMember(*metadata, "human-annotated") == QLatin1String("yes");
        addBoxes(image, *member(annotated, "annotations"), metadata ? member(*metadata, "objects") : nullptr);
    }
    image.extra = keptLine(std::move(*line), attribute);
    return image;
}

QMap<int, QString> manifestClassNames(QByteArrayView text)
{
    AnnotatedImage image;
    if (!text.isValidUtf8())
        return {};
    for (const auto &[member, value] : JsonMembers(text)) {
        for (const auto &[key, name] : JsonMembers(JsonMembers(value).value("class-map")))
            addClassMapEntry(image, jsonText(key).value_or(QString()), jsonStringValue(name).value_or(QString()));
    }
    return image.classNames;
}

Result<AnnotatedImage> parseAnnotationFile(const QByteArray &text)
{
    Result<Json> file = parseObject(text);
    if (!file)
        return failure(file.error());
    const Json *annotations = member(*file, "annotations");
    if (!annotations || !annotations->is_array())
        return failure(Text::tr("\"annotations\" is not a list"));
    AnnotatedImage image;
    image.source = textMember(*file, "file");
    image.size = sizeOf(*file);
    if (image.source.isEmpty() && !image.size.isValid()) // COCO has annotations and categories too
        return failure(Text::tr("\"file\" and \"image_size\" are missing: this is not about one image"));
    if (const Json *categories = member(*file, "categories"); categories && categories->is_array()) {
        for (const Json &category : *categories) {
            const Json *value = category.is_object() ? member(category, "class_id") : nullptr;
            if (const std::optional<int> id = value ? classIdOf(*value) : std::nullopt)
                addClassName(image, *id, textMember(category, "name"));
        }
    }
    addBoxes(image, *annotations, nullptr);
    for (const char *key : {"file", "annotations", "categories"})
        file->erase(key);
    image.extra = wrapped(Json{{"file", std::move(*file)}});
    return image;
}

} // namespace boxwright
