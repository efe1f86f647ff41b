// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a manifest or a per-image annotation file: what reads must write to an entry with the same boxes.
#include "core/sagemaker/annotation_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>

using namespace boxwright;

namespace {

bool areEqual(const AnnotatedImage &a, const AnnotatedImage &b)
{
    const auto isSame = [](const AnnotatedBox &x, const AnnotatedBox &y) {
        return x.classId == y.classId && x.box == y.box;
    };
    return std::equal(a.boxes.begin(), a.boxes.end(), b.boxes.begin(), b.boxes.end(), isSame);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (Result<AnnotatedImage> line = parseManifestLine(bytes)) {
        if (line->attribute.isEmpty())
            line->attribute = QStringLiteral("boxes");
        const Result<AnnotatedImage> again = parseManifestLine(manifestLine(*line));
        fuzzCheck(again && areEqual(*line, *again), "a line that was read is written with the same boxes");
    }
    if (const Result<AnnotatedImage> file = parseAnnotationFile(bytes)) {
        const Result<AnnotatedImage> again = parseAnnotationFile(annotationFile(*file));
        fuzzCheck(again && areEqual(*file, *again), "a file that was read is written with the same boxes");
    }
    return 0;
}
