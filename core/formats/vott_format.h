// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// VoTT, Microsoft's Visual Object Tagging Tool (github.com/microsoft/VoTT): its JSON export, the assets of a project
/// (*-asset.json), and its CSV export. Reads a file, or every one of that kind in a folder; the split is told from the
/// file's name. Classes have the order of "tags", else of their first appearance. A region with several tags becomes as
/// many labels; further keys come back.
/// Writes JSON exports, SPLIT-export.json (vott-export.json for images of no split), with copyImages the images beside
/// them.
class VottFormat : public DatasetFormat
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
