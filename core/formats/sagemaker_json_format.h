// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// The per-image JSON of SageMaker's object detection, content type image/jpeg or image/png.
/// Reads the channels train, train_annotation, validation, validation_annotation (and test, test_annotation), or a flat
/// folder of JSON files, or one file. Writes the channels; images of no split count as train, and those of split test
/// go into test and test_annotation, which SageMaker's training does not know. An image without labels is left out:
/// SageMaker skips it. "file" is the image's path below its channel.
class SagemakerJsonFormat : public DatasetFormat
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
