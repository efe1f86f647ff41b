// SPDX-License-Identifier: GPL-3.0-or-later
// Text of lines and columns: records of CSV come back, and Open Images' records and KITTI's lines give boxes that are
// written to the same corners.
#include "core/formats/kitti_line.h"
#include "core/formats/openimages_box.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

namespace {

constexpr QSize kSize(640, 480);

void checkRecords(const QByteArray &bytes)
{
    CsvCursor cursor(bytes);
    CsvHeader header;
    for (CsvRow row; cursor.next(row.fields);) {
        if (header.names().isEmpty())
            header = CsvHeader(row.fields);
        const QByteArray text = csvRecord(row.fields);
        QStringList again;
        fuzzCheck(CsvCursor(text).next(again) && again == row.fields, "a record comes back");
        const Result<FormatLabel> label = openImagesLabel(row, header, kSize);
        if (!label)
            continue;
        const CsvHeader own(openImagesColumns());
        const QByteArray record = openImagesRecord(*label, QStringLiteral("a"), QStringLiteral("/m/1"), kSize);
        CsvRow back;
        fuzzCheck(CsvCursor(record).next(back.fields), "a record of Open Images is one");
        const Result<FormatLabel> same = openImagesLabel(back, own, kSize);
        fuzzCheck(same && same->box == label->box, "a box of Open Images stays where it is");
    }
}

void checkKitti(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        const Result<KittiLine> parsed = parseKittiLine(line);
        if (!parsed)
            continue;
        const Result<KittiLine> again = parseKittiLine(kittiLine(parsed->label, parsed->type));
        fuzzCheck(again && again->label.box == parsed->label.box, "a box of KITTI stays where it is");
        fuzzCheck(again->label.flags == parsed->label.flags, "marks of KITTI stay");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkRecords(bytes);
    checkKitti(bytes);
    return 0;
}
