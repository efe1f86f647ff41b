// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/health_check.h"

#include "core/imaging/image_reader.h"
#include "core/review/box_health.h"
#include "core/review/class_health.h"
#include "core/review/image_health.h"

#include <QDir>

#include <algorithm>

namespace boxwright {

namespace {

/// Sizes are learned when an image is first shown; boxes of the others are judged by what their files say.
Dataset withSizes(Dataset dataset, const QString &folder, const CancelFlag &cancel)
{
    Change change;
    const QDir dir(folder);
    for (qsizetype i = 0; i < dataset.imageCount() && !cancel.isCancelled(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        const Result<ImageHeader> header = info.size.isValid() || dataset.imageAt(i).labels.isEmpty()
                                               ? Result<ImageHeader>(ImageHeader())
                                               : readImageHeader(QDir::cleanPath(dir.absoluteFilePath(info.path)));
        if (!header || !header->size.isValid())
            continue;
        ImageInfo known = info;
        known.size = header->size;
        change.edits.append(ImageEdit{{info, known}});
    }
    dataset.apply(change);
    return dataset;
}

} // namespace

Result<HealthReport> checkHealth(const Dataset &snapshot, const HealthOptions &options, const CancelFlag &cancel,
                                 const ProgressSink &progress)
{
    const Dataset dataset = options.looksAtFiles ? withSizes(snapshot, options.folder, cancel) : snapshot;
    HealthReport report;
    report.findings += checkBoxes(dataset, options);
    report.findings += checkClasses(dataset);
    report.findings += checkImages(dataset);
    report.findings += checkLabelWidth(dataset, options, report);
    if (options.looksAtFiles) {
        Result<QList<HealthFinding>> files = checkFiles(dataset, options, cancel, progress);
        if (!files)
            return failure(files.error());
        report.findings += *std::move(files);
        report.imagesLookedAt = dataset.imageCount();
    }
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const HealthFinding &a, const HealthFinding &b) { return a.severity < b.severity; });
    return report;
}

} // namespace boxwright
