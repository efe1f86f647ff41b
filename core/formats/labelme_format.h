// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// labelme's JSON, one file beside each image. Reads a file, or all below a folder; a folder's name may tell the split.
/// Classes come in the order of labels.txt where there is one, else of their first appearance. Polygons, circles and
/// other shapes become their bounds, with a note; they come back as they were, as long as their box is unchanged.
/// Writes a JSON file for each image, in a folder for each split, and labels.txt; with copyImages the images beside.
class LabelmeFormat : public DatasetFormat
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
