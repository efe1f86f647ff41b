// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cvat_shape.h"

#include "core/formats/shape_bounds.h"
#include "core/formats/xml_text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CvatShape)
};

constexpr double kMaxCoordinate = 1e7;    ///< pixels
constexpr qsizetype kMaxKept = 64 * 1024; ///< of attributes: a larger shape comes back as a box
constexpr QByteArrayView kKey("cvat");    ///< in `extra`
using Attributes = QHash<QString, QString>;

std::optional<double> numberOf(const Attributes &attributes, const QString &name)
{
    bool isNumber = false;
    const double value = attributes.value(name).toDouble(&isNumber);
    return isNumber && std::abs(value) <= kMaxCoordinate ? std::optional(value) : std::nullopt;
}

/// Numbers of those names; empty where one is missing or is none.
std::vector<double> numbersOf(const Attributes &attributes, const QStringList &names)
{
    std::vector<double> numbers;
    for (const QString &name : names) {
        const std::optional<double> number = numberOf(attributes, name);
        if (!number)
            return {};
        numbers.push_back(*number);
    }
    return numbers;
}

/// Around a box that is turned by so many degrees around its centre.
Box turned(const Box &box, double degrees)
{
    if (degrees == 0)
        return box;
    const double angle = degrees * std::numbers::pi / 180;
    const double wide = (std::abs(box.width() * std::cos(angle)) + std::abs(box.height() * std::sin(angle))) / 2;
    const double high = (std::abs(box.width() * std::sin(angle)) + std::abs(box.height() * std::cos(angle))) / 2;
    const double x = (box.left + box.right) / 2;
    const double y = (box.top + box.bottom) / 2;
    return {x - wide, y - high, x + wide, y + high};
}

/// Around points "1,2;3.5,4"; nullopt where they are none.
std::optional<Box> aroundPoints(const QString &points)
{
    ShapeBounds bounds;
    for (const QStringView point : QStringView(points).split(u';', Qt::SkipEmptyParts)) {
        const QList<QStringView> numbers = point.split(u',');
        bool isX = false;
        bool isY = false;
        const double x = numbers.value(0).toDouble(&isX);
        const double y = numbers.value(1).toDouble(&isY);
        if (!isX || !isY || !(std::abs(x) <= kMaxCoordinate) || !(std::abs(y) <= kMaxCoordinate))
            return std::nullopt;
        bounds.add(x, y);
    }
    return bounds.box();
}

std::optional<Box> aroundCuboid(const Attributes &attributes)
{
    ShapeBounds bounds;
    for (const char *corner : {"tl1", "tr1", "br1", "bl1", "tl2", "tr2", "br2", "bl2"}) {
        const std::optional<double> x = numberOf(attributes, QLatin1String("x") + QLatin1String(corner));
        const std::optional<double> y = numberOf(attributes, QLatin1String("y") + QLatin1String(corner));
        if (!x || !y)
            return std::nullopt;
        bounds.add(*x, *y);
    }
    return bounds.box();
}

/// The box of a shape by its attributes; nullopt where they are none.
std::optional<Box> boxOf(const QString &kind, const Attributes &attributes)
{
    const double rotation = numberOf(attributes, QStringLiteral("rotation")).value_or(0);
    if (kind == QLatin1String("box")) {
        const std::vector<double> n = numbersOf(
            attributes, {QStringLiteral("xtl"), QStringLiteral("ytl"), QStringLiteral("xbr"), QStringLiteral("ybr")});
        return n.empty() ? std::nullopt : std::optional(turned({n[0], n[1], n[2], n[3]}, rotation));
    }
    if (kind == QLatin1String("mask")) {
        const std::vector<double> n = numbersOf(attributes, {QStringLiteral("left"), QStringLiteral("top"),
                                                             QStringLiteral("width"), QStringLiteral("height")});
        return n.empty() ? std::nullopt : std::optional(Box{n[0], n[1], n[0] + n[2], n[1] + n[3]});
    }
    if (kind == QLatin1String("ellipse")) {
        const std::vector<double> n = numbersOf(
            attributes, {QStringLiteral("cx"), QStringLiteral("cy"), QStringLiteral("rx"), QStringLiteral("ry")});
        return n.empty() ? std::nullopt
                         : std::optional(turned({n[0] - n[2], n[1] - n[3], n[0] + n[2], n[1] + n[3]}, rotation));
    }
    return kind == QLatin1String("cuboid") ? aroundCuboid(attributes)
                                           : aroundPoints(attributes.value(QStringLiteral("points")));
}

Attributes attributesOf(QByteArrayView jsonObject)
{
    Attributes attributes;
    for (const auto &[name, value] : JsonMembers(jsonObject))
        attributes.insert(jsonText(name).value_or(QString()), jsonStringValue(value).value_or(QString()));
    return attributes;
}

/// As it is kept, to tell whether a box is still the one that a shape gave.
QByteArray boxText(const Box &box)
{
    return '[' + jsonNumber(box.left) + ',' + jsonNumber(box.top) + ',' + jsonNumber(box.right) + ',' +
           jsonNumber(box.bottom) + ']';
}

} // namespace

bool isCvatShape(QStringView element)
{
    static const QStringList kinds{QStringLiteral("box"),      QStringLiteral("polygon"), QStringLiteral("polyline"),
                                   QStringLiteral("points"),   QStringLiteral("ellipse"), QStringLiteral("cuboid"),
                                   QStringLiteral("skeleton"), QStringLiteral("mask")};
    return kinds.contains(element);
}

QByteArray cvatAttributes(const QXmlStreamReader &xml, const QStringList &without)
{
    QByteArray text;
    JsonObjectText object(text);
    for (const QXmlStreamAttribute &item : xml.attributes()) {
        const QString name = item.qualifiedName().toString();
        if (!without.contains(name))
            object.key(jsonString(name).sliced(1).chopped(1)).append(jsonString(item.value().toString()));
    }
    object.close();
    return text;
}

QByteArray cvatAttributeText(QByteArrayView jsonObject, std::initializer_list<QByteArrayView> written)
{
    QByteArray text;
    for (const auto &[name, value] : JsonMembers(jsonObject)) {
        if (std::find(written.begin(), written.end(), name) == written.end())
            text += ' ' + jsonText(name).value_or(QString()).toUtf8() + '=' +
                    xmlAttribute(jsonStringValue(value).value_or(QString()));
    }
    return text;
}

CvatShape readCvatShape(QXmlStreamReader &xml, XmlElement &element)
{
    CvatShape shape;
    const QString kind = xml.name().toString();
    const QByteArray attributes = cvatAttributes(xml, {QStringLiteral("label")});
    shape.name = xml.attributes().value(QLatin1String("label")).toString().left(XmlElement::kMaxText);
    const Attributes values = attributesOf(attributes);
    QString children;
    ShapeBounds bones; // a skeleton is where its points are
    while (element.nextChild()) {
        if (xml.name() == QLatin1String("points")) {
            if (const std::optional<Box> box =
                    aroundPoints(xml.attributes().value(QLatin1String("points")).toString())) {
                bones.add(box->left, box->top);
                bones.add(box->right, box->bottom);
            }
        }
        children += element.raw();
    }
    const std::optional<Box> box = kind == QLatin1String("skeleton") ? bones.box() : boxOf(kind, values);
    if (shape.name.isEmpty())
        shape.problem = Text::tr("label is empty");
    else if (!box)
        shape.problem = Text::tr("its corners are not numbers of pixels");
    if (!shape.problem.isEmpty())
        return shape;
    shape.label.box = *box;
    const bool isTurned = numberOf(values, QStringLiteral("rotation")).value_or(0) != 0;
    shape.isShape = kind != QLatin1String("box") || isTurned;
    shape.label.flags.setFlag(LabelFlag::Occluded, values.value(QStringLiteral("occluded")) == QLatin1String("1"));
    if (attributes.size() + children.size() > kMaxKept)
        return shape;
    shape.label.extra =
        QString::fromUtf8("{\"cvat\":{\"kind\":" + jsonString(kind) + ",\"box\":" + boxText(*box) +
                          ",\"attributes\":" + attributes + ",\"children\":" + jsonString(children) + "}}");
    return shape;
}

QByteArray cvatShapeText(const FormatLabel &label, const QString &name)
{
    const KeptMembers kept(label.extra, kKey);
    const Attributes values = attributesOf(kept.value("attributes"));
    const QString oldKind = kept.text("kind").value_or(QString());
    QByteArray children = kept.text("children").value_or(QString()).toUtf8();
    const bool isSame = isCvatShape(oldKind) && kept.value("box") == boxText(label.box);
    const bool isOccluded = label.flags.testFlag(LabelFlag::Occluded);
    const QByteArray occluded(isOccluded ? " occluded=\"1\"" : " occluded=\"0\"");
    const QByteArray kind = isSame ? oldKind.toLatin1() : QByteArray("box");
    QByteArray text = '<' + kind + " label=" + xmlAttribute(name);
    if (isSame) {
        const bool wasOccluded = values.value(QStringLiteral("occluded")) == QLatin1String("1");
        const bool isChanged = wasOccluded != isOccluded;
        text +=
            (isChanged ? occluded : QByteArray()) +
            cvatAttributeText(kept.value("attributes"), {"label", QByteArrayView(isChanged ? "occluded" : "label")});
    } else {
        const Box &box = label.box;
        text += occluded + " xtl=\"" + jsonNumber(box.left) + "\" ytl=\"" + jsonNumber(box.top) + "\" xbr=\"" +
                jsonNumber(box.right) + "\" ybr=\"" + jsonNumber(box.bottom) + '"';
        for (const char *key : {"source", "z_order", "group_id"}) { // what does not tell of the corners
            if (const QString value = values.value(QLatin1String(key)); !value.isEmpty())
                text += QByteArray(" ") + key + '=' + xmlAttribute(value);
        }
        if (oldKind == QLatin1String("skeleton"))
            children.clear(); // they are its bones
    }
    return children.isEmpty() ? text + "/>" : text + ">\n      " + children + "\n    </" + kind + '>';
}

} // namespace boxwright
