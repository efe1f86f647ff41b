// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/class_choice.h"
#include "core/formats/export_dataset.h"

namespace boxwright {

/// From one format's files to another's, without a project.
struct ConvertRequest
{
    const DatasetFormat *from = nullptr;
    ReadOptions read;
    ClassChoice classes;
    const DatasetFormat *to = nullptr;
    WriteOptions write;
};

/// Converts as a safe act: reads the source once to know its classes and what will be lost, streams it into a staging
/// folder, reads that back and compares sums (see ExportTally), and renames it into place (as exportDataset() does).
/// Memory does not grow with the data set, beyond what the two formats need of their own. The report's notes are those
/// of reading, of losses and of writing.
Result<ExportReport> convertDataset(const ConvertRequest &request);

} // namespace boxwright
