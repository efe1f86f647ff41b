// SPDX-License-Identifier: GPL-3.0-or-later
// YOLO's description and label lines: a line that was read is written as it was.
#include "core/formats/yolo_line.h"
#include "core/formats/yolo_yaml.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const Result<YoloConfig> config = parseYoloYaml(bytes))
        fuzzCheck(config->names.size() <= 10'000, "the number of classes is bounded");
    parseYoloData(bytes);
    const QSize image(640, 480);
    for (const QByteArray &line : bytes.split('\n')) {
        for (const bool hasPoints : {false, true}) {
            const Result<YoloLine> read = parseYoloLine(line, image, hasPoints);
            if (!read || !read->className.isEmpty() || read->label.box.isEmpty())
                continue;
            const Result<YoloLine> again = parseYoloLine(yoloLine(read->label, image), image, hasPoints);
            fuzzCheck(again && again->label.box == read->label.box, "a line that was read is written with its box");
        }
    }
    return 0;
}
