// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/packed_image.h"

#include "core/base/file_io.h"
#include "core/imaging/image_reader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImageWriter>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackedImage)
};

constexpr int kJpegQuality = 95; ///< im2rec's default

} // namespace

Result<PackedImage> packImageFile(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    const Result<ImageHeader> header = decodeImageHeader(*bytes, name);
    if (!header)
        return failure(header.error());
    const bool isJpeg = header->format == "jpeg";
    if (header->orientation == 1 && (isJpeg || header->format == "png"))
        return PackedImage{std::move(*bytes), header->size, false};
    const Result<QImage> pixels = decodeImage(*bytes, name);
    if (!pixels)
        return failure(pixels.error());
    PackedImage packed{{}, pixels->size(), true};
    QBuffer buffer(&packed.bytes);
    QImageWriter writer(&buffer, isJpeg ? "jpeg" : "png");
    if (isJpeg)
        writer.setQuality(kJpegQuality);
    if (!writer.write(*pixels))
        return failure(Text::tr("%1 could not be encoded: %2").arg(name, writer.errorString()));
    return packed;
}

} // namespace boxwright
