// SPDX-License-Identifier: GPL-3.0-or-later
// A .rec file: what reads must write back to records that read the same.
#include "core/mxnet/image_record.h"
#include "core/mxnet/recordio.h"
#include "tests/fuzz/fuzz_check.h"

#include <QBuffer>
#include <QList>

using namespace boxwright;

namespace {

const QString kName = QStringLiteral("fuzz.rec");

QList<QByteArray> readAll(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    RecordReader reader(buffer, kName);
    QList<QByteArray> payloads;
    for (;;) {
        const auto record = reader.next();
        if (!record || !*record)
            return payloads;
        payloads << **record;
    }
}

void checkImageRecord(const QByteArray &payload)
{
    const Result<ImageRecordData> data = unpackImageRecord(payload, kName);
    if (!data)
        return;
    fuzzCheck(packImageRecord(*data) == payload, "an image record packs back to the same bytes");
    const Result<DetectionLabels> labels = parseDetectionLabels(data->labels, kName);
    if (labels)
        fuzzCheck(toLabelVector(*labels).size() == data->labels.size(), "labels keep their width");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QList<QByteArray> payloads =
        readAll(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    QByteArray again;
    QBuffer buffer(&again);
    buffer.open(QIODevice::WriteOnly);
    RecordWriter writer(buffer, kName);
    for (const QByteArray &payload : payloads) {
        checkImageRecord(payload);
        fuzzCheck(writer.write(payload).has_value(), "what was read can be written");
    }
    fuzzCheck(readAll(again) == payloads, "what was written reads the same");
    return 0;
}
