// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/plain_manifest_line.h"

#include "core/base/json_cursor.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr double kMaxCoordinate = 1e7; ///< as the full parser's
constexpr int kMaxClassId = 1'000'000;
constexpr qsizetype kMaxMembers = 16;
constexpr QByteArrayView kMetadata("-metadata");

/// A member of an object: both views are raw text.
struct Member
{
    QByteArrayView key;
    QByteArrayView value;

    [[nodiscard]] bool isObject() const { return value.startsWith('{'); }
    [[nodiscard]] bool isArray() const { return value.startsWith('['); }
    /// The text of a plain string; empty where it is none or has escapes.
    [[nodiscard]] QByteArrayView text() const
    {
        const bool isPlain = value.size() > 2 && value.startsWith('"') && !value.contains('\\');
        return isPlain ? value.sliced(1, value.size() - 2) : QByteArrayView();
    }
};

using Members = QVarLengthArray<Member, kMaxMembers>;

/// Every member of an object, in order; nothing where a key has escapes or comes twice, or there are too many.
std::optional<Members> membersOf(JsonCursor &cursor)
{
    Members members;
    if (!cursor.enterObject())
        return std::nullopt;
    for (QByteArrayView key; cursor.nextMember(key);) {
        const auto isSame = [&key](const Member &member) { return member.key == key; };
        if (members.size() == kMaxMembers || key.contains('\\') || std::any_of(members.begin(), members.end(), isSame))
            return std::nullopt;
        members.append({key, cursor.skip()});
    }
    return cursor.hasFailed() ? std::nullopt : std::optional(std::move(members));
}

std::optional<Members> membersOf(QByteArrayView object)
{
    JsonCursor cursor(object);
    return membersOf(cursor);
}

const Member *find(const Members &members, QByteArrayView key)
{
    const auto at = std::find_if(members.begin(), members.end(), [key](const Member &item) { return item.key == key; });
    return at != members.end() ? &*at : nullptr;
}

std::optional<double> numberOf(QByteArrayView value)
{
    return JsonCursor(value).number();
}

bool isSpelledAsFloat(QByteArrayView number)
{
    return std::any_of(number.begin(), number.end(), [](char c) { return c == '.' || c == 'e' || c == 'E'; });
}

class Parser
{
public:
    std::optional<AnnotatedImage> parse(QByteArrayView line)
    {
        JsonCursor cursor(line);
        const std::optional<Members> members = membersOf(cursor);
        if (!members || !cursor.isAtEnd())
            return std::nullopt;
        const Member *source = find(*members, "source-ref");
        const QByteArrayView address = source ? source->text() : QByteArrayView();
        if (address.isEmpty() || !takeParts(*members))
            return std::nullopt;
        m_image.source = QString::fromUtf8(address);
        m_image.attribute = QString::fromUtf8(m_attribute);
        keep(*members);
        return std::move(m_image);
    }

private:
    /// Finds the attribute and reads it; false where there is not exactly one.
    bool takeParts(const Members &members)
    {
        for (const Member &member : members) {
            if (!member.isObject())
                continue;
            std::optional<Members> parts = membersOf(member.value);
            if (!parts)
                return false;
            const Member *annotations = find(*parts, "annotations");
            if (!annotations || !annotations->isArray())
                continue;
            if (!m_attribute.isEmpty() || member.key.isEmpty())
                return false;
            m_attribute = member.key;
            m_annotated = *std::move(parts);
        }
        if (m_attribute.isEmpty() || !takeSize() || !takeBoxes(find(m_annotated, "annotations")->value))
            return false;
        for (const Member &member : members) {
            if (member.key.size() == m_attribute.size() + kMetadata.size() && member.key.startsWith(m_attribute) &&
                member.key.endsWith(kMetadata))
                return takeMetadata(member);
        }
        return true;
    }

    bool takeSize()
    {
        const Member *sizes = find(m_annotated, "image_size");
        if (!sizes)
            return true;
        JsonCursor cursor(sizes->value);
        if (!sizes->isArray() || !cursor.enterArray() || !cursor.nextElement())
            return false;
        const std::optional<Members> size = membersOf(cursor);
        const Member *width = size ? find(*size, "width") : nullptr;
        const Member *height = size ? find(*size, "height") : nullptr;
        const double wide = width ? numberOf(width->value).value_or(0) : 0;
        const double high = height ? numberOf(height->value).value_or(0) : 0;
        if (wide < 1 || high < 1 || wide > kMaxCoordinate || high > kMaxCoordinate)
            return false;
        m_image.size = {static_cast<int>(wide), static_cast<int>(high)};
        return true;
    }

    bool takeBoxes(QByteArrayView annotations)
    {
        JsonCursor cursor(annotations);
        cursor.enterArray();
        while (cursor.nextElement()) {
            if (cursor.kind() != JsonCursor::Kind::Object || !takeBox(cursor))
                return false;
        }
        return !cursor.hasFailed();
    }

    bool takeBox(JsonCursor &cursor)
    {
        static constexpr QByteArrayView kKeys[] = {"class_id", "left", "top", "width", "height"};
        QByteArrayView raw[5];
        double numbers[5];
        cursor.enterObject();
        int count = 0;
        for (QByteArrayView key; cursor.nextMember(key); ++count) {
            const auto *at = std::find(std::begin(kKeys), std::end(kKeys), key);
            const auto place = at - std::begin(kKeys);
            if (place == 5 || !raw[place].isEmpty() || cursor.kind() != JsonCursor::Kind::Number)
                return false;
            raw[place] = cursor.skip();
            const std::optional<double> number = numberOf(raw[place]);
            if (!number || std::abs(*number) > kMaxCoordinate)
                return false;
            numbers[place] = *number;
        }
        if (cursor.hasFailed() || count != 5 || numbers[0] < 0 || numbers[0] > kMaxClassId ||
            std::floor(numbers[0]) != numbers[0])
            return false;
        AnnotatedBox item;
        item.classId = static_cast<int>(numbers[0]);
        item.box = {numbers[1], numbers[2], numbers[1] + numbers[3], numbers[2] + numbers[4]};
        if (item.box.isEmpty())
            return false;
        keepNumbers(item, raw, numbers);
        m_image.boxes.push_back(std::move(item));
        return true;
    }

    /// The file's own numbers, where the box does not give them back, or spells them differently.
    static void keepNumbers(AnnotatedBox &item, const QByteArrayView *raw, const double *numbers)
    {
        const double values[] = {item.box.left, item.box.top, item.box.width(), item.box.height()};
        bool isPlain = true;
        for (int i = 0; i < 4; ++i) {
            const bool isWhole = std::floor(values[i]) == values[i];
            isPlain = isPlain && values[i] == numbers[i + 1] && !(isWhole && isSpelledAsFloat(raw[i + 1]));
        }
        if (isPlain)
            return;
        QByteArray kept("{\"sagemaker\":{\"box\":{");
        static constexpr const char *kNames[] = {"\"left\":", ",\"top\":", ",\"width\":", ",\"height\":"};
        for (int i = 0; i < 4; ++i)
            kept.append(kNames[i]).append(raw[i + 1]);
        item.extra = QString::fromLatin1(kept.append("}}}"));
    }

    bool takeMetadata(const Member &member)
    {
        std::optional<Members> metadata = member.isObject() ? membersOf(member.value) : std::nullopt;
        if (!metadata)
            return false;
        m_metadataKey = member.key;
        m_metadata = *std::move(metadata);
        if (const Member *human = find(m_metadata, "human-annotated"))
            m_image.isHumanAnnotated = human->text() == QByteArrayView("yes");
        const Member *map = find(m_metadata, "class-map");
        const Member *objects = find(m_metadata, "objects");
        return (!map || takeClassMap(*map)) && (!objects || takeConfidences(*objects));
    }

    bool takeClassMap(const Member &map)
    {
        const std::optional<Members> names = map.isObject() ? membersOf(map.value) : std::nullopt;
        if (!names)
            return false;
        for (const Member &item : *names) {
            bool isNumber = false;
            const int id = item.key.toInt(&isNumber);
            const QString name = QString::fromUtf8(item.text());
            const auto &known = m_image.classNames;
            if (!isNumber || id < 0 || id > kMaxClassId || name.isEmpty() || known.contains(id) ||
                std::find(known.cbegin(), known.cend(), name) != known.cend())
                return false;
            m_image.classNames.insert(id, name);
        }
        return true;
    }

    bool takeConfidences(const Member &objects)
    {
        JsonCursor cursor(objects.value);
        if (!objects.isArray() || !cursor.enterArray())
            return false;
        std::size_t count = 0;
        for (; cursor.nextElement(); ++count) {
            QByteArrayView key;
            if (count == m_image.boxes.size() || cursor.kind() != JsonCursor::Kind::Object || !cursor.enterObject() ||
                !cursor.nextMember(key) || key != QByteArrayView("confidence"))
                return false;
            const std::optional<double> confidence = cursor.number();
            if (!confidence || cursor.nextMember(key))
                return false;
            m_image.boxes[count].confidence = std::clamp(*confidence, 0.0, 1.0);
        }
        return !cursor.hasFailed() && count == m_image.boxes.size();
    }

    static void append(QByteArray &kept, const Members &members, QByteArrayView without)
    {
        char separator = '{';
        for (const Member &member : members) {
            if (member.key == without)
                continue;
            kept.append(separator).append('"').append(member.key).append("\":").append(member.value);
            separator = ',';
        }
        kept.append(separator == '{' ? "{}" : "}");
    }

    /// The line without its boxes: what the way back needs.
    void keep(const Members &members)
    {
        QByteArray kept;
        kept.reserve(512);
        kept.append("{\"sagemaker\":{\"attribute\":\"").append(m_attribute).append("\",\"line\":");
        char separator = '{';
        for (const Member &member : members) {
            kept.append(separator).append('"').append(member.key).append("\":");
            separator = ',';
            if (member.key == m_attribute)
                append(kept, m_annotated, "annotations");
            else if (!m_metadataKey.isEmpty() && member.key == m_metadataKey)
                append(kept, m_metadata, "objects");
            else
                kept.append(member.value);
        }
        m_image.extra = QString::fromUtf8(kept.append("}}}"));
    }

    AnnotatedImage m_image;
    QByteArrayView m_attribute;
    QByteArrayView m_metadataKey;
    Members m_annotated;
    Members m_metadata;
};

} // namespace

std::optional<AnnotatedImage> parsePlainManifestLine(QByteArrayView line)
{
    const bool isPlain = !line.contains("\\u") && line.isValidUtf8(); // half a surrogate pair is no text
    return isPlain ? Parser().parse(line) : std::nullopt;
}

} // namespace boxwright
