// SPDX-License-Identifier: GPL-3.0-or-later
// Lines per second of reading and of exporting (staging, reading back, comparing) an augmented manifest.
// Usage: bench_manifest_speed [LINES]   (default 20000, three boxes each)
#include "core/formats/export_dataset.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace boxwright;

namespace {

std::vector<FormatImage> manyImages(int count)
{
    QRandomGenerator random(1);
    std::vector<FormatImage> images(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        FormatImage &image = images[static_cast<std::size_t>(i)];
        image.source = image.path = QStringLiteral("/photos/day%1/image_%2.jpg").arg(i % 30).arg(i);
        image.size = {1920, 1080};
        for (int box = 0; box < 3; ++box) {
            const double left = random.generateDouble() * 1000;
            const double top = random.generateDouble() * 800;
            image.labels.push_back({box, {left, top, left + 50.25, top + 30.5}, {}, -1, false, {}});
        }
    }
    return images;
}

void report(const char *what, int lines, const QElapsedTimer &clock)
{
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    std::printf("%-8s %8.0f lines/s (%d lines, %.2f s)\n", what, lines / seconds, lines, seconds);
}

} // namespace

int main(int argumentCount, char **arguments)
{
    const int lines = argumentCount > 1 ? std::max(1, std::atoi(arguments[1])) : 20'000;
    const DatasetFormat &format = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource source(QString::fromLatin1("one two three").split(u' '), manyImages(lines));
    QTemporaryDir folder;
    WriteOptions options;
    options.to = folder.filePath(QStringLiteral("export"));
    QElapsedTimer clock;
    clock.start();
    const Result<ExportReport> exported = exportDataset(format, options, source);
    if (!exported) {
        std::fprintf(stderr, "%s\n", qPrintable(exported.error().message));
        return 1;
    }
    report("export", lines, clock);

    ReadOptions reading;
    reading.from = options.to;
    CollectingSink sink;
    clock.restart();
    if (const Result<> read = format.read(reading, sink); !read) {
        std::fprintf(stderr, "%s\n", qPrintable(read.error().message));
        return 1;
    }
    report("read", lines, clock);
    return 0;
}
