// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/coco_reader.h"

#include "core/base/json_members.h"
#include "core/formats/shape_bounds.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CocoReader)
};

constexpr double kMaxCoordinate = 1e7; ///< pixels
constexpr qsizetype kShownText = 40;

QString shown(QByteArrayView raw)
{
    if (raw.isEmpty())
        return Text::tr("missing");
    const QString text = QString::fromUtf8(raw.first(std::min(raw.size(), kShownText)));
    return raw.size() > kShownText ? text + QChar(0x2026) : text;
}

/// {"coco":{...}} of every member that is not among `written`.
QString kept(const JsonMembers &members, std::initializer_list<QByteArrayView> written, QByteArrayView more = {})
{
    QByteArray text("{\"coco\":");
    JsonObjectText object(text);
    object.appendRest(members, written);
    if (!more.isEmpty())
        object.key("dataset").append(more);
    object.close();
    return QString::fromUtf8(text.append('}'));
}

} // namespace

std::optional<Box> cocoBox(QByteArrayView bbox)
{
    double numbers[4];
    int count = 0;
    JsonCursor cursor(bbox);
    if (cursor.kind() != JsonCursor::Kind::Array)
        return std::nullopt;
    cursor.enterArray();
    for (; cursor.nextElement(); ++count) {
        const std::optional<double> number = cursor.number();
        if (count == 4 || !number || std::abs(*number) > kMaxCoordinate)
            return std::nullopt;
        numbers[count] = *number;
    }
    if (cursor.hasFailed() || count != 4)
        return std::nullopt;
    return Box{numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]};
}

CocoReader::CocoReader(const CocoFile &file, QString name, const ImageLocator &locator, Reading &reading)
    : m_file(file)
    , m_name(std::move(name))
    , m_locator(locator)
    , m_reading(reading)
{
    for (const CocoFile::Category &category : m_file.categories())
        m_classes.insert(category.id, m_reading.classes().indexOf(category.name));
}

Result<> CocoReader::read(Split split, qint64 &done, qint64 total)
{
    for (qsizetype i = 0; i < m_file.imageCount(); ++i) {
        FormatImage image = readImage(i);
        image.split = split;
        if (Result<> taken = image.source.isEmpty() ? Result<>() : m_reading.deliver(std::move(image)); !taken)
            return taken;
        if (Result<> going = m_reading.advance(++done, total); !going)
            return going;
    }
    if (m_file.orphans() > 0)
        m_reading.note(
            QStringLiteral("no-image"),
            Text::tr("%1: %n annotations belong to no image", nullptr, static_cast<int>(m_file.orphans())).arg(m_name));
    return {};
}

FormatImage CocoReader::readImage(qsizetype index)
{
    JsonCursor cursor(m_file.image(index));
    const JsonMembers members(cursor);
    FormatImage image;
    image.source = members.text("file_name").value_or(QString());
    if (image.source.isEmpty()) {
        m_reading.note(
            QStringLiteral("bad-image"),
            Text::tr("%1: images[%2]: file_name is %3").arg(m_name).arg(index).arg(shown(members.value("file_name"))));
        return image;
    }
    const double width = members.number("width").value_or(0);
    const double height = members.number("height").value_or(0);
    if (width >= 1 && height >= 1 && width <= kMaxCoordinate && height <= kMaxCoordinate)
        image.size = {static_cast<int>(width), static_cast<int>(height)};
    image.path = m_locator.locate(image.source);
    if (image.path.isEmpty())
        m_reading.noteWith(QStringLiteral("missing-image"),
                           [&] { return Text::tr("%1: the image %2 was not found").arg(m_name, image.source); });
    const std::span<const qsizetype> places = m_file.annotationsOf(index);
    image.labels.reserve(places.size());
    for (const qsizetype place : places)
        readAnnotation(m_file.valueAt(place), image);
    if (!image.labels.empty())
        image.state = ReviewState::Reviewed;

    QByteArray dataset; // what the file says of itself travels with its first image
    if (std::exchange(m_isFirst, false)) {
        JsonObjectText object(dataset);
        if (!m_file.categoryList().isEmpty())
            object.key("categories").append(m_file.categoryList());
        if (!m_file.info().isEmpty())
            object.key("info").append(m_file.info());
        if (!m_file.licenses().isEmpty())
            object.key("licenses").append(m_file.licenses());
        object.close();
    }
    image.extra = kept(members, {"width", "height", "dataset"}, dataset);
    return image;
}

void CocoReader::readAnnotation(QByteArrayView annotation, FormatImage &image)
{
    JsonCursor cursor(annotation);
    const JsonMembers members(cursor);
    const auto where = [&] {
        return Text::tr("%1: annotation %2 of %3").arg(m_name, shown(members.value("id")), image.source);
    };
    std::optional<Box> box = cocoBox(members.value("bbox"));
    if (!box && !(box = boxOf(members, where())))
        return;
    if (box->isEmpty()) {
        m_reading.noteWith(QStringLiteral("degenerate-box"), [&] {
            return Text::tr("%1 has no area: bbox is %2").arg(where(), shown(members.value("bbox")));
        });
        return;
    }
    FormatLabel label;
    label.box = *box;
    label.classIndex = classOf(cocoId(members.value("category_id")));
    if (members.number("iscrowd") == 1.0 || members.value("iscrowd") == QByteArrayView("true"))
        label.flags.setFlag(LabelFlag::Crowd);
    if (const std::optional<double> score = members.number("score"))
        label.confidence = std::clamp(*score, 0.0, 1.0);
    label.extra = kept(members, {"image_id", "iscrowd"});
    image.labels.push_back(std::move(label));
}

std::optional<Box> CocoReader::boxOf(const JsonMembers &members, const QString &where)
{
    const QByteArrayView bbox = members.value("bbox");
    ShapeBounds bounds;
    JsonCursor polygons(bbox.isEmpty() || bbox == QByteArrayView("[]") ? members.value("segmentation")
                                                                       : QByteArrayView());
    if (polygons.kind() == JsonCursor::Kind::Array && polygons.enterArray()) {
        while (polygons.nextElement()) {
            JsonCursor polygon(polygons.skip());
            if (polygon.kind() != JsonCursor::Kind::Array || !polygon.enterArray())
                continue;
            while (polygon.nextElement()) {
                const double x = polygon.number().value_or(kMaxCoordinate * 2);
                const double y = polygon.nextElement() ? polygon.number().value_or(kMaxCoordinate * 2) : x;
                if (std::abs(x) <= kMaxCoordinate && std::abs(y) <= kMaxCoordinate)
                    bounds.add(x, y);
            }
        }
    }
    if (!bounds.box().isEmpty()) {
        m_reading.note(QStringLiteral("bounds"), Text::tr("%1 is a polygon: its bounds became the box").arg(where));
        return bounds.box();
    }
    m_reading.note(QStringLiteral("bad-box"), Text::tr("%1: bbox is %2").arg(where, shown(bbox)));
    return std::nullopt;
}

int CocoReader::classOf(QByteArrayView id)
{
    const auto known = m_classes.constFind(id);
    if (known != m_classes.cend())
        return *known;
    const QString name = QStringLiteral("class-%1").arg(QString::fromUtf8(id.first(std::min(id.size(), kShownText))));
    m_reading.note(QStringLiteral("no-category"),
                   Text::tr("%1: category_id %2 is not among the categories").arg(m_name, shown(id)));
    const int index = m_reading.classes().indexOf(name);
    m_classes.insert(id, index);
    return index;
}

} // namespace boxwright
