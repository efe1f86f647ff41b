// SPDX-License-Identifier: GPL-3.0-or-later
// labelme's file, Create ML's entry and VoTT's asset: what was read is written to the same boxes.
#include "core/formats/createml_json.h"
#include "core/formats/labelme_json.h"
#include "core/formats/vott_json.h"
#include "tests/fuzz/fuzz_check.h"

using namespace boxwright;

namespace {

/// The labels as the writers take them: classes by index.
QStringList moveLabels(const std::vector<NamedLabel> &labels, FormatImage &image)
{
    QStringList classes;
    for (const NamedLabel &item : labels) {
        image.labels.push_back(item.label);
        image.labels.back().classIndex = static_cast<int>(classes.size());
        classes.append(item.name);
    }
    return classes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (Result<LabelmeFile> file = parseLabelmeFile(bytes)) {
        const QStringList classes = moveLabels(file->labels, file->image);
        const QByteArray text = labelmeFile(file->image, file->image.source, classes, file->dialect);
        const Result<LabelmeFile> again = parseLabelmeFile(text);
        fuzzCheck(again && again->labels.size() == file->labels.size(), "a labelme file comes back with its labels");
        for (std::size_t i = 0; i < file->labels.size(); ++i)
            fuzzCheck(again->labels[i].label.box == file->labels[i].label.box, "a labelme box stays where it is");
    }
    const JsonMembers members{QByteArrayView(bytes)};
    if (Result<ImageEntry> entry = parseCreateMlEntry(members)) {
        const QStringList classes = moveLabels(entry->labels, entry->image);
        const QByteArray text = createMlEntry(entry->image, entry->image.source, classes);
        const Result<ImageEntry> again = parseCreateMlEntry(JsonMembers(QByteArrayView(text)));
        fuzzCheck(again && again->labels.size() == entry->labels.size(), "an entry comes back with its labels");
        for (std::size_t i = 0; i < entry->labels.size(); ++i)
            fuzzCheck(again->labels[i].label.box == entry->labels[i].label.box, "a Create ML box stays where it is");
    }
    if (Result<ImageEntry> asset = parseVottAsset(members)) {
        const QStringList classes = moveLabels(asset->labels, asset->image);
        const QByteArray text = vottAsset(asset->image, asset->image.source, classes);
        const Result<ImageEntry> again = parseVottAsset(JsonMembers(QByteArrayView(text)));
        fuzzCheck(again && again->labels.size() == asset->labels.size(), "an asset comes back with its labels");
        for (std::size_t i = 0; i < asset->labels.size(); ++i)
            fuzzCheck(again->labels[i].label.box == asset->labels[i].label.box, "a VoTT box stays where it is");
    }
    return 0;
}
