// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/csv_groups.h"
#include "core/formats/dataset_format.h"

namespace boxwright {

// One record of a table of boxes of Open Images, as plain values.

/// The columns of such a table, as version 6 has them.
const QStringList &openImagesColumns();

/// Whether a table has the columns that a box must have.
bool isOpenImagesTable(const CsvHeader &header);

/// The label of a record, without its class. Fails with what is wrong.
Result<FormatLabel> openImagesLabel(const CsvRow &row, const CsvHeader &header, QSize size);

/// The id of the class that a label came with ("/m/01g317"); empty where it did not come from this format.
QString openImagesClassId(const FormatLabel &label);

/// The record of a label, in the order of openImagesColumns(). Columns that the label came with come back, corners as
/// they were spelled where the box is still the one that they gave.
QByteArray openImagesRecord(const FormatLabel &label, const QString &imageId, const QString &classId, QSize size);

} // namespace boxwright
