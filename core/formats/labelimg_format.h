// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// A folder as LabelImg leaves it (github.com/HumanSignal/labelImg): beside the images an XML file each (Pascal VOC) or
/// a text file each (YOLO), and classes.txt, which gives the classes their order. Reads either as VocFormat and
/// YoloFormat do. Writes the first kind, which says more: in a folder for each split the XML files, with copyImages the
/// images beside them; and classes.txt.
class LabelImgFormat : public DatasetFormat
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
