// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// COCO's object detection (https://cocodataset.org/#format-data): one JSON file per split.
/// Reads a file, a folder with annotations/*.json (of several kinds only the instances), or an export of Roboflow
/// (_annotations.coco.json in a folder per split). The split is told from the file's or the folder's name. Classes keep
/// the order of "categories"; ids may be anything, and come back. Boxes are x, y, width, height in pixels. Crowd
/// regions are labels with the flag Crowd; outlines ("segmentation"), areas and further keys come back as they were
/// spelled, as long as their box is unchanged. Outlines without a box become their bounds.
/// Writes annotations/instances_SPLIT.json, with copyImages also images/.
class CocoFormat : public DatasetFormat
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool canWrite() const override { return true; }
    [[nodiscard]] FormatAbilities abilities() const override;
    [[nodiscard]] bool recognizes(const QString &path) const override;
    Result<> read(const ReadOptions &options, FormatSink &sink) const override;
    Result<WriteSummary> write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const override;
};

} // namespace boxwright
