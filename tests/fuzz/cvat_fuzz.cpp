// SPDX-License-Identifier: GPL-3.0-or-later
// A CVAT file: whatever it holds, boxes that come out of it have an area and their class has a name, and what was read
// can be written and read again.
#include "core/formats/cvat_format.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const QTemporaryDir folder;
    const CvatFormat format;
    ReadOptions options;
    options.from = folder.filePath(QStringLiteral("x.xml"));
    putFile(options.from, QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    CollectingSink read;
    if (!format.read(options, read))
        return 0;
    for (const FormatImage &image : read.images) {
        for (const FormatLabel &label : image.labels)
            fuzzCheck(!label.box.isEmpty() && label.classIndex < read.classNames.size(), "a label has area and class");
    }
    ListSource source(read);
    WriteOptions writing;
    writing.to = folder.filePath(QStringLiteral("out"));
    const Result<WriteSummary> written = format.write(writing, source, [](const FormatNote &) {});
    fuzzCheck(written.has_value(), "what was read can be written");
    if (written->leftOut.size() == read.images.size())
        return 0;
    options.from = writing.to;
    CollectingSink back;
    fuzzCheck(format.read(options, back).has_value(), "what was written can be read");
    fuzzCheck(back.images.size() == read.images.size() - written->leftOut.size(), "no image is lost");
    return 0;
}
