// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// Pascal VOC annotations (VOC development kit, section "Annotation file format").
/// Reads a data set folder (Annotations, JPEGImages, ImageSets/Main), a folder of XML files with their images beside
/// them, or one file. Splits come from ImageSets/Main/{train,val,test}.txt (trainval.txt counts as train where a name
/// is in no other), without them from folders named train, val, valid, validation or test. Classes are numbered by
/// their first appearance, files in natural order. Corners are 1-based and inclusive in the file and become xmin-1,
/// ymin-1, xmax, ymax; a corner below 1, which only files of other habits have, counts as 1 and comes back as it was.
/// A labelmap.txt or classes.txt beside Annotations gives the classes their order.
/// Writes Annotations, ImageSets/Main, labelmap.txt, with copyImages also JPEGImages; corners between pixels have
/// decimals. An image that was confirmed to be empty has labelImg's mark verified="yes".
class VocFormat : public DatasetFormat
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
