// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace boxwright {

/// The payload of a record that holds an image, as MXNet's im2rec packs it (python/mxnet/recordio.py, 'IfQQ'):
///   u32 flag | f32 label | u64 id | u64 id2 | flag x f32 labels | image file
/// A plain value.
struct ImageRecordData
{
    quint64 id = 0;
    quint64 id2 = 0;
    float label = 0;           ///< of the fixed header; the only label where `labels` is empty
    std::vector<float> labels; ///< of detection: see DetectionLabels
    QByteArray image;          ///< the encoded file (JPEG, PNG), byte for byte
};

/// Takes a payload apart. `name` stands in messages. The image is a copy.
Result<ImageRecordData> unpackImageRecord(const QByteArray &payload, const QString &name);

/// Puts a payload together.
QByteArray packImageRecord(const ImageRecordData &data);

/// The label vector of a detection record (MXNet src/io/iter_image_det_recordio.cc):
///   A, B, A - 2 more header values, then objects of B values: class, left, top, right, bottom, more
/// Corners are 0..1 of the image's width and height, classes count from 0.
struct DetectionLabels
{
    int objectWidth = 5;            ///< B, at least 5
    std::vector<float> headerExtra; ///< A - 2 values
    std::vector<float> objects;     ///< objectWidth values per object, without padding
    qsizetype padding = 0;          ///< values -1 that followed the objects

    [[nodiscard]] qsizetype objectCount() const { return qsizetype(objects.size()) / objectWidth; }
    [[nodiscard]] std::span<const float> object(qsizetype index) const;
    /// Values without padding: the least label_width that holds this image.
    [[nodiscard]] qsizetype width() const { return 2 + qsizetype(headerExtra.size() + objects.size()); }
};

/// Reads a label vector; objects end at the first whose class is -1, as MXNet's target operator has it.
Result<DetectionLabels> parseDetectionLabels(std::span<const float> values, const QString &name);

/// The label vector, with `padding` values -1 at its end.
std::vector<float> toLabelVector(const DetectionLabels &labels);

} // namespace boxwright
