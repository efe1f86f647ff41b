// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// Apple Create ML's object detection: a JSON list of images with boxes by their centre, in pixels
/// (developer.apple.com/documentation/createml/building-an-object-detector-data-source).
/// Reads a file, or every *.json of that kind in a folder and in the folders in it (Roboflow: one for each split).
/// Classes are numbered by their first appearance. Further keys come back.
/// Writes SPLIT/_annotations.createml.json, with copyImages the images beside it.
class CreateMlFormat : public DatasetFormat
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
