// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

#include <memory>

namespace boxwright {

/// A data set in files as a FormatSource, for writers that take one: read on a thread of its own, some batches ahead,
/// so that memory does not grow with the data set. A rewind() behind the first images reads the files again.
/// Suggestions are left out. Used from one thread.
class ReadingSource : public FormatSource
{
public:
    /// The format outlives the source.
    ReadingSource(const DatasetFormat &format, ReadOptions options);
    ~ReadingSource() override;

    using Hear = std::function<void(const FormatImage &)>;

    /// Reads everything once, on the calling thread: the classes and the number of images are known then. Must come
    /// before anything else. `hear` hears of every image as next() will give it, but perhaps without
    /// what its entry keeps (FormatImage::extra).
    Result<> scan(const Hear &hear, const NoteSink &notes);
    /// Suggestions that scan() found and left out.
    [[nodiscard]] qint64 suggestionCount() const { return m_suggestions; }

    [[nodiscard]] QStringList classes() const override { return m_classes; }
    std::optional<FormatImage> next() override;
    void rewind() override;
    [[nodiscard]] qint64 imageCount() const override { return m_images; }

    /// Why next() came to an end early: the error of a reading that failed after scan() had been through.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    class Pump;

    const DatasetFormat &m_format;
    ReadOptions m_options;
    QStringList m_classes;
    qint64 m_images = 0;
    qint64 m_suggestions = 0;
    std::unique_ptr<Pump> m_pump; ///< while a reading runs
    std::vector<FormatImage> m_batch;
    std::size_t m_at = 0;
    int m_batches = 0; ///< that this reading gave; the first is kept whole for rewind()
    std::optional<Error> m_problem;
};

} // namespace boxwright
