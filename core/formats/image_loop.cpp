// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_loop.h"

#include "core/formats/image_export.h"
#include "core/formats/progress_ticker.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageLoop)
};

} // namespace

Result<WriteSummary> writeImages(const ImageLoop &loop, const WriteImage &writeImage)
{
    ProgressTicker progress(loop.options.progress, Text::tr("Writing"));
    WriteSummary summary;
    loop.source.rewind();
    for (qint64 at = 0; std::optional<FormatImage> image = loop.source.next(); ++at) {
        if (loop.options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        if (loop.needsAnswer && image->labels.empty() && image->state != ReviewState::Empty) {
            summary.leftOut.push_back(at); // the preview has told of them (see FormatAbilities::hasUnlabelledImages)
            continue;
        }
        image->size = sizeForExport(*image);
        const bool hasFile = !loop.options.copyImages || QFileInfo(image->path).isFile();
        if (!hasFile || (loop.needsSize && !image->size.isValid())) {
            loop.notes(unreadableNote(*image));
            summary.leftOut.push_back(at);
            continue;
        }
        if (Result<> written = writeImage(*image); !written)
            return failure(written.error());
        progress.tell(at + 1, loop.source.imageCount());
    }
    return summary;
}

} // namespace boxwright
