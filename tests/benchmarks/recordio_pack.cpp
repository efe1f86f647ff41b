// SPDX-License-Identifier: GPL-3.0-or-later
// How fast images are packed into RecordIO as they are, beside `cp -r` of the same files (warm cache). Goal: >= 70 % of
// cp.
#include "core/formats/recordio_format.h"
#include "tests/support/format_doubles.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace boxwright;

namespace {

constexpr int kImages = 2000;
constexpr int kRounds = 5;
const QSize kSize(240, 160); // noise: some 50 KB as JPEG

QByteArray noise()
{
    QRandomGenerator random(1);
    QImage image(kSize, QImage::Format_RGB888);
    for (int y = 0; y < kSize.height(); ++y) {
        for (int x = 0; x < 3 * kSize.width(); ++x)
            image.scanLine(y)[x] = static_cast<uchar>(random.bounded(256));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 90);
    return bytes;
}

std::vector<FormatImage> makeImages(const QString &folder)
{
    const QByteArray bytes = noise();
    std::vector<FormatImage> images;
    for (int i = 0; i < kImages; ++i) {
        FormatImage image;
        image.path = folder + QStringLiteral("/%1.jpg").arg(i);
        image.size = kSize;
        image.labels.push_back({0, {10, 10, 60, 60}, {}, -1, false, {}});
        putFile(image.path, bytes);
        images.push_back(image);
    }
    return images;
}

/// Milliseconds of the fastest of some rounds.
template<class Work>
qint64 fastest(Work work)
{
    qint64 best = -1;
    for (int round = 0; round < kRounds; ++round) {
        QTemporaryDir target;
        QElapsedTimer timer;
        timer.start();
        work(target.filePath(QStringLiteral("out")));
        const qint64 took = timer.elapsed();
        best = best < 0 ? took : std::min(best, took);
    }
    return best;
}

} // namespace

int main()
{
    QTemporaryDir folder;
    const QString photos = folder.filePath(QStringLiteral("photos"));
    const std::vector<FormatImage> images = makeImages(photos);
    const qint64 copy = fastest([&](const QString &to) {
        QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), photos, to});
    });
    bool isPacked = true;
    const qint64 pack = fastest([&](const QString &to) {
        QDir().mkpath(to);
        ListSource source({QStringLiteral("thing")}, images);
        WriteOptions options;
        options.to = to;
        options.imageRoot = photos;
        const Result<WriteSummary> summary = RecordIoFormat().write(options, source, [](const FormatNote &) {});
        isPacked = isPacked && summary && summary->leftOut.empty();
    });
    const double megabytes = static_cast<double>(QFileInfo(images[0].path).size()) * kImages / 1e6;
    std::printf("recordio_pack: %d images, %.0f MB: packed in %lld ms, cp -r in %lld ms: %.0f %% of cp%s\n", kImages,
                megabytes, static_cast<long long>(pack), static_cast<long long>(copy),
                100.0 * static_cast<double>(copy) / static_cast<double>(std::max<qint64>(pack, 1)),
                isPacked ? "" : "; FAILED");
    return isPacked ? EXIT_SUCCESS : EXIT_FAILURE;
}
