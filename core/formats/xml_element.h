// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QXmlStreamReader>

namespace boxwright {

/// Walks the elements of a stranger's XML safely: no document types, no entities, bounded depth and texts. Errors are
/// raised on the reader, which outlives this.
class XmlElement
{
public:
    static constexpr int kMaxDepth = 32;
    static constexpr qsizetype kMaxText = 4096;     ///< of a name or a number
    static constexpr qsizetype kMaxRaw = 64 * 1024; ///< of an element that is kept whole

    explicit XmlElement(QXmlStreamReader &xml)
        : m_xml(xml)
    {
    }

    /// To the root element; false where there is none.
    bool findRoot();
    /// To the next child of the element that the reader is in; false at its end.
    bool nextChild() { return !m_xml.hasError() && m_xml.readNextStartElement(); }
    /// The text of the element that starts here, trimmed; elements inside are passed over. Ends at its end.
    QString text();
    /// Passes the element that starts here.
    void skip();
    /// The element that starts here as text, comments aside; empty where it is larger than kMaxRaw.
    QString raw();

private:
    void refuseEntity();

    QXmlStreamReader &m_xml;
};

} // namespace boxwright
