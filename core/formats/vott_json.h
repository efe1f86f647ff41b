// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_members.h"
#include "core/formats/image_entry.h"

namespace boxwright {

// One asset of VoTT (github.com/microsoft/VoTT, src/models/applicationState.ts), as plain values.

/// The asset with its regions; its source is the asset's path. Fails where the value names no image. A region with
/// several tags becomes as many labels.
Result<ImageEntry> parseVottAsset(const JsonMembers &members);

/// The asset's text. `file` is how the image is spelled.
QByteArray vottAsset(const FormatImage &image, const QString &file, const QStringList &classes);

/// The id that an asset came with, as raw JSON; a new one, made from the spelling, where there is none.
QByteArray vottAssetId(const FormatImage &image, const QString &file);

} // namespace boxwright
