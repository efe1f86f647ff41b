// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/openimages_box.h"

#include "core/base/json_members.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenImagesBox)
};

constexpr double kMaxShare = 1000;           ///< of a corner; real ones are 0..1
constexpr QByteArrayView kKey("openimages"); ///< in `extra`: the record's other columns as texts

/// Places in openImagesColumns().
enum Column
{
    kImageId,
    kSource,
    kLabelName,
    kConfidence,
    kXMin,
    kXMax,
    kYMin,
    kYMax,
    kIsOccluded,
    kIsTruncated,
    kIsGroupOf,
    kIsDepiction,
    kIsInside
};

struct FlagColumn
{
    Column column;
    LabelFlag flag;
};

constexpr FlagColumn kFlags[] = {
    {kIsOccluded, LabelFlag::Occluded}, {kIsTruncated, LabelFlag::Truncated}, {kIsGroupOf, LabelFlag::Crowd}};

/// By its texts; nullopt where one is no number of a usable size.
std::optional<Box> boxOf(const QStringList &values, QSize size)
{
    double shares[4];
    for (int i = 0; i < 4; ++i) {
        bool isNumber = false;
        shares[i] = values.value(kXMin + i).toDouble(&isNumber);
        if (!isNumber || !(std::abs(shares[i]) <= kMaxShare))
            return std::nullopt;
    }
    return Box{shares[0] * size.width(), shares[2] * size.height(), shares[1] * size.width(),
               shares[3] * size.height()};
}

/// The record in the order of openImagesColumns(), whatever the table's is.
QStringList inOrder(const CsvRow &row, const CsvHeader &header)
{
    QStringList values;
    for (const QString &name : openImagesColumns())
        values.append(row.value(header.column({name.toLower()})).left(200));
    return values;
}

QString share(double corner, int length)
{
    return QString::fromLatin1(jsonNumber(corner / length));
}

} // namespace

const QStringList &openImagesColumns()
{
    static const QStringList names =
        QStringLiteral("ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,"
                       "IsDepiction,IsInside")
            .split(u',');
    return names;
}

bool isOpenImagesTable(const CsvHeader &header)
{
    const auto has = [&header](Column column) { return header.column({openImagesColumns()[column].toLower()}) >= 0; };
    return has(kImageId) && has(kLabelName) && has(kXMin) && has(kXMax) && has(kYMin) && has(kYMax);
}

Result<FormatLabel> openImagesLabel(const CsvRow &row, const CsvHeader &header, QSize size)
{
    const QStringList values = inOrder(row, header);
    const std::optional<Box> box = boxOf(values, size);
    if (!box)
        return failure(Text::tr("corners are %1").arg(values.mid(kXMin, 4).join(u' ').left(120)));
    FormatLabel label;
    label.box = *box;
    for (const FlagColumn &item : kFlags)
        label.flags.setFlag(item.flag, values[item.column] == QLatin1String("1"));
    bool isNumber = false;
    const double confidence = values[kConfidence].toDouble(&isNumber);
    if (isNumber && confidence >= 0 && confidence < 1) // 1 says only that a person has drawn the box
        label.confidence = confidence;
    QByteArray extra("{\"openimages\":");
    JsonObjectText object(extra);
    for (int i = kSource; i < values.size(); ++i)
        object.key(openImagesColumns()[i].toLatin1()).append(jsonString(values[i]));
    object.close();
    label.extra = QString::fromUtf8(extra + '}');
    return label;
}

QString openImagesClassId(const FormatLabel &label)
{
    return KeptMembers(label.extra, kKey).text("LabelName").value_or(QString());
}

QByteArray openImagesRecord(const FormatLabel &label, const QString &imageId, const QString &classId, QSize size)
{
    static const QStringList plain =
        QStringLiteral(",xclick,,1,,,,,0,0,0,0,0").split(u','); // drawn by a person, nothing special
    const KeptMembers kept(label.extra, kKey);
    QStringList values = plain;
    for (int i = kSource; i < values.size(); ++i)
        values[i] = kept.text(openImagesColumns()[i].toLatin1()).value_or(values[i]);
    values[kImageId] = imageId;
    values[kLabelName] = classId;
    if (boxOf(values, size) != label.box) {
        values[kXMin] = share(label.box.left, size.width());
        values[kXMax] = share(label.box.right, size.width());
        values[kYMin] = share(label.box.top, size.height());
        values[kYMax] = share(label.box.bottom, size.height());
    }
    for (const FlagColumn &item : kFlags) {
        const bool isSet = label.flags.testFlag(item.flag);
        if ((values[item.column] == QLatin1String("1")) != isSet) // -1: nobody knows
            values[item.column] = isSet ? QStringLiteral("1") : QStringLiteral("0");
    }
    if (label.confidence >= 0 && values[kConfidence].toDouble() != label.confidence)
        values[kConfidence] = QString::fromLatin1(jsonNumber(label.confidence));
    return csvRecord(values);
}

} // namespace boxwright
