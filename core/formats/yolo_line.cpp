// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/yolo_line.h"

#include "core/base/json_members.h"
#include "core/formats/shape_bounds.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YoloLine)
};

constexpr double kMaxShare = 100; ///< a box may hang over the image; beyond this the numbers are pixels
constexpr double kMaxCoordinate = 1e7;
constexpr int kMaxClass = 9999;
constexpr qsizetype kMaxValues = 100'000;
constexpr qsizetype kDotaFields = 10;

struct Shape
{
    Box box;
    bool isBounds = false;
};

/// The box of a line's values (without the class): four or five numbers, key points after four, or a polygon.
std::optional<Shape> shapeOf(const std::vector<double> &values, QSize size, bool hasPoints)
{
    const double width = size.width();
    const double height = size.height();
    const bool isBox = values.size() == 4 || values.size() == 5 || (hasPoints && values.size() > 4);
    if (isBox) {
        const double halfWidth = values[2] / 2;
        const double halfHeight = values[3] / 2;
        return Shape{{(values[0] - halfWidth) * width, (values[1] - halfHeight) * height,
                      (values[0] + halfWidth) * width, (values[1] + halfHeight) * height},
                     false};
    }
    if (values.size() < 6 || values.size() % 2 != 0)
        return std::nullopt;
    ShapeBounds bounds;
    for (std::size_t i = 0; i < values.size(); i += 2)
        bounds.add(values[i] * width, values[i + 1] * height);
    return Shape{bounds.box(), true};
}

Result<std::vector<double>> numbersOf(const QList<QByteArray> &fields, double largest)
{
    std::vector<double> numbers;
    for (const QByteArray &field : fields) {
        bool isNumber = false;
        const double number = field.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number))
            return failure(Text::tr("\"%1\" is not a number").arg(QString::fromUtf8(field.left(40))));
        if (std::abs(number) > largest)
            return failure(Text::tr("%1 is not a share of the image, 0 to 1").arg(number));
        numbers.push_back(number);
    }
    return numbers;
}

Result<YoloLine> parseDota(const QList<QByteArray> &fields)
{
    const Result<std::vector<double>> numbers = numbersOf(fields.first(8), kMaxCoordinate);
    if (!numbers)
        return failure(numbers.error());
    ShapeBounds bounds;
    for (std::size_t i = 0; i < numbers->size(); i += 2)
        bounds.add((*numbers)[i], (*numbers)[i + 1]);
    YoloLine line;
    line.label.box = bounds.box();
    line.label.flags.setFlag(LabelFlag::Difficult, fields[9] != "0");
    line.className = yoloClassName(fields[8]);
    line.isShape = true;
    if (line.className.isEmpty())
        return failure(Text::tr("\"%1\" is not a class").arg(QString::fromUtf8(fields[8].left(40))));
    return line;
}

QByteArray sixDecimals(const Box &box, QSize size)
{
    const double values[] = {(box.left + box.right) / 2 / size.width(), (box.top + box.bottom) / 2 / size.height(),
                             box.width() / size.width(), box.height() / size.height()};
    QByteArray text;
    for (const double value : values)
        text += ' ' + QByteArray::number(value, 'f', 6);
    return text.sliced(1);
}

} // namespace

QString yoloClassName(const QByteArray &text)
{
    QString name = QString::fromUtf8(text);
    for (QChar &letter : name) {
        if (letter < u' ' || letter.isNonCharacter())
            letter = u' ';
    }
    return name.trimmed();
}

Result<YoloLine> parseYoloLine(const QByteArray &line, QSize size, bool hasPoints)
{
    const QByteArray plain = line.simplified();
    const QList<QByteArray> fields = plain.split(' ');
    if (fields.size() > kMaxValues)
        return failure(Text::tr("the line has %1 values").arg(fields.size()));
    bool isNumber = false;
    if (fields.size() == kDotaFields && (fields[8].toDouble(&isNumber), !isNumber))
        return parseDota(fields);
    const double number = fields[0].toDouble(&isNumber);
    if (!isNumber || number < 0 || number > kMaxClass || std::floor(number) != number)
        return failure(Text::tr("\"%1\" is not a class").arg(QString::fromUtf8(fields[0].left(40))));
    const Result<std::vector<double>> values = numbersOf(fields.sliced(1), kMaxShare);
    if (!values)
        return failure(values.error());
    const std::optional<Shape> shape = shapeOf(*values, size, hasPoints);
    if (!shape)
        return failure(Text::tr("the line has %1 values after its class; a box has 4").arg(values->size()));
    YoloLine result;
    result.label.classIndex = static_cast<int>(number);
    result.label.box = shape->box;
    result.isShape = shape->isBounds;
    if (values->size() == 5 && !hasPoints)
        result.label.confidence = std::clamp(values->back(), 0.0, 1.0);
    constexpr qsizetype kBoxFields = 4; // points are left out
    const QByteArray rest = hasPoints ? fields.mid(1, kBoxFields).join(' ') : plain.sliced(fields[0].size() + 1);
    if (rest != sixDecimals(shape->box, size))
        result.label.extra = QString::fromLatin1("{\"yolo\":{\"values\":\"" + rest + "\"}}");
    return result;
}

QByteArray yoloLine(const FormatLabel &label, QSize size)
{
    QByteArray values = sixDecimals(label.box, size);
    const KeptMembers kept(label.extra, "yolo");
    if (const std::optional<QString> text = kept.text("values")) {
        const QByteArray old = text->toLatin1();
        const Result<std::vector<double>> numbers = numbersOf(old.split(' '), kMaxShare);
        const std::optional<Shape> shape = numbers ? shapeOf(*numbers, size, /*hasPoints=*/false) : std::nullopt;
        if (shape && shape->box == label.box)
            values = old;
    }
    return QByteArray::number(label.classIndex) + ' ' + values;
}

} // namespace boxwright
