// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/packed_image.h"

#include "core/base/file_io.h"
#include "core/imaging/image_reader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImageWriter>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackedImage)
};

} // namespace

QSize smallerSize(QSize size, int shorterEdge)
{
    const int shorter = std::min(size.width(), size.height());
    if (shorterEdge <= 0 || shorter <= shorterEdge)
        return size;
    const double scale = static_cast<double>(shorterEdge) / shorter;
    return {std::max(1, qRound(size.width() * scale)), std::max(1, qRound(size.height() * scale))};
}

Result<PackedImage> packImageFile(const QString &path, const PackOptions &options)
{
    const QString name = QDir::toNativeSeparators(path);
    Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    const Result<ImageHeader> header = decodeImageHeader(*bytes, name);
    if (!header)
        return failure(header.error());
    const bool isJpeg = header->format == "jpeg";
    const QSize size = smallerSize(header->size, options.shorterEdge);
    const bool isPlain = isJpeg || header->format == "png" || options.keepsKind;
    if (header->orientation == 1 && size == header->size && isPlain)
        return PackedImage{std::move(*bytes), header->size, header->size, false};
    Result<QImage> pixels = decodeImage(*bytes, name);
    if (!pixels)
        return failure(pixels.error());
    if (size != pixels->size())
        pixels = pixels->scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    PackedImage packed{{}, pixels->size(), header->size, true};
    QBuffer buffer(&packed.bytes);
    QImageWriter writer(&buffer, isJpeg || options.keepsKind ? header->format : QByteArray("png"));
    if (isJpeg)
        writer.setQuality(options.jpegQuality);
    if (!writer.write(*pixels))
        return failure(Text::tr("%1 could not be encoded: %2").arg(name, writer.errorString()));
    return packed;
}

} // namespace boxwright
