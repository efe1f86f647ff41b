// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cvat_reader.h"

#include "core/formats/cvat_labels.h"
#include "core/formats/cvat_shape.h"
#include "core/formats/split_names.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CvatReader)
};

constexpr qsizetype kMaxKept = 64 * 1024; ///< of an image's tags

} // namespace

CvatReader::CvatReader(const QString &path, const ReadOptions &options, Reading &reading)
    : m_name(QFileInfo(path).fileName())
    , m_locator(QFileInfo(path).absolutePath(), options.imageFolder)
    , m_reading(reading)
    , m_file(path)
    , m_element(m_xml)
{
}

Result<> CvatReader::failed() const
{
    return failure(
        Text::tr("%1: line %2 is not valid XML: %3").arg(m_name).arg(m_xml.lineNumber()).arg(m_xml.errorString()));
}

Result<> CvatReader::read()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(m_name, m_file.errorString()));
    m_xml.setDevice(&m_file);
    if (!m_element.findRoot())
        return failed();
    if (m_xml.name() != QLatin1String("annotations"))
        return failure(
            Text::tr("%1 is no XML of CVAT: its element is <%2>").arg(m_name, m_xml.name().toString().left(40)));
    while (m_element.nextChild()) {
        m_hasTracks = m_hasTracks || m_xml.name() == QLatin1String("track");
        if (m_xml.name() == QLatin1String("meta")) {
            readMeta();
        } else if (m_xml.name() == QLatin1String("image")) {
            if (Result<> taken = readImage(); !taken)
                return taken;
            if (Result<> going = m_reading.advance(m_file.pos(), m_file.size()); !going)
                return going;
        } else {
            m_element.skip();
        }
    }
    if (m_xml.hasError())
        return failed();
    if (m_hasTracks && m_reading.imageCount() == 0)
        return failure(Text::tr("%1 is CVAT's XML for video, with tracks instead of images; export it from CVAT as "
                                "\"CVAT for images 1.1\"")
                           .arg(m_name));
    if (m_hasTracks)
        m_reading.note(QStringLiteral("tracks"), Text::tr("%1: tracks of a video are not read").arg(m_name));
    return {};
}

/// <meta><task|job|project> ... <labels>.
void CvatReader::readMeta()
{
    while (m_element.nextChild()) {
        while (m_element.nextChild()) {
            if (m_xml.name() == QLatin1String("labels"))
                m_labels = readCvatLabels(m_xml, m_element, m_reading.classes());
            else
                m_element.skip();
        }
    }
}

Result<> CvatReader::readImage()
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    FormatImage image;
    image.source = attributes.value(QLatin1String("name")).toString().left(XmlElement::kMaxText);
    const QByteArray others =
        cvatAttributes(m_xml, {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("subset"),
                               QStringLiteral("width"), QStringLiteral("height")});
    const int width = attributes.value(QLatin1String("width")).toInt();
    const int height = attributes.value(QLatin1String("height")).toInt();
    if (width > 0 && height > 0)
        image.size = {width, height};
    image.split = splitOfWord(attributes.value(QLatin1String("subset")).toString());
    QString tags;
    for (int number = 1; m_element.nextChild();) {
        if (isCvatShape(m_xml.name())) {
            readShape(image, number++);
            continue;
        }
        const QString raw = m_element.raw();
        if (tags.size() + raw.size() <= kMaxKept)
            tags += raw;
    }
    if (m_xml.hasError())
        return failed();
    if (image.source.isEmpty()) {
        m_reading.note(QStringLiteral("bad-entry"),
                       Text::tr("%1, line %2: the image has no name").arg(m_name).arg(m_xml.lineNumber()));
        return {};
    }
    if (!tags.isEmpty())
        m_reading.noteWith(QStringLiteral("image-label"), [&] {
            return Text::tr("%1: %2 has tags for the whole image, which are no boxes").arg(m_name, image.source);
        });
    image.path = m_locator.locate(image.source);
    if (image.path.isEmpty())
        m_reading.noteMissingImage(m_name, image.source);
    keep(others, tags, image);
    if (!image.labels.empty())
        image.state = ReviewState::Reviewed;
    return m_reading.deliver(std::move(image));
}

/// What the image's element says besides, and with the first image what the labels are made of.
void CvatReader::keep(const QByteArray &attributes, const QString &tags, FormatImage &image)
{
    const QByteArray labels = std::exchange(m_labels, {});
    if (attributes.size() <= 2 && tags.isEmpty() && labels.isEmpty())
        return;
    QByteArray text;
    JsonObjectText object(text);
    object.key("attributes").append(attributes);
    object.key("tags").append(jsonString(tags));
    if (!labels.isEmpty())
        object.key("labels").append(labels);
    object.close();
    image.extra = QString::fromUtf8("{\"cvat\":" + text + '}');
}

void CvatReader::readShape(FormatImage &image, int number)
{
    const QString kind = m_xml.name().toString();
    const auto line = m_xml.lineNumber();
    CvatShape shape = readCvatShape(m_xml, m_element);
    const auto where = [&] {
        return Text::tr("%1, line %2: %3, shape %4 (%5)").arg(m_name).arg(line).arg(image.source).arg(number).arg(kind);
    };
    if (!shape.problem.isEmpty())
        return m_reading.note(QStringLiteral("bad-box"),
                              Text::tr("%1: %2", "place, what is wrong there").arg(where(), shape.problem));
    if (shape.label.box.isEmpty())
        return m_reading.noteWith(QStringLiteral("degenerate-box"),
                                  [&] { return Text::tr("%1 has no area").arg(where()); });
    if (shape.isShape)
        m_reading.noteWith(QStringLiteral("bounds"),
                           [&] { return Text::tr("%1: its bounds became the box").arg(where()); });
    shape.label.classIndex = m_reading.classes().indexOf(shape.name);
    image.labels.push_back(std::move(shape.label));
}

} // namespace boxwright
