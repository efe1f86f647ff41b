// SPDX-License-Identifier: GPL-3.0-or-later
// A VOC annotation file: whatever it holds, boxes that come out of it have an area, and it is written to the same
// objects.
#include "core/formats/voc_xml.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<VocAnnotation> annotation = parseVocAnnotation(bytes);
    if (!annotation)
        return 0;
    for (const VocObject &object : annotation->objects)
        fuzzCheck(!object.box.isEmpty() && !object.name.isEmpty(), "an object has a name and an area");
    VocText text;
    text.fileName = annotation->fileName;
    text.size = annotation->size;
    text.isVerified = annotation->isVerified;
    text.objects = annotation->objects;
    text.extra = annotation->extra;
    const Result<VocAnnotation> again = parseVocAnnotation(vocAnnotationText(text));
    fuzzCheck(again && again->objects.size() == annotation->objects.size(), "a file comes back with its objects");
    for (std::size_t i = 0; i < annotation->objects.size(); ++i)
        fuzzCheck(again->objects[i].box == annotation->objects[i].box, "a box stays where it is");
    return 0;
}
