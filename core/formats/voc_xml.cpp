// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_xml.h"

#include "core/base/json_members.h"
#include "core/formats/xml_element.h"

#include <QCoreApplication>

#include <cmath>
#include <optional>
#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VocXml)
};

constexpr double kMaxCoordinate = 1e7; ///< pixels

constexpr const char *kCorners[] = {"xmin", "ymin", "xmax", "ymax"};

/// The texts of an object before they are judged.
struct RawObject
{
    QString name;
    QString corners[4]; ///< xmin, ymin, xmax, ymax
    QByteArray box;     ///< the corners as a JSON object, in the file's order
    LabelFlags flags;
    QStringList parts;
    bool hasBox = false;
};

void appendList(QByteArray &json, const QStringList &texts)
{
    json += '[';
    for (qsizetype i = 0; i < texts.size(); ++i)
        json += (i > 0 ? QByteArray(",") : QByteArray()) + jsonString(texts[i]);
    json += ']';
}

/// The white space before the root's first child, where that is some spaces; empty for tabs and all else.
QString indentOf(const QByteArray &xml)
{
    const qsizetype root = xml.indexOf('>', std::max<qsizetype>(0, xml.indexOf("<annotation")));
    const qsizetype line = root >= 0 ? xml.indexOf('\n', root) : -1;
    qsizetype end = line + 1;
    while (line >= 0 && end < xml.size() && xml[end] == ' ')
        ++end;
    const qsizetype spaces = line >= 0 ? end - line - 1 : 0;
    return spaces <= 8 ? QString(spaces, u' ') : QString();
}

class Parser
{
public:
    explicit Parser(const QByteArray &xml)
        : m_indent(indentOf(xml))
        , m_xml(xml)
        , m_element(m_xml)
    {
    }

    Result<VocAnnotation> parse()
    {
        if (!m_element.findRoot())
            return failed();
        if (m_xml.name() != QLatin1String("annotation"))
            return failure(
                Text::tr("this is no VOC annotation: its element is <%1>").arg(m_xml.name().toString().left(40)));
        m_verified = m_xml.attributes().value(QLatin1String("verified")).toString().left(40);
        m_annotation.isVerified = m_verified == QLatin1String("yes");
        while (m_element.nextChild())
            readPart();
        while (!m_xml.atEnd() && !m_xml.hasError())
            m_xml.readNext();
        if (m_xml.hasError())
            return failed();
        if (m_hasShapes && m_annotation.objects.empty())
            return failure(Text::tr("this is XML of the LabelMe web tool: its objects are outlines without boxes"));
        keep();
        return std::move(m_annotation);
    }

private:
    Result<VocAnnotation> failed() const
    {
        return failure(Text::tr("line %1 is not valid XML: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()));
    }

    void readPart()
    {
        const QString tag = m_xml.name().toString();
        if (tag == QLatin1String("filename"))
            m_annotation.fileName = m_element.text();
        else if (tag == QLatin1String("size"))
            readSize();
        else if (tag == QLatin1String("object"))
            readObject();
        else
            return m_parts.append(m_element.raw());
        if (tag != QLatin1String("object") || !m_parts.contains(tag))
            m_parts.append(tag);
    }

    void readSize()
    {
        int width = 0;
        int height = 0;
        while (m_element.nextChild()) {
            if (m_xml.name() == QLatin1String("width"))
                width = m_element.text().toInt();
            else if (m_xml.name() == QLatin1String("height"))
                height = m_element.text().toInt();
            else if (m_xml.name() == QLatin1String("depth"))
                m_depth = m_element.text();
            else
                m_element.skip();
        }
        if (width > 0 && height > 0)
            m_annotation.size = {width, height};
    }

    void readObject()
    {
        RawObject object;
        while (m_element.nextChild()) {
            const QString tag = m_xml.name().toString();
            if (tag == QLatin1String("name"))
                object.name = m_element.text();
            else if (tag == QLatin1String("bndbox"))
                readCorners(object);
            else if (const std::optional<LabelFlag> flag = flagOf(tag))
                object.flags.setFlag(*flag, isTrue(m_element.text()));
            else {
                m_hasShapes = m_hasShapes || tag == QLatin1String("polygon") || tag == QLatin1String("segm");
                object.parts.append(m_element.raw());
                continue;
            }
            object.parts.append(tag);
        }
        if (!m_xml.hasError())
            takeObject(object);
        ++m_index;
    }

    void readCorners(RawObject &object)
    {
        object.hasBox = true;
        object.box.clear();
        JsonObjectText box(object.box);
        while (m_element.nextChild()) {
            int corner = 0;
            while (corner < 4 && m_xml.name() != QLatin1String(kCorners[corner]))
                ++corner;
            if (corner == 4) {
                m_element.skip();
                continue;
            }
            object.corners[corner] = m_element.text();
            box.key(kCorners[corner]).append(jsonString(object.corners[corner]));
        }
        box.close();
    }

    static std::optional<LabelFlag> flagOf(const QString &tag)
    {
        if (tag == QLatin1String("difficult"))
            return LabelFlag::Difficult;
        if (tag == QLatin1String("truncated"))
            return LabelFlag::Truncated;
        if (tag == QLatin1String("occluded"))
            return LabelFlag::Occluded;
        return std::nullopt;
    }

    static bool isTrue(const QString &text)
    {
        return text == QLatin1String("1") || text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    }

    void problem(const char *kind, const QString &text) { m_annotation.problems.append({QLatin1String(kind), text}); }

    void takeObject(const RawObject &object)
    {
        const QString where = QStringLiteral("object[%1]").arg(m_index);
        if (object.name.isEmpty())
            return problem("bad-box", Text::tr("%1 has no name").arg(where));
        if (!object.hasBox)
            return problem("bad-box", Text::tr("%1 (%2) has no bndbox").arg(where, object.name));
        double values[4];
        for (int i = 0; i < 4; ++i) {
            bool isNumber = false;
            values[i] = object.corners[i].toDouble(&isNumber);
            if (!isNumber || !(std::abs(values[i]) <= kMaxCoordinate))
                return problem("bad-box",
                               Text::tr("%1 (%2): %3 is \"%4\"")
                                   .arg(where, object.name, QLatin1String(kCorners[i]), object.corners[i].left(40)));
        }
        // Corners are inclusive: equal ones are one pixel apart. Both pairs equal and whole is a click without a drag.
        const bool isClick = values[2] == values[0] && values[3] == values[1] && !object.corners[0].contains(u'.');
        if (values[2] <= values[0] - 1 || values[3] <= values[1] - 1 || isClick)
            return problem("degenerate-box", Text::tr("%1 (%2) has no area: xmin %3, ymin %4, xmax %5, ymax %6")
                                                 .arg(where, object.name)
                                                 .arg(values[0])
                                                 .arg(values[1])
                                                 .arg(values[2])
                                                 .arg(values[3]));
        VocObject result{object.name, {}, object.flags, {}};
        result.box = vocBox(values);
        if (result.box.isEmpty())
            return problem("degenerate-box", Text::tr("%1 (%2) lies outside the image").arg(where, object.name));
        result.extra = keptOf(object, result.box);
        m_annotation.objects.push_back(std::move(result));
    }

    static QString keptOf(const RawObject &object, const Box &box)
    {
        const bool isPlainBox = object.box == plainVocBox(box);
        const bool isPlain = object.parts == plainVocObjectParts();
        if (isPlainBox && isPlain)
            return {};
        QByteArray json("{\"voc\":");
        JsonObjectText kept(json);
        if (!isPlain)
            appendList(kept.key("parts"), object.parts);
        if (!isPlainBox)
            kept.key("box").append(object.box);
        kept.close();
        return QString::fromUtf8(json + '}');
    }

    void keep()
    {
        QByteArray json("{\"voc\":");
        JsonObjectText kept(json);
        kept.key("filename").append(jsonString(m_annotation.fileName));
        if (m_parts != plainVocParts())
            appendList(kept.key("parts"), m_parts);
        if (!m_depth.isEmpty() && m_depth != QLatin1String("3"))
            kept.key("depth").append(jsonString(m_depth));
        if (!m_indent.isEmpty())
            kept.key("indent").append(jsonString(m_indent));
        if (!m_verified.isEmpty())
            kept.key("verified").append(jsonString(m_verified));
        kept.close();
        m_annotation.extra = QString::fromUtf8(json + '}');
    }

    QString m_indent;
    QXmlStreamReader m_xml;
    XmlElement m_element;
    VocAnnotation m_annotation;
    QStringList m_parts;
    QString m_depth;
    QString m_verified;
    int m_index = 0;
    bool m_hasShapes = false;
};

} // namespace

const QStringList &plainVocParts()
{
    static const QStringList parts{QStringLiteral("filename"), QStringLiteral("size"), QStringLiteral("object")};
    return parts;
}

const QStringList &plainVocObjectParts()
{
    static const QStringList parts{QStringLiteral("name"), QStringLiteral("<pose>Unspecified</pose>"),
                                   QStringLiteral("truncated"), QStringLiteral("difficult"), QStringLiteral("bndbox")};
    return parts;
}

Box vocBox(const double (&corners)[4])
{
    const auto first = [](double corner) { return corner == 0 ? 0 : corner - 1; };
    return {first(corners[0]), first(corners[1]), corners[2], corners[3]};
}

QByteArray plainVocBox(const Box &box)
{
    const double corners[] = {box.left + 1, box.top + 1, box.right, box.bottom};
    const bool isLikeClick = corners[0] == corners[2] && corners[1] == corners[3];
    QByteArray json;
    JsonObjectText object(json);
    for (int i = 0; i < 4; ++i) {
        const bool isBeyondEdge = i < 2 && corners[i] == 0; // 0 itself is read as the edge
        QByteArray number = isBeyondEdge ? QByteArray("-0.000001") : jsonNumber(corners[i]);
        if (isLikeClick && !number.contains('.'))
            number += ".0"; // one pixel, and no click without a drag: see takeObject()
        object.key(kCorners[i]).append('"' + number + '"');
    }
    object.close();
    return json;
}

Result<VocAnnotation> parseVocAnnotation(const QByteArray &xml)
{
    return Parser(xml).parse();
}

} // namespace boxwright
