// SPDX-License-Identifier: GPL-3.0-or-later
// Converting and opening large files: lines per second and memory of an augmented manifest of plain lines that becomes
// another, and seconds for opening a COCO file. Goals: 100,000 lines/s, 200 MB, 5 s for 100,000 images.
// Usage: bench_convert_speed [LINES [IMAGES]]   (default 1000000 and 100000)
#include "core/formats/convert_dataset.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace boxwright;

namespace {

/// As Ground Truth writes them: two boxes a line.
bool writeManifest(const QString &path, int lines)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < lines; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray left = QByteArray::number(i % 1500);
        file.write(
            "{\"source-ref\":\"s3://bucket/frames/day_" + QByteArray::number(i % 30) + "/image_" + number +
            ".jpg\",\"bb\":{\"annotations\":[{\"class_id\":0,\"width\":429,\"top\":681,\"height\":399,\"left\":" +
            left + "},{\"class_id\":1,\"width\":40,\"top\":" + left +
            ",\"height\":31,\"left\":7}],\"image_size\":[{\"width\":1920,\"depth\":3,\"height\":1080}]},"
            "\"bb-metadata\":{\"job-name\":\"labeling-job/large-job\",\"class-map\":{\"0\":\"storage box\",\"1\":"
            "\"lid\"},\"human-annotated\":\"yes\",\"objects\":[{\"confidence\":0.09},{\"confidence\":0.5}],"
            "\"creation-date\":\"2019-05-21T21:45:58.350877\",\"type\":\"groundtruth/object-detection\"}}\n");
    }
    return file.flush();
}

/// Seven annotations an image with an outline each, as COCO's own file has.
bool writeCoco(const QString &path, int images)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("{\"info\":{},\"images\":[");
    for (int i = 0; i < images; ++i)
        file.write(
            (i > 0 ? ",{\"license\":3,\"file_name\":\"" : "{\"license\":3,\"file_name\":\"") +
            QByteArray::number(i).rightJustified(12, '0') +
            ".jpg\",\"coco_url\":\"http://images.example/train/x.jpg\",\"height\":480,\"width\":640,\"date_captured\":"
            "\"2013-11-14 11:18:45\",\"id\":" +
            QByteArray::number(i) + '}');
    file.write("],\"annotations\":[");
    for (int i = 0; i < images * 7; ++i) {
        QByteArray outline;
        for (int point = 0; point < 20; ++point)
            outline += (point > 0 ? "," : "") + QByteArray::number(100 + point + 0.25 * (i % 97)) + ',' +
                       QByteArray::number(80.5 + point);
        file.write((i > 0 ? ",{\"segmentation\":[[" : "{\"segmentation\":[[") + outline +
                   "]],\"area\":702.10,\"iscrowd\":0,"
                   "\"image_id\":" +
                   QByteArray::number(i % images) + ",\"bbox\":[473.07,395.93,38.65,28.67],\"category_id\":" +
                   QByteArray::number(i % 80 + 1) + ",\"id\":" + QByteArray::number(i) + '}');
    }
    file.write("],\"categories\":[");
    for (int i = 1; i <= 80; ++i)
        file.write((i > 1 ? ",{\"supercategory\":\"x\",\"id\":" : "{\"supercategory\":\"x\",\"id\":") +
                   QByteArray::number(i) + ",\"name\":\"class " + QByteArray::number(i) + "\"}");
    file.write("]}");
    return file.flush();
}

/// Counts, so that only the reading is measured.
class CountingSink : public FormatSink
{
public:
    Result<> classes(const QStringList &) override { return {}; }
    Result<> image(FormatImage image) override
    {
        ++images;
        labels += static_cast<qint64>(image.labels.size());
        return {};
    }
    void note(const FormatNote &) override {}

    qint64 images = 0;
    qint64 labels = 0;
};

double seconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

/// The most memory that this process has had, in MB; 0 where the system does not tell. Mapped files count in part.
double peakMegabytes()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
#else
    return 0;
#endif
}

int readOnly(const char *id, const QString &path, const char *unit)
{
    CountingSink sink;
    ReadOptions options;
    options.from = path;
    QElapsedTimer clock;
    clock.start();
    if (const Result<> read = datasetFormat(QLatin1String(id))->read(options, sink); !read) {
        std::fprintf(stderr, "%s\n", qPrintable(read.error().message));
        return EXIT_FAILURE;
    }
    const double took = seconds(clock);
    std::printf("read %-20s %.2f s, %.0f %s/s (%lld images, %lld labels), peak %.0f MB\n", id, took,
                static_cast<double>(sink.images) / took, unit, static_cast<long long>(sink.images),
                static_cast<long long>(sink.labels), peakMegabytes());
    return EXIT_SUCCESS;
}

} // namespace

int main(int argumentCount, char **arguments)
{
    const int lines = argumentCount > 1 ? std::max(1, std::atoi(arguments[1])) : 1'000'000;
    const int images = argumentCount > 2 ? std::max(1, std::atoi(arguments[2])) : 100'000;
    const QTemporaryDir folder;
    const QString manifest = folder.filePath(QStringLiteral("in/train.manifest"));
    const QString coco = folder.filePath(QStringLiteral("coco/instances_train.json"));
    QDir().mkpath(folder.filePath(QStringLiteral("in")));
    QDir().mkpath(folder.filePath(QStringLiteral("coco")));
    if (!writeManifest(manifest, lines) || !writeCoco(coco, images))
        return EXIT_FAILURE;
    if (readOnly("augmented-manifest", manifest, "lines") != EXIT_SUCCESS)
        return EXIT_FAILURE;
    ConvertRequest request;
    request.from = request.to = datasetFormat(QStringLiteral("augmented-manifest"));
    request.read.from = manifest;
    request.write.to = folder.filePath(QStringLiteral("out"));
    QElapsedTimer clock;
    clock.start();
    const Result<ExportReport> report = convertDataset(request);
    const double took = seconds(clock);
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().message));
        return EXIT_FAILURE;
    }
    std::printf("convert manifest to manifest  %.2f s, %.0f lines/s (%d lines), peak %.0f MB\n", took, lines / took,
                lines, peakMegabytes());
    return readOnly("coco", coco, "images");
}
