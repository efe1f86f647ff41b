// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// YOLO's text labels in the layouts of Ultralytics (data.yaml), Darknet (obj.data, obj.names, lists of images) and of
/// folders alone (see YoloLayout). Numbers are shares of the image: an image whose file is not there has no size, and
/// its labels cannot be placed. An empty label file is an image that was confirmed to be empty; an image without one
/// has not been looked at. Class indexes are the file's numbers.
/// Writes data.yaml for Ultralytics and obj.data, obj.names for Darknet over one set of labels and lists of images:
/// labels/SPLIT and SPLIT.txt, with copyImages also images/SPLIT. Images of no split count as train.
class YoloFormat : public DatasetFormat
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
