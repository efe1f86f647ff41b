// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// "CVAT for images", version 1.1 (docs.cvat.ai/docs/manual/advanced/formats/format-cvat): one XML file for all images,
/// read as a stream. Reads that file, or the one in a folder. Classes come in the order of its labels, and what those
/// are made of comes back with them; the split is told by the attribute subset. Turned boxes, polygons and other shapes
/// become their bounds, with a note; they come back as they were, with attributes and order, as long as their box is
/// unchanged. "CVAT for video" is refused. Writes annotations.xml, with copyImages the images in images/.
class CvatFormat : public DatasetFormat
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
