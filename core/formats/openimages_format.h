// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// Open Images (storage.googleapis.com/openimages/web/factsfigures.html), versions 4 to 7: tables of boxes
/// (*-annotations-bbox.csv) and of images (*-images-with-rotation.csv), and class-descriptions*.csv, anywhere below the
/// folder; or one table of boxes. Corners are shares of the image: its file must be there. The split is told from a
/// table's name, or its column Subset. Classes come in the order of their descriptions. Labels of whole images, masks
/// and relationships are no boxes and are not read. All columns of a box come back.
/// Writes annotations/SPLIT-annotations-bbox.csv, annotations/SPLIT-images-with-rotation.csv ("all" for images of no
/// split) and annotations/class-descriptions-boxable.csv, with copyImages the images in images/SPLIT.
class OpenImagesFormat : public DatasetFormat
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
