// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// A table of boxes as CSV (RFC 4180, UTF-8), one record for each label. The first line names the columns, which may
/// come in any order:
///     image                      path or file name; also: filename, file, path
///     class                      also: label, name
///     left, top, right, bottom   pixels, 0 0 is the image's top left corner, right and bottom exclusive; also: xmin,
///                                ymin, xmax, ymax
/// and where they are there
///     width, height              of the image
///     split                      train, val, test
///     state                      reviewed, empty; nothing: nobody has looked
///     difficult, occluded, truncated, crowd     1 or 0
///     confidence                 0..1
/// An image without labels is one record whose class is empty. Classes are numbered by their first appearance, after
/// those of labels.txt (one a line) beside the table. Reads a file, or every *.csv of that kind in a folder.
/// Writes labels.csv and labels.txt, with copyImages the images in images/.
class CsvFormat : public DatasetFormat
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
