// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

/// Another source with images that are larger made so small that their shorter edge has that many pixels, and their
/// boxes with them: what an export says whose copies are made smaller (see copyImage()). Images whose size nobody knows
/// stay as they are. Lives as long as its source.
class ScaledSource : public FormatSource
{
public:
    ScaledSource(FormatSource &source, int shorterEdge);

    [[nodiscard]] QStringList classes() const override { return m_source.classes(); }
    std::optional<FormatImage> next() override;
    void rewind() override { m_source.rewind(); }
    [[nodiscard]] qint64 imageCount() const override { return m_source.imageCount(); }

private:
    FormatSource &m_source;
    const int m_shorterEdge;
};

} // namespace boxwright
