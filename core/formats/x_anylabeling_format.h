// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// X-AnyLabeling's JSON (github.com/CVHub520/X-AnyLabeling), one file beside each image: labelme's with more keys,
/// which come back. What has a score was drawn by a model: it becomes a suggestion. Turned boxes and other shapes
/// become their bounds, with a note. Classes and files are as LabelmeFormat has them.
class XAnyLabelingFormat : public DatasetFormat
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
