// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_xml.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <cmath>
#include <optional>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VocXml)
};

constexpr int kMaxDepth = 32;
constexpr double kMaxCoordinate = 1e7; ///< pixels
constexpr qsizetype kMaxText = 4096;   ///< of a name or a number

/// The texts of an object before they are judged.
struct RawObject
{
    QString name;
    QString pose;
    QString corners[4]; ///< xmin, ymin, xmax, ymax
    LabelFlags flags;
    bool hasBox = false;
};

constexpr const char *kCorners[] = {"xmin", "ymin", "xmax", "ymax"};

class Parser
{
public:
    explicit Parser(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    Result<VocAnnotation> parse()
    {
        while (m_xml.readNext() != QXmlStreamReader::StartElement) {
            if (m_xml.tokenType() == QXmlStreamReader::DTD)
                m_xml.raiseError(Text::tr("document type declarations are refused"));
            if (m_xml.atEnd() || m_xml.hasError())
                return failed();
        }
        if (m_xml.name() != QLatin1String("annotation"))
            return failure(
                Text::tr("this is no VOC annotation: its element is <%1>").arg(m_xml.name().toString().left(40)));
        m_annotation.isVerified = m_xml.attributes().value(QLatin1String("verified")) == QLatin1String("yes");
        while (nextChild())
            readPart();
        while (!m_xml.atEnd() && !m_xml.hasError())
            m_xml.readNext();
        return m_xml.hasError() ? failed() : Result<VocAnnotation>(std::move(m_annotation));
    }

private:
    Result<VocAnnotation> failed() const
    {
        return failure(Text::tr("line %1 is not valid XML: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()));
    }

    bool nextChild() { return !m_xml.hasError() && m_xml.readNextStartElement(); }

    /// The text of an element; elements inside it are passed over.
    QString text()
    {
        QString text;
        while (!m_xml.hasError() && m_xml.readNext() != QXmlStreamReader::EndElement) {
            if (m_xml.isStartElement())
                skip();
            else if (m_xml.isEntityReference())
                m_xml.raiseError(Text::tr("entities are refused"));
            else if (m_xml.isCharacters() && text.size() + m_xml.text().size() <= kMaxText)
                text += m_xml.text();
        }
        return text.trimmed();
    }

    /// As skipCurrentElement(), which recurses without bound.
    void skip()
    {
        for (int depth = 1; depth > 0 && !m_xml.hasError();) {
            m_xml.readNext();
            if (m_xml.isStartElement() && ++depth > kMaxDepth)
                m_xml.raiseError(Text::tr("the elements are nested deeper than %1 levels").arg(kMaxDepth));
            else if (m_xml.isEndElement())
                --depth;
        }
    }

    void readPart()
    {
        if (m_xml.name() == QLatin1String("filename"))
            m_annotation.fileName = text();
        else if (m_xml.name() == QLatin1String("size"))
            readSize();
        else if (m_xml.name() == QLatin1String("object"))
            readObject();
        else
            skip();
    }

    void readSize()
    {
        int width = 0;
        int height = 0;
        while (nextChild()) {
            if (m_xml.name() == QLatin1String("width"))
                width = text().toInt();
            else if (m_xml.name() == QLatin1String("height"))
                height = text().toInt();
            else
                skip();
        }
        if (width > 0 && height > 0)
            m_annotation.size = {width, height};
    }

    void readObject()
    {
        RawObject object;
        while (nextChild()) {
            const QString tag = m_xml.name().toString();
            if (tag == QLatin1String("name"))
                object.name = text();
            else if (tag == QLatin1String("pose"))
                object.pose = text();
            else if (tag == QLatin1String("bndbox"))
                readCorners(object);
            else if (const std::optional<LabelFlag> flag = flagOf(tag))
                object.flags.setFlag(*flag, isTrue(text()));
            else
                skip();
        }
        if (!m_xml.hasError())
            takeObject(object);
        ++m_index;
    }

    void readCorners(RawObject &object)
    {
        object.hasBox = true;
        while (nextChild()) {
            int corner = 0;
            while (corner < 4 && m_xml.name() != QLatin1String(kCorners[corner]))
                ++corner;
            if (corner < 4)
                object.corners[corner] = text();
            else
                skip();
        }
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
        if (values[2] <= values[0] || values[3] <= values[1])
            return problem("degenerate-box", Text::tr("%1 (%2) has no area: xmin %3, ymin %4, xmax %5, ymax %6")
                                                 .arg(where, object.name)
                                                 .arg(values[0])
                                                 .arg(values[1])
                                                 .arg(values[2])
                                                 .arg(values[3]));
        VocObject result{object.name, {}, object.flags, {}};
        result.box = {std::max(values[0], 1.0) - 1, std::max(values[1], 1.0) - 1, values[2], values[3]};
        if (!object.pose.isEmpty() && object.pose != QLatin1String("Unspecified")) {
            const QJsonObject extra{{QStringLiteral("voc"), QJsonObject{{QStringLiteral("pose"), object.pose}}}};
            result.extra = QString::fromUtf8(QJsonDocument(extra).toJson(QJsonDocument::Compact));
        }
        if (result.box.isEmpty())
            return problem("degenerate-box", Text::tr("%1 (%2) lies outside the image").arg(where, object.name));
        m_annotation.objects.push_back(std::move(result));
    }

    QXmlStreamReader m_xml;
    VocAnnotation m_annotation;
    int m_index = 0;
};

} // namespace

Result<VocAnnotation> parseVocAnnotation(const QByteArray &xml)
{
    return Parser(xml).parse();
}

} // namespace boxwright
