// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/kitti_line.h"

#include "core/base/json_members.h"
#include "core/base/utf8_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiLine)
};

constexpr double kMaxCoordinate = 1e7;  ///< pixels
constexpr QByteArrayView kKey("kitti"); ///< in `extra`: {"columns": "truncated occluded ... rotation"}
constexpr qsizetype kColumns = 15;
constexpr qsizetype kFirstCorner = 4;
constexpr qsizetype kMaxLine = 4096;

/// What the development kit says of a column that is not known, by its place behind the type: no angle, no size, no
/// place in space.
const QList<QByteArray> &unknownColumns()
{
    static const QList<QByteArray> columns{"0.00", "0",  "-10", "",      "",      "",      "",
                                           "-1",   "-1", "-1",  "-1000", "-1000", "-1000", "-10"};
    return columns;
}

QList<QByteArray> columnsOf(QByteArrayView line)
{
    return line.size() <= kMaxLine ? line.toByteArray().simplified().split(' ') : QList<QByteArray>();
}

std::optional<Box> boxOf(const QList<QByteArray> &columns, qsizetype first)
{
    double numbers[4];
    for (qsizetype i = 0; i < 4; ++i) {
        bool isNumber = false;
        numbers[i] = columns.value(first + i).toDouble(&isNumber);
        if (!isNumber || !(std::abs(numbers[i]) <= kMaxCoordinate))
            return std::nullopt;
    }
    return Box{numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace

bool isKittiLine(QByteArrayView line)
{
    const QList<QByteArray> columns = columnsOf(line);
    if (columns.size() != kColumns && columns.size() != kColumns + 1)
        return false;
    bool isNumber = false;
    columns[0].toDouble(&isNumber);
    return !isNumber && boxOf(columns, kFirstCorner);
}

Result<KittiLine> parseKittiLine(QByteArrayView line)
{
    const QList<QByteArray> columns = columnsOf(line);
    if (columns.size() != kColumns && columns.size() != kColumns + 1)
        return failure(Text::tr("%1 columns, where KITTI has 15, or 16 with a score").arg(columns.size()));
    const std::optional<Box> box = boxOf(columns, kFirstCorner);
    if (!box)
        return failure(
            Text::tr("corners are %1").arg(QString::fromUtf8(columns.mid(kFirstCorner, 4).join(' ')).left(80)));
    KittiLine result;
    result.type = utf8Text(columns[0]);
    result.label.box = *box;
    // Truncated is a share of the object, occluded a grade; both are negative where nobody knows.
    result.label.flags.setFlag(LabelFlag::Truncated, columns[1].toDouble() > 0);
    const int occluded = columns[2].toInt();
    result.label.flags.setFlag(LabelFlag::Occluded, occluded == 1 || occluded == 2);
    if (columns.size() > kColumns) {
        result.label.isSuggestion = true; // only results of detectors have a score
        result.label.confidence = std::clamp(columns.last().toDouble(), 0.0, 1.0);
    }
    result.label.extra = QStringLiteral("{\"kitti\":{\"columns\":") +
                         QString::fromUtf8(jsonString(QString::fromUtf8(columns.mid(1, kColumns - 1).join(' ')))) +
                         QStringLiteral("}}");
    return result;
}

QByteArray kittiLine(const FormatLabel &label, const QString &type)
{
    QList<QByteArray> columns = unknownColumns();
    const KeptMembers kept(label.extra, kKey);
    const QList<QByteArray> old = columnsOf(kept.text("columns").value_or(QString()).toUtf8());
    if (old.size() == columns.size())
        columns = old;
    constexpr qsizetype kFirst = kFirstCorner - 1;
    if (boxOf(columns, kFirst) != label.box) {
        const double corners[] = {label.box.left, label.box.top, label.box.right, label.box.bottom};
        for (qsizetype i = 0; i < 4; ++i)
            columns[kFirst + i] = jsonNumber(corners[i]);
    }
    const bool isTruncated = label.flags.testFlag(LabelFlag::Truncated);
    if ((columns[0].toDouble() > 0) != isTruncated)
        columns[0] = isTruncated ? "1.00" : "0.00";
    const bool isOccluded = label.flags.testFlag(LabelFlag::Occluded);
    if ((columns[1].toInt() == 1 || columns[1].toInt() == 2) != isOccluded)
        columns[1] = isOccluded ? "1" : "0";
    return type.toUtf8() + ' ' + columns.join(' ');
}

} // namespace boxwright
