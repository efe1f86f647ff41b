// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_export.h"

#include "core/formats/export_file.h"
#include "core/formats/packed_image.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageExport)
};

QString pathOf(const FormatImage &image)
{
    return image.path.isEmpty() ? image.source : image.path;
}

} // namespace

QSize sizeForExport(const FormatImage &image)
{
    if (image.size.isValid() || image.path.isEmpty())
        return image.size;
    const Result<ImageHeader> header = readImageHeader(image.path);
    return header ? header->size : QSize();
}

bool canExport(const FormatImage &image, QSize size, const WriteOptions &options)
{
    return size.isValid() && (!options.copyImages || QFileInfo(image.path).isFile());
}

FormatNote unreadableNote(const FormatImage &image)
{
    return {QStringLiteral("missing-image"), Text::tr("%1 was left out: the image cannot be read").arg(pathOf(image))};
}

Result<> copyImage(const FormatImage &image, const QString &to, const WriteOptions &options)
{
    if (!options.bakesOrientation && options.shorterEdge <= 0)
        return ExportFile::copy(image.path, to);
    const Result<ImageHeader> header = readImageHeader(image.path);
    if (!header)
        return failure(header.error());
    const bool isTurned = options.bakesOrientation && header->orientation != 1;
    if (!isTurned && smallerSize(header->size, options.shorterEdge) == header->size)
        return ExportFile::copy(image.path, to);
    const Result<PackedImage> packed =
        packImageFile(image.path, {options.shorterEdge, options.jpegQuality, /*keepsKind=*/true});
    return packed ? ExportFile::writeAll(to, packed->bytes) : Result<>(failure(packed.error()));
}

Result<QString> exportedName(const FormatImage &image, const QString &kept, ExportPaths &paths,
                             const WriteOptions &options)
{
    const QString path = pathOf(image);
    if (options.copyImages) {
        const QString place = paths.place(path);
        if (Result<> copied = copyImage(image, options.to + QStringLiteral("/images/") + place, options); !copied)
            return failure(copied.error());
        return place;
    }
    if (!kept.isEmpty() && fileNameOf(kept).compare(fileNameOf(path), Qt::CaseInsensitive) == 0)
        return kept;
    const QString relative = paths.relative(path);
    return relative.isEmpty() ? path : relative;
}

} // namespace boxwright
