// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image_locator.h"
#include "core/formats/reading.h"
#include "core/formats/xml_element.h"

#include <QFile>

namespace boxwright {

/// Reads one XML file of "CVAT for images" into a reading. Lives on the stack of CvatFormat::read().
class CvatReader
{
public:
    CvatReader(const QString &path, const ReadOptions &options, Reading &reading);

    Result<> read();

private:
    [[nodiscard]] Result<> failed() const;
    void readMeta();
    Result<> readImage();
    void readShape(FormatImage &image, int number);
    void keep(const QByteArray &attributes, const QString &tags, FormatImage &image);

    const QString m_name;
    const ImageLocator m_locator;
    Reading &m_reading;
    QFile m_file;
    QXmlStreamReader m_xml;
    XmlElement m_element;
    QByteArray m_labels; ///< see readCvatLabels(); until an image has taken it
    bool m_hasTracks = false;
};

} // namespace boxwright
