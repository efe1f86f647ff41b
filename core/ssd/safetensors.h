// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <torch/torch.h>

#include <QMap>
#include <QString>

namespace boxwright::ssd {

/// Tensors of a weight file by name.
using NamedTensors = QMap<QString, torch::Tensor>;

/// Reads a safetensors file (facts, weights.md: u64 length, JSON header, raw little-endian data). Every entry is
/// checked before anything of its size is allocated: element types F64 F32 F16 BF16 I64 I32 I16 I8 U8 BOOL, shapes
/// whose bytes equal their data_offsets, offsets inside the file that do not overlap, names that come once. The tensors
/// own copies of their data.
Result<NamedTensors> readSafetensors(const QString &file);

/// The same with the texts of its __metadata__.
struct SafetensorsFile
{
    NamedTensors tensors;
    QMap<QString, QString> metadata;
};
Result<SafetensorsFile> readSafetensorsFile(const QString &file);

/// Writes the tensors (CPU, of the element types above) whole or not at all, with `metadata` as __metadata__.
Result<> writeSafetensors(const QString &file, const NamedTensors &tensors, const QMap<QString, QString> &metadata);

} // namespace boxwright::ssd
