// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xml_element.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XmlElement)
};

} // namespace

bool XmlElement::findRoot()
{
    while (m_xml.readNext() != QXmlStreamReader::StartElement) {
        if (m_xml.tokenType() == QXmlStreamReader::DTD)
            m_xml.raiseError(Text::tr("document type declarations are refused"));
        if (m_xml.atEnd() || m_xml.hasError())
            return false;
    }
    return true;
}

void XmlElement::refuseEntity()
{
    m_xml.raiseError(Text::tr("entities are refused"));
}

QString XmlElement::text()
{
    QString text;
    while (!m_xml.hasError() && m_xml.readNext() != QXmlStreamReader::EndElement) {
        if (m_xml.isStartElement())
            skip();
        else if (m_xml.isEntityReference())
            refuseEntity();
        else if (m_xml.isCharacters() && text.size() + m_xml.text().size() <= kMaxText)
            text += m_xml.text();
    }
    return text.trimmed();
}

/// As skipCurrentElement(), which recurses without bound.
void XmlElement::skip()
{
    for (int depth = 1; depth > 0 && !m_xml.hasError();) {
        m_xml.readNext();
        if (m_xml.isStartElement() && ++depth > kMaxDepth)
            m_xml.raiseError(Text::tr("the elements are nested deeper than %1 levels").arg(kMaxDepth));
        else if (m_xml.isEndElement())
            --depth;
    }
}

QString XmlElement::raw()
{
    QString raw;
    int depth = 0;
    const auto append = [&raw](const QString &more) {
        if (raw.size() <= kMaxRaw)
            raw += more;
    };
    do {
        if (m_xml.isStartElement()) {
            if (++depth > kMaxDepth)
                m_xml.raiseError(Text::tr("the elements are nested deeper than %1 levels").arg(kMaxDepth));
            append(u'<' + m_xml.qualifiedName().toString());
            for (const QXmlStreamAttribute &item : m_xml.attributes())
                append(QStringLiteral(" %1=\"%2\"").arg(item.qualifiedName(), item.value().toString().toHtmlEscaped()));
            append(QStringLiteral(">"));
        } else if (m_xml.isEndElement()) {
            --depth;
            append(QStringLiteral("</%1>").arg(m_xml.qualifiedName()));
        } else if (m_xml.isEntityReference()) {
            refuseEntity();
        } else if (m_xml.isCharacters()) {
            append(m_xml.text().toString().toHtmlEscaped().replace(QLatin1String("&quot;"), QLatin1String("\"")));
        }
    } while (depth > 0 && !m_xml.hasError() && m_xml.readNext() != QXmlStreamReader::Invalid);
    return raw.size() <= kMaxRaw && !m_xml.hasError() ? raw : QString();
}

} // namespace boxwright
