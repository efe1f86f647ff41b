// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_dataset.h"

#include "core/formats/common_folder.h"
#include "core/formats/export_check.h"
#include "core/formats/export_preview.h"
#include "core/formats/scaled_source.h"
#include "core/formats/staging_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportDataset)
};

QString commonFolder(FormatSource &source)
{
    CommonFolder common;
    source.rewind();
    while (const std::optional<FormatImage> image = source.next())
        common.add(image->path);
    return common.path();
}

Result<ExportReport> exportAsItIs(const DatasetFormat &format, const WriteOptions &options, FormatSource &source)
{
    if (!format.canWrite())
        return failure(Text::tr("%1 can be read but not written").arg(format.name()));
    Result<StagingFolder> staging = StagingFolder::make(options.to);
    if (!staging)
        return failure(staging.error());
    WriteOptions staged = options;
    staged.to = staging->path();
    if (staged.imageRoot.isEmpty())
        staged.imageRoot = commonFolder(source);

    ExportReport report;
    report.folder = QDir::cleanPath(QFileInfo(options.to).absoluteFilePath());
    report.notes = previewExport(format, source);
    const Result<WriteSummary> summary =
        format.write(staged, source, [&report](const FormatNote &note) { report.notes.append(note); });
    if (!summary)
        return failure(summary.error());
    if (static_cast<qint64>(summary->leftOut.size()) >= source.imageCount()) {
        const QString why = report.notes.isEmpty() ? QString() : report.notes.first().text;
        return failure(Text::tr("There is nothing to export: no image has labels"), why);
    }
    const Result<ExportCounts> counts = checkExport(format, staged, source, *summary);
    if (!counts)
        return failure(counts.error());
    if (options.cancel.isCancelled())
        return failure(Text::tr("The export was stopped"));
    if (Result<> moved = staging->moveIntoPlace(); !moved)
        return failure(moved.error());
    report.images = counts->images;
    report.labels = counts->labels;
    return report;
}

} // namespace

Result<ExportReport> exportDataset(const DatasetFormat &format, const WriteOptions &options, FormatSource &source)
{
    if (options.shorterEdge <= 0 || !options.copyImages || format.abilities().packsImages)
        return exportAsItIs(format, options, source);
    ScaledSource scaled(source, options.shorterEdge);
    return exportAsItIs(format, options, scaled);
}

} // namespace boxwright
