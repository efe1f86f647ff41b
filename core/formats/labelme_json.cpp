// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelme_json.h"

#include "core/base/json_members.h"
#include "core/formats/shape_bounds.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelmeJson)
};

constexpr double kMaxCoordinate = 1e7;    ///< pixels
constexpr QByteArrayView kKey("labelme"); ///< in `extra`

QString shown(QByteArrayView raw)
{
    return raw.isEmpty() ? Text::tr("missing")
                         : QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), 40))).simplified();
}

using Points = std::vector<std::pair<double, double>>;

/// nullopt where the value is no list of points.
std::optional<Points> pointsOf(QByteArrayView value)
{
    Points points;
    JsonCursor cursor(value);
    if (cursor.kind() != JsonCursor::Kind::Array)
        return std::nullopt;
    cursor.enterArray();
    while (cursor.nextElement()) {
        if (cursor.kind() != JsonCursor::Kind::Array)
            return std::nullopt;
        cursor.enterArray();
        double numbers[2] = {0, 0};
        int count = 0;
        for (; cursor.nextElement(); ++count) {
            const std::optional<double> number = cursor.number();
            if (!number || std::abs(*number) > kMaxCoordinate)
                return std::nullopt;
            if (count < 2)
                numbers[count] = *number;
        }
        if (count < 2)
            return std::nullopt;
        points.push_back({numbers[0], numbers[1]});
    }
    return cursor.hasFailed() ? std::nullopt : std::optional(std::move(points));
}

/// The box around a shape: a circle is its centre and a point on its edge, all others lie between their points.
Box boundsOf(const Points &points, const QString &type)
{
    ShapeBounds bounds;
    if (type == QLatin1String("circle") && points.size() == 2) {
        const auto [x, y] = points[0];
        const double radius = std::hypot(points[1].first - x, points[1].second - y);
        bounds.add(x - radius, y - radius);
        bounds.add(x + radius, y + radius);
        return bounds.box();
    }
    for (const auto &[x, y] : points)
        bounds.add(x, y);
    return bounds.box();
}

QString typeOf(const JsonMembers &shape)
{
    return shape.text("shape_type").value_or(QStringLiteral("polygon"));
}

/// {"labelme":{...}} of every member that is not among `written`.
QString kept(const JsonMembers &members, std::initializer_list<QByteArrayView> written)
{
    QByteArray text("{\"labelme\":");
    JsonObjectText object(text);
    object.appendRest(members, written);
    object.close();
    return QString::fromUtf8(text.append('}'));
}

void takeShape(const JsonMembers &shape, qsizetype index, LabelmeFile &file)
{
    const QString where = QStringLiteral("shapes[%1]").arg(index);
    const auto refuse = [&](const char *kind, const QString &text) {
        file.problems.append({QLatin1String(kind), text});
    };
    NamedLabel result;
    result.name = shape.text("label").value_or(QString());
    if (result.name.isEmpty())
        return refuse("bad-box", Text::tr("%1: label is %2").arg(where, shown(shape.value("label"))));
    const std::optional<Points> points = pointsOf(shape.value("points"));
    if (!points)
        return refuse("bad-box", Text::tr("%1: points are %2").arg(where, shown(shape.value("points"))));
    const QString type = typeOf(shape);
    result.label.box = boundsOf(*points, type);
    if (result.label.box.isEmpty())
        return refuse(
            "degenerate-box",
            Text::tr("%1, a %2, has no area: points are %3").arg(where, type.left(40), shown(shape.value("points"))));
    if (type != QLatin1String("rectangle"))
        refuse("bounds", Text::tr("%1 is a %2: its bounds became the box").arg(where, type.left(40)));
    result.label.flags.setFlag(LabelFlag::Difficult, JsonCursor(shape.value("difficult")).boolean().value_or(false));
    if (const std::optional<double> score = shape.number("score"))
        result.label.confidence = std::clamp(*score, 0.0, 1.0);
    result.label.extra = kept(shape, {"label"});
    file.labels.push_back(std::move(result));
}

QByteArray pointsText(const Box &box, LabelmeDialect dialect)
{
    const QByteArray left = jsonNumber(box.left);
    const QByteArray top = jsonNumber(box.top);
    const QByteArray right = jsonNumber(box.right);
    const QByteArray bottom = jsonNumber(box.bottom);
    if (dialect == LabelmeDialect::Labelme)
        return "[[" + left + ',' + top + "],[" + right + ',' + bottom + "]]";
    return "[[" + left + ',' + top + "],[" + right + ',' + top + "],[" + right + ',' + bottom + "],[" + left + ',' +
           bottom + "]]";
}

/// The kept value of a key, else what the program writes by itself.
QByteArray keptOr(QByteArrayView kept, const char *plain)
{
    return kept.isEmpty() ? QByteArray(plain) : kept.toByteArray();
}

/// The shape as it was where its box is still the one that it gave, else a rectangle.
void appendShape(QByteArray &text, const FormatLabel &label, const QString &name, LabelmeDialect dialect)
{
    const bool isLabelme = dialect == LabelmeDialect::Labelme;
    const KeptMembers old(label.extra, kKey);
    const std::optional<Points> points = pointsOf(old.value("points"));
    const bool isSame = points && boundsOf(*points, typeOf(old.members())) == label.box;
    JsonObjectText shape(text);
    shape.key("label").append(jsonString(name));
    if (!isLabelme)
        shape.key("score").append("null"); // a person has said that it is right
    shape.key("points").append(isSame ? old.value("points").toByteArray() : pointsText(label.box, dialect));
    shape.key("group_id").append(keptOr(old.value("group_id"), "null"));
    if (!isLabelme)
        shape.key("description").append(keptOr(old.value("description"), "\"\""));
    const QByteArrayView type = isSame ? old.value("shape_type") : QByteArrayView();
    shape.key("shape_type").append(keptOr(type, isSame ? "\"polygon\"" : "\"rectangle\"")); // no type is a polygon
    shape.key("flags").append(keptOr(old.value("flags"), "{}"));
    const bool isDifficult = label.flags.testFlag(LabelFlag::Difficult);
    if (isDifficult || !isLabelme || !old.value("difficult").isEmpty())
        shape.key("difficult").append(isDifficult ? "true" : "false");
    if (!isLabelme) {
        shape.key("attributes").append(keptOr(old.value("attributes"), "{}"));
        shape.key("kie_linking").append(keptOr(old.value("kie_linking"), "[]"));
    }
    const auto unlessLabelme = [isLabelme](const char *key) { return QByteArrayView(isLabelme ? "" : key); };
    shape.appendRest(old.members(),
                     {"label", "points", "group_id", "shape_type", "flags", "difficult",
                      QByteArrayView(isSame ? "" : "mask"), unlessLabelme("score"), unlessLabelme("description"),
                      unlessLabelme("attributes"), unlessLabelme("kie_linking")});
    shape.close();
}

/// Keys that X-AnyLabeling gives every shape and labelme none.
bool isXAnyLabeling(const JsonMembers &shape)
{
    return !shape.value("kie_linking").isEmpty() ||
           (!shape.value("score").isEmpty() && !shape.value("difficult").isEmpty());
}

} // namespace

Result<LabelmeFile> parseLabelmeFile(const QByteArray &json)
{
    JsonCursor cursor(json);
    if (cursor.kind() != JsonCursor::Kind::Object)
        return failure(Text::tr("this is not a JSON object"));
    const JsonMembers members(cursor);
    if (!cursor.isAtEnd()) {
        if (cursor.isTooDeep())
            return failure(Text::tr("the JSON is nested deeper than %1 levels").arg(JsonCursor::kMaxDepth));
        const auto line = std::count(json.begin(), json.begin() + cursor.position(), '\n') + 1;
        return failure(Text::tr("line %1 is not valid JSON").arg(line));
    }
    if (!members.value("shapes").startsWith('['))
        return failure(Text::tr("\"shapes\" is not a list: this is no labelme file"));
    LabelmeFile file;
    file.image.source = members.text("imagePath").value_or(QString());
    const double width = members.number("imageWidth").value_or(0);
    const double height = members.number("imageHeight").value_or(0);
    if (width >= 1 && height >= 1 && width <= kMaxCoordinate && height <= kMaxCoordinate)
        file.image.size = {static_cast<int>(width), static_cast<int>(height)};
    JsonCursor shapes(members.value("shapes"));
    shapes.enterArray();
    for (qsizetype i = 0; shapes.nextElement(); ++i) {
        const JsonMembers shape(shapes.skip());
        if (isXAnyLabeling(shape))
            file.dialect = LabelmeDialect::XAnyLabeling;
        takeShape(shape, i, file);
    }
    // The image itself may be inside as base64: never kept, the file beside it is the same.
    file.image.extra = kept(members, {"shapes", "imagePath", "imageData", "imageHeight", "imageWidth"});
    return file;
}

QByteArray labelmeFile(const FormatImage &image, const QString &imagePath, const QStringList &classes,
                       LabelmeDialect dialect)
{
    const KeptMembers old(image.extra, kKey);
    QByteArray text;
    JsonObjectText file(text);
    // A version that each program takes for its own.
    const bool isLabelme = dialect == LabelmeDialect::Labelme;
    file.key("version").append(keptOr(old.value("version"), isLabelme ? "\"5.0.1\"" : "\"2.4.0\""));
    file.key("flags").append(keptOr(old.value("flags"), "{}"));
    QByteArray &list = file.key("shapes").append('[');
    for (std::size_t i = 0; i < image.labels.size(); ++i) {
        list += i > 0 ? ",\n" : "\n";
        appendShape(list, image.labels[i], classes.value(image.labels[i].classIndex), dialect);
    }
    list += "]";
    file.key("imagePath").append(jsonString(imagePath));
    file.key("imageData").append("null");
    file.key("imageHeight").append(QByteArray::number(image.size.height()));
    file.key("imageWidth").append(QByteArray::number(image.size.width()));
    file.appendRest(old.members(),
                    {"version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth"});
    file.close();
    return text + '\n';
}

} // namespace boxwright
