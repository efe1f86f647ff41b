// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/annotation_json.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace boxwright {

namespace {

using Json = nlohmann::ordered_json;

/// Shortest digits that read back the same; nlohmann's own are not always the shortest (Grisu2).
void appendNumber(std::string &text, double value)
{
    char digits[400]; // a double in fixed notation needs up to 325 characters
    const double magnitude = std::abs(value);
    const bool isFixed = value == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    const auto format = isFixed ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value, format).ptr;
    const std::string_view written(digits, static_cast<std::size_t>(end - digits));
    text += written;
    if (written.find_first_of(".e") == std::string_view::npos)
        text += ".0"; // a float in the file stays a float
}

void append(std::string &text, const Json &value);

void appendObject(std::string &text, const Json &object)
{
    text += '{';
    bool isFirst = true;
    for (const auto &[key, value] : object.items()) {
        if (!isFirst)
            text += ',';
        isFirst = false;
        text += Json(key).dump();
        text += ':';
        append(text, value);
    }
    text += '}';
}

void append(std::string &text, const Json &value)
{
    if (value.is_object()) {
        appendObject(text, value);
    } else if (value.is_array()) {
        text += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0)
                text += ',';
            append(text, value[i]);
        }
        text += ']';
    } else if (value.is_number_float()) {
        appendNumber(text, value.get<double>());
    } else {
        text += value.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
}

QByteArray toBytes(const Json &value)
{
    std::string text;
    append(text, value);
    return QByteArray::fromStdString(text);
}

/// A whole number is an integer in the file.
Json number(double value)
{
    constexpr double kExactWhole = 9007199254740992.0; // 2^53
    if (std::floor(value) == value && std::abs(value) < kExactWhole)
        return static_cast<std::int64_t>(value);
    return value;
}

/// What extra kept under `key`, or null.
Json kept(const QString &extra, const char *key)
{
    if (extra.isEmpty())
        return nullptr;
    const Json all = Json::parse(extra.toStdString(), nullptr, /*allow_exceptions=*/false);
    const auto ours = all.is_object() ? all.find("sagemaker") : all.end();
    if (!all.is_object() || ours == all.end() || !ours->is_object())
        return nullptr;
    const auto value = ours->find(key);
    return value != ours->end() ? *value : Json(nullptr);
}

/// The numbers that the file had, where the box is still the one that was read from them; null else.
Json keptNumbers(const AnnotatedBox &item)
{
    Json numbers = kept(item.extra, "box");
    for (const char *key : {"left", "top", "width", "height"}) {
        if (!numbers.is_object() || !numbers.contains(key) || !numbers[key].is_number())
            return nullptr;
    }
    const double left = numbers["left"].get<double>();
    const double top = numbers["top"].get<double>();
    const Box read{left, top, left + numbers["width"].get<double>(), top + numbers["height"].get<double>()};
    return read == item.box ? numbers : Json(nullptr);
}

void merge(Json &object, const Json &more)
{
    if (!more.is_object())
        return;
    for (const auto &[key, value] : more.items()) {
        if (!object.contains(key))
            object[key] = value;
    }
}

Json annotation(const AnnotatedBox &item)
{
    Json object{{"class_id", item.classId}};
    if (const Json numbers = keptNumbers(item); numbers.is_object()) {
        merge(object, numbers);
    } else {
        object["left"] = number(item.box.left);
        object["top"] = number(item.box.top);
        object["width"] = number(item.box.width());
        object["height"] = number(item.box.height());
    }
    if (!item.extra.isEmpty())
        merge(object, kept(item.extra, "annotation"));
    return object;
}

Json annotations(const AnnotatedImage &image)
{
    Json list = Json::array();
    for (const AnnotatedBox &item : image.boxes)
        list.push_back(annotation(item));
    return list;
}

/// Image sizes have a depth of 3: every image is decoded to three channels. A kept entry stands where it still fits.
Json imageSize(const AnnotatedImage &image, const Json &keptSize)
{
    const bool isList = keptSize.is_array() && !keptSize.empty() && keptSize[0].is_object();
    const Json *first = isList ? &keptSize[0] : nullptr;
    if (first && first->value("width", Json()) == image.size.width() &&
        first->value("height", Json()) == image.size.height())
        return keptSize;
    return Json::array({Json{{"width", image.size.width()}, {"height", image.size.height()}, {"depth", 3}}});
}

} // namespace

QByteArray annotationFile(const AnnotatedImage &image)
{
    Json old = kept(image.extra, "file");
    if (!old.is_object())
        old = Json::object();
    Json file{{"file", image.source.toStdString()}};
    file["image_size"] = imageSize(image, old.contains("image_size") ? old["image_size"] : Json());
    file["annotations"] = annotations(image);
    Json categories = Json::array();
    for (auto at = image.classNames.cbegin(); at != image.classNames.cend(); ++at)
        categories.push_back(Json{{"class_id", at.key()}, {"name", at.value().toStdString()}});
    file["categories"] = std::move(categories);
    merge(file, old);
    return toBytes(file);
}

} // namespace boxwright
