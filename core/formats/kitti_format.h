// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// KITTI's object labels (cvlibs.net/datasets/kitti): a text file for each image, in label_2 beside image_2, or in any
/// folder. Its corners are pixels from the image's top left, taken as they are. The split is told from the folders'
/// names. Columns of the third dimension come back, as do regions marked DontCare, which are no labels. Lines with a
/// score are a detector's: they become suggestions.
/// Classes come in the order of classes.txt where there is one, else of their first appearance; a name with spaces is
/// written with '_' and told by that list.
/// Writes training, validation and testing (images of no split: into the export's own folder), each with label_2 and,
/// with copyImages, image_2, and classes.txt.
class KittiFormat : public DatasetFormat
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
