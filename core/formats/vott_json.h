// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_members.h"
#include "core/base/result.h"
#include "core/formats/dataset_format.h"

namespace boxwright {

// One asset of VoTT (github.com/microsoft/VoTT, src/models/applicationState.ts), as plain values.

/// A label with the name of its class.
struct VottLabel
{
    QString name;
    FormatLabel label; ///< classIndex is not set
};

/// An image with its regions.
struct VottAsset
{
    FormatImage image; ///< without labels; source is the asset's path
    std::vector<VottLabel> labels;
    QList<FormatNote> problems; ///< of single regions
};

/// Fails where the value names no image. A region with several tags becomes as many labels.
Result<VottAsset> parseVottAsset(const JsonMembers &members);

/// The asset's text. `file` is how the image is spelled.
QByteArray vottAsset(const FormatImage &image, const QString &file, const QStringList &classes);

/// The id that an asset came with, as raw JSON; a new one, made from the spelling, where there is none.
QByteArray vottAssetId(const FormatImage &image, const QString &file);

} // namespace boxwright
