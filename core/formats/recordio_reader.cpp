// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_reader.h"

#include "core/formats/recordio_extra.h"
#include "core/formats/recordio_labels.h"
#include "core/imaging/image_container.h"
#include "core/imaging/image_reader.h"
#include "core/mxnet/recordio.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordIoReader)
};

constexpr float kMaxClassId = 9999; ///< numbers above are no classes but damage
constexpr float kFarOutside = 2;    ///< corners are 0..1; a box may hang over, not lie elsewhere

/// SageMaker's other algorithms use protobuf messages in RecordIO: field 1 (features) or 2 (label), length-delimited.
bool isProtobuf(const QByteArray &payload)
{
    return payload.size() > 2 && (payload[0] == '\x0a' || payload[0] == '\x12') && payload[1] != 0;
}

bool isBoxFinite(std::span<const float> object)
{
    return std::all_of(object.begin(), object.end(), [](float value) { return std::isfinite(value); });
}

bool isClassId(float value)
{
    return value >= 0 && value <= kMaxClassId && value == std::floor(value);
}

} // namespace

bool isRecordIoFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(4);
    return start.size() == 4 && qFromLittleEndian<quint32>(start.constData()) == kRecordMagic;
}

RecordIoReader::RecordIoReader(const QString &path, Split split, RecordImages &images, Reading &reading)
    : m_path(path)
    , m_name(QFileInfo(path).fileName())
    , m_split(split)
    , m_images(images)
    , m_reading(reading)
    , m_names(path)
{
}

Result<> RecordIoReader::read()
{
    if (Result<> named = m_names.read(m_reading); !named)
        return named;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(m_path), file.errorString()));
    RecordReader records(file, m_name);
    for (;;) {
        const QString where = Text::tr("%1, record at byte %2").arg(m_name).arg(records.offset());
        const Result<std::optional<QByteArray>> payload = records.next();
        if (!payload)
            return failure(payload.error());
        if (!*payload)
            return {};
        if (Result<> taken = take(**payload, where); !taken)
            return taken;
        m_isFirst = false;
        if (Result<> going = m_reading.advance(records.offset(), file.size()); !going)
            return going;
    }
}

/// One odd record among good ones is told and left out; where already the first is odd, so is the file.
Result<> RecordIoReader::refuse(const QString &why)
{
    if (m_isFirst)
        return failure(why);
    m_reading.note(QStringLiteral("bad-record"), why);
    return {};
}

Result<> RecordIoReader::take(const QByteArray &payload, const QString &where)
{
    const Result<ImageRecordData> data = unpackImageRecord(payload, where);
    const bool isImage = data && !imageKind(data->image.left(12)).isEmpty();
    if (isImage)
        return takeImage(*data, where);
    if (!imageKind(payload.left(12)).isEmpty())
        return refuse(Text::tr("%1 holds a bare image without labels, as pipes of augmented manifests do").arg(where));
    if (isProtobuf(payload))
        return refuse(
            Text::tr("%1 holds a protobuf message, as other algorithms of SageMaker use, and no image").arg(where));
    return refuse(data ? Text::tr("%1 holds no image of a kind that can be read").arg(where) : data.error().message);
}

Result<> RecordIoReader::takeImage(const ImageRecordData &data, const QString &where)
{
    if (data.labels.empty())
        return refuse(Text::tr("%1 holds an image with one label, for classification, and no boxes").arg(where));
    const Result<DetectionLabels> labels = parseDetectionLabels(data.labels, where);
    if (!labels)
        return refuse(labels.error().message);
    const Result<ImageHeader> header = decodeImageHeader(data.image, where);
    if (!header)
        return refuse(header.error().message);
    FormatImage image;
    image.size = header->size;
    image.split = m_split;
    const QString listed = m_names.name(data.id);
    const QString own = QStringLiteral("%1-%2").arg(QFileInfo(m_path).completeBaseName()).arg(data.id);
    image.source = listed.isEmpty() ? own : listed;
    Result<QString> path = m_images.place(data.image, listed, own);
    if (!path)
        return failure(path.error());
    image.path = *path;
    if (image.path.isEmpty())
        m_reading.note(QStringLiteral("missing-image"),
                       Text::tr("%1: the image %2 is inside the record; to take it out, choose an image folder that is "
                                "not the folder of the records")
                           .arg(where, image.source));
    takeLabels(*labels, where, image);
    const qsizetype width = labels->padding > 0 ? static_cast<qsizetype>(data.labels.size()) : 0;
    image.extra = toText({data.id, data.id2, data.label, labels->headerExtra, width});
    return m_reading.deliver(std::move(image));
}

void RecordIoReader::takeLabels(const DetectionLabels &labels, const QString &where, FormatImage &image)
{
    for (qsizetype i = 0; i < labels.objectCount(); ++i) {
        const std::span<const float> object = labels.object(i);
        const QString place = Text::tr("%1: object %2").arg(where).arg(i + 1);
        if (!isClassId(object[0]) || !isBoxFinite(object)) {
            m_reading.note(QStringLiteral("bad-box"), Text::tr("%1 has the class %2 or a corner that is no number")
                                                          .arg(place)
                                                          .arg(static_cast<double>(object[0])));
            continue;
        }
        FormatLabel label = toFormatLabel(object, image.size);
        if (label.box.isEmpty()) {
            m_reading.note(
                QStringLiteral("degenerate-box"),
                Text::tr("%1 has no area: %2 x %3 pixels").arg(place).arg(label.box.width()).arg(label.box.height()));
            continue;
        }
        const auto corners = object.subspan(1, 4);
        if (std::any_of(corners.begin(), corners.end(), [](float corner) { return std::abs(corner) > kFarOutside; }))
            m_reading.note(QStringLiteral("outside-box"),
                           Text::tr("%1 lies far outside of the image: corners are shares of width and height, 0 to 1")
                               .arg(place));
        nameClassesUpTo(label.classIndex);
        image.labels.push_back(std::move(label));
    }
    if (!image.labels.empty())
        image.state = ReviewState::Reviewed;
}

void RecordIoReader::nameClassesUpTo(int id)
{
    ClassTable &classes = m_reading.classes();
    while (classes.names().size() <= id)
        classes.append(QStringLiteral("class-%1").arg(classes.names().size()));
}

} // namespace boxwright
