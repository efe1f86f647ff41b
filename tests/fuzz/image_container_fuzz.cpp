// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an image file as far as we look at them ourselves: markers, chunks, EXIF.
#include "core/imaging/image_container.h"
#include "tests/fuzz/fuzz_check.h"

#include <QBuffer>

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray kind = imageKind(bytes.left(12));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const int orientation = exifOrientation(buffer, kind);
    fuzzCheck(orientation >= 1 && orientation <= 8, "an orientation is 1 to 8");
    isCutOff(bytes, kind);
    return 0;
}
