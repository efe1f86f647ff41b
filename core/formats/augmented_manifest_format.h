// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// Augmented manifests of SageMaker, as Ground Truth writes them: one JSON line per image.
/// Reads a file or every *.manifest of a folder; the split is told from the file's name. Writes train.manifest,
/// validation.manifest and test.manifest (images of no split count as train). Images that have no labels and that
/// nobody has confirmed to be empty are left out. "source-ref" is the S3 prefix with the image's path below the image
/// root, else the address that the image was imported with, else the image's path (relative below the image root);
/// with copyImages it is the copy's, "images/...".
class AugmentedManifestFormat : public DatasetFormat
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
