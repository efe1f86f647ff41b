// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/csv_cursor.h"
#include "core/formats/mapped_file.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace boxwright {

/// The header of a CSV file: which column a name stands for, letter case aside.
class CsvHeader
{
public:
    CsvHeader() = default;
    explicit CsvHeader(const QStringList &names);

    /// The first column with one of those names; -1 where there is none.
    [[nodiscard]] int column(const QStringList &names) const;
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    QStringList m_names; ///< lower case
};

/// A record of a CSV file.
struct CsvRow
{
    qint64 line = 0;
    QStringList fields;

    /// Empty where the record is shorter, or the column is -1.
    [[nodiscard]] QString value(int column) const { return fields.value(column); }
};

/// A CSV file whose records belong to images by the text of one column, looked through once and kept as places: an
/// image costs some 60 bytes, whatever is said of it, and its records may lie anywhere.
class CsvGroups
{
public:
    /// Asked now and then while the file is looked through; an error ends it.
    using Going = std::function<Result<>(qint64 done, qint64 total)>;

    /// `keyNames` are the names that the column may have. Fails where there is none, or a record is broken; the message
    /// names the file and the line.
    static Result<CsvGroups> open(const QString &path, const QStringList &keyNames, const Going &going = {});

    /// Of the file at `path`; empty where it has none.
    static CsvHeader headerOf(const QString &path);

    [[nodiscard]] const CsvHeader &header() const { return m_header; }
    /// Groups in the order in which they first appear.
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_starts.size()) - 1; }
    /// In file order.
    [[nodiscard]] std::vector<CsvRow> rowsOf(qsizetype group) const;
    [[nodiscard]] int keyColumn() const { return m_keyColumn; }

private:
    explicit CsvGroups(MappedFile file);

    /// Records of one group that follow each other.
    struct Run
    {
        qsizetype group = 0;
        qsizetype position = 0;
        qint64 line = 0; ///< of that position
        qsizetype count = 0;
    };
    Result<> build(const QString &name, const QStringList &keyNames, const Going &going);

    MappedFile m_file;
    CsvHeader m_header;
    int m_keyColumn = -1;
    std::vector<Run> m_runs;           ///< those of one group together
    std::vector<std::size_t> m_starts; ///< group -> first of its runs; one more at the end
};

} // namespace boxwright
