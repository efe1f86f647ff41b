// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/image_record.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageRecordData)
};

constexpr qsizetype kHeaderBytes = 24;
constexpr qsizetype kFloatBytes = sizeof(float);

// Sanity, far above any real file: im2rec's widest known header has 4 values.
constexpr float kMaxHeaderWidth = 1000;
constexpr float kMaxObjectWidth = 1000;

bool isWidth(float value, float atLeast, float atMost)
{
    return value >= atLeast && value <= atMost && value == static_cast<float>(static_cast<int>(value));
}

} // namespace

Result<ImageRecordData> unpackImageRecord(const QByteArray &payload, const QString &name)
{
    if (payload.size() < kHeaderBytes)
        return failure(
            Text::tr("%1 is no image record: it has %2 bytes, the header alone has 24").arg(name).arg(payload.size()));
    const char *bytes = payload.constData();
    const qint64 labelCount = qFromLittleEndian<quint32>(bytes);
    if (labelCount > (payload.size() - kHeaderBytes) / kFloatBytes)
        return failure(Text::tr("%1 is no image record: it claims %2 label values in %3 bytes")
                           .arg(name)
                           .arg(labelCount)
                           .arg(payload.size()));
    ImageRecordData data;
    data.label = qFromLittleEndian<float>(bytes + 4);
    data.id = qFromLittleEndian<quint64>(bytes + 8);
    data.id2 = qFromLittleEndian<quint64>(bytes + 16);
    data.labels.resize(labelCount);
    if (labelCount > 0) // a vector without values may have no memory at all
        qFromLittleEndian<float>(bytes + kHeaderBytes, labelCount, data.labels.data());
    data.image = payload.mid(kHeaderBytes + labelCount * kFloatBytes);
    return data;
}

QByteArray packImageRecord(const ImageRecordData &data)
{
    const auto labelCount = static_cast<qsizetype>(data.labels.size());
    QByteArray payload;
    payload.reserve(kHeaderBytes + labelCount * kFloatBytes + data.image.size());
    payload.resize(kHeaderBytes + labelCount * kFloatBytes);
    char *bytes = payload.data();
    qToLittleEndian(static_cast<quint32>(labelCount), bytes);
    qToLittleEndian(data.label, bytes + 4);
    qToLittleEndian(data.id, bytes + 8);
    qToLittleEndian(data.id2, bytes + 16);
    if (labelCount > 0)
        qToLittleEndian<float>(data.labels.data(), labelCount, bytes + kHeaderBytes);
    return payload.append(data.image);
}

std::span<const float> DetectionLabels::object(qsizetype index) const
{
    return std::span(objects).subspan(index * objectWidth, objectWidth);
}

Result<DetectionLabels> parseDetectionLabels(std::span<const float> values, const QString &name)
{
    if (values.size() < 2)
        return failure(Text::tr("%1 has %n label value(s), a detection label has at least 2", nullptr,
                                static_cast<int>(values.size()))
                           .arg(name));
    if (!isWidth(values[0], 2, kMaxHeaderWidth) || values[0] > static_cast<float>(values.size()))
        return failure(Text::tr("%1: the label's header width is %2 in a label of %3 values")
                           .arg(name)
                           .arg(static_cast<double>(values[0]))
                           .arg(values.size()));
    if (!isWidth(values[1], 5, kMaxObjectWidth))
        return failure(Text::tr("%1: the label's object width is %2, it must be a whole number of at least 5")
                           .arg(name)
                           .arg(static_cast<double>(values[1])));
    DetectionLabels labels;
    labels.objectWidth = static_cast<int>(values[1]);
    const auto header = values.first(static_cast<size_t>(values[0]));
    labels.headerExtra.assign(header.begin() + 2, header.end());
    auto rest = values.subspan(header.size());
    const auto width = static_cast<size_t>(labels.objectWidth);
    while (rest.size() >= width && rest[0] != -1) {
        labels.objects.insert(labels.objects.end(), rest.begin(), rest.begin() + labels.objectWidth);
        rest = rest.subspan(width);
    }
    if (!rest.empty() && rest[0] != -1)
        return failure(Text::tr("%1: %2 label values are left after %3 objects of %4 values")
                           .arg(name)
                           .arg(rest.size())
                           .arg(labels.objectCount())
                           .arg(labels.objectWidth));
    labels.padding = static_cast<qsizetype>(rest.size());
    return labels;
}

std::vector<float> toLabelVector(const DetectionLabels &labels)
{
    std::vector<float> values{static_cast<float>(2 + labels.headerExtra.size()),
                              static_cast<float>(labels.objectWidth)};
    values.insert(values.end(), labels.headerExtra.begin(), labels.headerExtra.end());
    values.insert(values.end(), labels.objects.begin(), labels.objects.end());
    values.insert(values.end(), std::max<qsizetype>(labels.padding, 0), -1.0f);
    return values;
}

} // namespace boxwright
