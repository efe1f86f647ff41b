// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

#include <memory>

namespace boxwright {

/// Every format, in the order in which people see them. A new format is one line in format_registry.cpp.
const std::vector<std::unique_ptr<DatasetFormat>> &datasetFormats();

/// nullptr where no format has that id.
const DatasetFormat *datasetFormat(const QString &id);

/// The first format that recognizes the path, nullptr for none.
const DatasetFormat *recognizeFormat(const QString &path);

/// The same; where there is none, fails with what the file or folder is instead, as far as that is known.
Result<const DatasetFormat *> formatOf(const QString &path);

} // namespace boxwright
