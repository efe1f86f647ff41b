// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/plain_manifest_line.h"

#include "core/base/utf8_text.h"
#include "core/sagemaker/member_walk.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr double kMaxCoordinate = 1e7; ///< as the full parser's
constexpr int kMaxClassId = 1'000'000;
constexpr std::size_t kUsualBoxes = 4;
constexpr qsizetype kMaxClasses = 256;      ///< of one line
constexpr qsizetype kRememberedMaps = 1000; ///< bounds memory where every line has another
constexpr QByteArrayView kMetadata("-metadata");

/// The text of a plain string; empty where it is none or has escapes.
QByteArrayView plainText(QByteArrayView value)
{
    const bool isPlain = value.size() > 2 && value.startsWith('"') && !value.contains('\\');
    return isPlain ? value.sliced(1).chopped(1) : QByteArrayView();
}

/// A member of the line that is an object. Views are raw values, empty where there is none.
struct Part
{
    QByteArrayView key;
    QByteArrayView imageSize;
    QByteArrayView classMap;
    QByteArrayView objects;
    QByteArrayView human;
    Cut annotationsCut;
    Cut objectsCut;
};

bool isSpelledAsFloat(QByteArrayView number)
{
    return std::any_of(number.begin(), number.end(), [](char c) { return c == '.' || c == 'e' || c == 'E'; });
}

/// The file's own numbers, where the box does not give them back, or spells them differently.
QString keptNumbers(const Box &box, const QByteArrayView *raw, const double *numbers)
{
    const double values[] = {box.left, box.top, box.width(), box.height()};
    bool isPlain = true;
    for (int i = 0; i < 4; ++i) {
        const bool isWhole = std::floor(values[i]) == values[i];
        isPlain = isPlain && values[i] == numbers[i] && !(isWhole && isSpelledAsFloat(raw[i]));
    }
    if (isPlain)
        return {};
    QByteArray kept("{\"sagemaker\":{\"box\":{");
    static constexpr const char *kNames[] = {"\"left\":", ",\"top\":", ",\"width\":", ",\"height\":"};
    for (int i = 0; i < 4; ++i)
        kept.append(kNames[i]).append(raw[i]);
    return QString::fromLatin1(kept.append("}}}"));
}

/// One walk over one line.
class LineWalk
{
public:
    LineWalk(QByteArrayView line, bool hasEscapes)
        : m_line(line)
        , m_cursor(line)
        , m_hasEscapes(hasEscapes)
    {
    }

    bool walk()
    {
        m_cursor.kind(); // to where the object starts
        m_start = m_cursor.position();
        MemberWalk members(m_cursor, m_hasEscapes);
        QByteArrayView source;
        while (members.next()) {
            if (m_cursor.kind() == JsonCursor::Kind::Object) {
                if (!takePart(members.key()))
                    return false;
            } else if (isJsonKey(members.key(), "source-ref")) {
                source = plainText(m_cursor.skip());
            } else {
                m_others.append(members.key());
                m_cursor.skip();
            }
        }
        m_stop = m_cursor.position();
        if (!members.isGood() || !m_cursor.isAtEnd() || source.isEmpty() || m_annotated < 0)
            return false;
        image.source = utf8Text(source);
        return takeMetadata();
    }

    [[nodiscard]] QByteArrayView attribute() const { return m_parts[m_annotated].key; }
    /// The raw list of sizes; empty for none.
    [[nodiscard]] QByteArrayView imageSize() const { return m_parts[m_annotated].imageSize; }
    /// The raw class-map; empty for none.
    [[nodiscard]] QByteArrayView classMap() const
    {
        return m_metadata >= 0 ? m_parts[m_metadata].classMap : QByteArrayView();
    }

    /// The line without its boxes: what the way back needs.
    [[nodiscard]] QString kept() const
    {
        QVarLengthArray<Cut, 2> cuts{m_parts[m_annotated].annotationsCut};
        if (m_metadata >= 0 && !m_parts[m_metadata].objects.isEmpty())
            cuts.insert(m_metadata < m_annotated ? 0 : 1, m_parts[m_metadata].objectsCut);
        QByteArray text;
        text.reserve(m_stop - m_start + 64);
        text.append("{\"sagemaker\":{\"attribute\":\"").append(m_parts[m_annotated].key).append("\",\"line\":");
        qsizetype from = m_start;
        for (const Cut &cut : cuts) {
            text.append(m_line.sliced(from, cut.from - from));
            from = cut.to;
        }
        return QString::fromUtf8(text.append(m_line.sliced(from, m_stop - from)).append("}}"));
    }

    AnnotatedImage image;

private:
    bool takePart(QByteArrayView key)
    {
        Part part;
        part.key = key;
        MemberWalk members(m_cursor, m_hasEscapes);
        Cut *open = nullptr;
        while (members.next()) {
            if (open)
                open->to = members.key().data() - 1 - m_line.data();
            open = nullptr;
            Cut *cut = nullptr;
            if (isJsonKey(members.key(), "annotations") && m_cursor.kind() == JsonCursor::Kind::Array) {
                if (m_annotated >= 0 || key.isEmpty() || !takeBoxes())
                    return false;
                m_annotated = static_cast<int>(m_parts.size());
                cut = &part.annotationsCut;
            } else if (isJsonKey(members.key(), "objects")) {
                part.objects = m_cursor.skip();
                cut = &part.objectsCut;
            } else {
                const QByteArrayView value = m_cursor.skip();
                if (QByteArrayView *place = placeOf(members.key(), part))
                    *place = value;
            }
            if (cut) {
                *cut = members.cut();
                open = cut->isOpen ? cut : nullptr;
            }
        }
        m_parts.append(part);
        return members.isGood();
    }

    static QByteArrayView *placeOf(QByteArrayView key, Part &part)
    {
        if (isJsonKey(key, "image_size"))
            return &part.imageSize;
        if (isJsonKey(key, "class-map"))
            return &part.classMap;
        return isJsonKey(key, "human-annotated") ? &part.human : nullptr;
    }

    bool takeBoxes()
    {
        m_cursor.enterArray();
        while (m_cursor.nextElement()) {
            if (image.boxes.empty())
                image.boxes.reserve(kUsualBoxes);
            if (m_cursor.kind() != JsonCursor::Kind::Object || !takeBox())
                return false;
        }
        return !m_cursor.hasFailed();
    }

    static int boxPlace(QByteArrayView key)
    {
        if (isJsonKey(key, "left"))
            return 0;
        if (isJsonKey(key, "top"))
            return 1;
        if (isJsonKey(key, "width"))
            return 2;
        if (isJsonKey(key, "height"))
            return 3;
        return isJsonKey(key, "class_id") ? 4 : -1;
    }

    bool takeBox()
    {
        QByteArrayView raw[5];
        double numbers[5];
        m_cursor.enterObject();
        int count = 0;
        for (QByteArrayView key; m_cursor.nextMember(key); ++count) {
            const int place = boxPlace(key);
            if (place < 0 || !raw[place].isEmpty() || m_cursor.kind() != JsonCursor::Kind::Number)
                return false;
            const qsizetype start = m_cursor.position();
            const std::optional<double> number = m_cursor.number();
            if (!number || std::abs(*number) > kMaxCoordinate)
                return false;
            raw[place] = m_line.sliced(start, m_cursor.position() - start);
            numbers[place] = *number;
        }
        if (m_cursor.hasFailed() || count != 5 || numbers[4] < 0 || numbers[4] > kMaxClassId ||
            std::floor(numbers[4]) != numbers[4])
            return false;
        AnnotatedBox item;
        item.classId = static_cast<int>(numbers[4]);
        item.box = {numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]};
        item.extra = keptNumbers(item.box, raw, numbers);
        image.boxes.push_back(std::move(item));
        return !image.boxes.back().box.isEmpty();
    }

    /// Finds the metadata and reads all of it but the class-map; false where it is not plain.
    bool takeMetadata()
    {
        const QByteArrayView attribute = m_parts[m_annotated].key;
        const auto isIt = [attribute](QByteArrayView key) {
            return key.size() == attribute.size() + kMetadata.size() && key.startsWith(attribute) &&
                   key.endsWith(kMetadata);
        };
        if (std::any_of(m_others.begin(), m_others.end(), isIt))
            return false;
        const auto part = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &it) { return isIt(it.key); });
        if (part == m_parts.end())
            return true;
        m_metadata = static_cast<int>(part - m_parts.begin());
        if (!part->human.isEmpty())
            image.isHumanAnnotated = plainText(part->human) == QByteArrayView("yes");
        return part->objects.isEmpty() || takeConfidences(part->objects);
    }

    bool takeConfidences(QByteArrayView objects)
    {
        JsonCursor cursor(objects);
        if (cursor.kind() != JsonCursor::Kind::Array || !cursor.enterArray())
            return false;
        std::size_t count = 0;
        for (; cursor.nextElement(); ++count) {
            QByteArrayView key;
            if (count == image.boxes.size() || cursor.kind() != JsonCursor::Kind::Object || !cursor.enterObject() ||
                !cursor.nextMember(key) || !isJsonKey(key, "confidence"))
                return false;
            const std::optional<double> confidence = cursor.number();
            if (!confidence || cursor.nextMember(key))
                return false;
            image.boxes[count].confidence = std::clamp(*confidence, 0.0, 1.0);
        }
        return !cursor.hasFailed() && count == image.boxes.size();
    }

    QByteArrayView m_line;
    JsonCursor m_cursor;
    const bool m_hasEscapes;
    qsizetype m_start = 0; ///< of the line's object
    qsizetype m_stop = 0;
    QVarLengthArray<Part, 3> m_parts;
    QVarLengthArray<QByteArrayView, MemberWalk::kMaxMembers>
        m_others;         ///< keys of members that are neither objects nor the address
    int m_annotated = -1; ///< in m_parts: the label attribute
    int m_metadata = -1;
};

/// Of the first entry of "image_size"; invalid where it is not plain.
QSize plainSize(QByteArrayView sizes)
{
    JsonCursor cursor(sizes);
    if (cursor.kind() != JsonCursor::Kind::Array || !cursor.enterArray() || !cursor.nextElement() ||
        cursor.kind() != JsonCursor::Kind::Object)
        return {};
    MemberWalk members(cursor, sizes.contains('\\'));
    double wide = 0;
    double high = 0;
    while (members.next()) {
        if (isJsonKey(members.key(), "width"))
            wide = cursor.number().value_or(0);
        else if (isJsonKey(members.key(), "height"))
            high = cursor.number().value_or(0);
        else
            cursor.skip();
    }
    const bool isPlain = members.isGood() && wide >= 1 && high >= 1 && wide <= kMaxCoordinate && high <= kMaxCoordinate;
    return isPlain ? QSize(static_cast<int>(wide), static_cast<int>(high)) : QSize();
}

std::optional<QMap<int, QString>> plainClassMap(QByteArrayView text)
{
    JsonCursor cursor(text);
    QMap<int, QString> names;
    if (cursor.kind() != JsonCursor::Kind::Object || !cursor.enterObject())
        return std::nullopt;
    for (QByteArrayView key; cursor.nextMember(key);) {
        bool isNumber = false;
        const int id = key.toInt(&isNumber);
        const QString name = utf8Text(plainText(cursor.skip()));
        if (!isNumber || id < 0 || id > kMaxClassId || name.isEmpty() || names.contains(id) ||
            names.size() == kMaxClasses || std::find(names.cbegin(), names.cend(), name) != names.cend())
            return std::nullopt;
        names.insert(id, name);
    }
    return cursor.hasFailed() ? std::nullopt : std::optional(names);
}

} // namespace

std::optional<AnnotatedImage> PlainManifestParser::parse(QByteArrayView line)
{
    const bool hasEscapes = line.contains('\\');
    const bool hasUnits = hasEscapes && line.contains("\\u"); // half a surrogate pair is no text
    LineWalk walk(line, hasEscapes);
    if (hasUnits || !line.isValidUtf8() || !walk.walk())
        return std::nullopt;
    if (const QByteArrayView size = walk.imageSize(); !size.isEmpty()) {
        if (m_sizeText != size) {
            m_sizeText = size.toByteArray();
            m_size = plainSize(size);
        }
        if (!m_size.isValid())
            return std::nullopt;
        walk.image.size = m_size;
    }
    if (!walk.classMap().isEmpty()) {
        const ClassNames *names = namesOf(walk.classMap());
        if (!names)
            return std::nullopt;
        walk.image.classNames = *names;
    }
    if (m_attributeKey != walk.attribute()) {
        m_attributeKey = walk.attribute().toByteArray();
        m_attribute = utf8Text(m_attributeKey);
    }
    walk.image.attribute = m_attribute;
    if (m_extra == Extra::Kept)
        walk.image.extra = walk.kept();
    return std::move(walk.image);
}

const PlainManifestParser::ClassNames *PlainManifestParser::namesOf(QByteArrayView classMap)
{
    const auto known = m_maps.constFind(QByteArray::fromRawData(classMap.data(), classMap.size()));
    if (known != m_maps.cend())
        return &*known;
    const std::optional<ClassNames> names = plainClassMap(classMap);
    if (!names)
        return nullptr;
    if (m_maps.size() == kRememberedMaps)
        m_maps.clear();
    return &*m_maps.insert(classMap.toByteArray(), *names);
}

} // namespace boxwright
