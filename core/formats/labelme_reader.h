// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image_locator.h"
#include "core/formats/labelme_json.h"
#include "core/formats/reading.h"

namespace boxwright {

// What the formats of labelme and of X-AnyLabeling share: folders of JSON files, one beside each image.

/// The dialect of the first files there; nullopt where none is of either program.
std::optional<LabelmeDialect> labelmeDialectAt(const QString &path);

/// Reads such files into a reading. Belongs to one read().
class LabelmeReader
{
public:
    LabelmeReader(const ReadOptions &options, LabelmeDialect dialect, Reading &reading);

    Result<> read();

private:
    Result<> readFileAt(const QString &path);
    void place(FormatImage &image, const QString &name);

    const ReadOptions &m_options;
    const QString m_folder;
    const LabelmeDialect m_dialect;
    const ImageLocator m_locator;
    Reading &m_reading;
    int m_bad = 0;
};

/// Writes such files, in a folder for each split, and the list of classes.
Result<WriteSummary> writeLabelmeFiles(const WriteOptions &options, LabelmeDialect dialect, FormatSource &source,
                                       const NoteSink &notes);

} // namespace boxwright
