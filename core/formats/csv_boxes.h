// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/csv_groups.h"
#include "core/formats/image_locator.h"
#include "core/formats/reading.h"

namespace boxwright {

/// Whether a table has the columns that CsvFormat must have.
bool isBoxTable(const CsvHeader &header);

/// Tables of that kind: the file itself, or those of the folder, in natural order.
QStringList boxTables(const QString &from);

/// Reads one table of boxes, whose columns CsvFormat tells, into a reading. Lives on the stack of a format's read().
class CsvBoxes
{
public:
    /// Images without a split of their own get `split`.
    CsvBoxes(const QString &path, const ImageLocator &locator, Reading &reading, Split split);

    Result<> read();

private:
    /// Places of the columns; -1 for one that is not there.
    struct Columns
    {
        int image = -1;
        int name = -1;
        int corners[4] = {-1, -1, -1, -1};
        int width = -1;
        int height = -1;
        int split = -1;
        int state = -1;
        int confidence = -1;
        int flags[4] = {-1, -1, -1, -1};
    };
    [[nodiscard]] static Columns columnsOf(const CsvHeader &header);

    void noteOtherColumns(const CsvHeader &header);
    FormatImage imageOf(const CsvRow &row) const;
    void takeLabel(const CsvRow &row, FormatImage &image);

    const QString m_path;
    const QString m_name;
    const ImageLocator &m_locator;
    Reading &m_reading;
    const Split m_split;
    Columns m_columns;
};

} // namespace boxwright
