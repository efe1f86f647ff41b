// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// MXNet's RecordIO, SageMaker's content type application/x-recordio: images and boxes packed into .rec files.
/// Reads a .rec file, or every one below a folder (its name or folder tells the split), with or without .idx and .lst.
/// Class names are the lines of classes.txt beside it, else "class-0", "class-1"; indexes are the file's numbers.
/// Images are taken out into `imageFolder` (see RecordImages), byte for byte.
/// Writes train.rec, validation.rec and test.rec (images of no split count as train), each with .idx and .lst, and
/// classes.txt; what im2rec --pack-label --pass-through would pack from the .lst. With copyImages the files of the list
/// come along in images/.
class RecordIoFormat : public DatasetFormat
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
