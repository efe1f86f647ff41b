// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/csv_groups.h"
#include "core/formats/image_locator.h"
#include "core/formats/reading.h"

#include <unordered_set>

namespace boxwright {

/// The tables of a data set of Open Images.
struct OpenImagesTables
{
    QString folder;
    QStringList boxes;
    QStringList images;
    QStringList classes;

    [[nodiscard]] bool isEmpty() const { return boxes.isEmpty() && images.isEmpty(); }
};

/// At a file (a table of boxes) or below a folder, in natural order.
OpenImagesTables findOpenImagesTables(const QString &from);

/// Reads such tables into a reading. Lives on the stack of OpenImagesFormat::read().
class OpenImagesReader
{
public:
    OpenImagesReader(const OpenImagesTables &tables, const ReadOptions &options, Reading &reading);

    Result<> read();

private:
    void readClasses(const QString &path);
    Result<> readBoxes(const QString &path);
    Result<> readImages(const QString &path);
    /// The image of that id, with its size; nullopt (noted) where nobody knows it.
    std::optional<FormatImage> imageOf(const QString &id, Split split);
    void takeLabel(const CsvRow &row, const CsvGroups &table, FormatImage &image);
    [[nodiscard]] QString where(const CsvRow &row) const;

    const OpenImagesTables &m_tables;
    const ReadOptions &m_options;
    const ImageLocator m_locator;
    Reading &m_reading;
    QString m_name;                         ///< of the table that is being read
    QHash<QString, QString> m_classNames;   ///< by their ids
    std::unordered_set<std::size_t> m_seen; ///< hashes of ids, as CsvGroups has them
};

} // namespace boxwright
