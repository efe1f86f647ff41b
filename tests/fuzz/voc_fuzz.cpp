// SPDX-License-Identifier: GPL-3.0-or-later
// A VOC annotation file: whatever it holds, boxes that come out of it have an area.
#include "core/formats/voc_xml.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const Result<VocAnnotation> annotation = parseVocAnnotation(bytes)) {
        for (const VocObject &object : annotation->objects)
            fuzzCheck(!object.box.isEmpty() && !object.name.isEmpty(), "an object has a name and an area");
    }
    return 0;
}
