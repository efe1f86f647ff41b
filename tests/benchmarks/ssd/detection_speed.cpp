// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds per image to boxes in pixels, batch 1, untrained weights (the work is the same): median over several
// runs. From the file where one is named, else from decoded pixels.
// Usage: detection_speed [base network] [threads] [runs] [image] [mixed]
#include "core/imaging/image_reader.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/ssd_detector.h"

#include <QImage>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace boxwright;

namespace {

QImage drawnImage()
{
    QImage image(640, 480, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
    return image;
}

double millisecondsOf(Detector &detector, const QImage &drawn, const QString &file)
{
    const auto start = std::chrono::steady_clock::now();
    const Result<QImage> image = file.isEmpty() ? Result<QImage>(drawn) : readImage(file);
    if (!image || !detector.detect(*image, {}))
        std::abort();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char **argv)
{
    const QString name = argc > 1 ? QString::fromUtf8(argv[1]) : QStringLiteral("mobilenet-v2");
    const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
    const int runs = std::max(1, argc > 3 ? std::atoi(argv[3]) : 15);
    const QTemporaryDir folder;
    ModelInfo info;
    info.baseNetwork = name;
    info.imageShape = 300;
    info.classes = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    const auto network = ssd::makeNetwork({name, info.imageShape, int(info.classes.size())});
    if (!network || !ssd::saveModel(folder.filePath(QStringLiteral("model")), *network, info))
        return 2;
    OpenOptions options{.threads = threads};
    if (argc > 5 && QByteArrayView(argv[5]) == "mixed")
        options.precision = ComputePrecision::Mixed;
    const auto detector = ssd::SsdDetector::open(folder.filePath(QStringLiteral("model")), options);
    if (!detector) {
        std::fprintf(stderr, "%s\n", qPrintable(detector.error().message));
        return 1;
    }
    const QString file = argc > 4 ? QString::fromLocal8Bit(argv[4]) : QString();
    const QImage drawn = drawnImage();
    millisecondsOf(**detector, drawn, file); // warm-up
    std::vector<double> times;
    for (int run = 0; run < runs; ++run)
        times.push_back(millisecondsOf(**detector, drawn, file));
    std::sort(times.begin(), times.end());
    std::printf("%s batch 1 threads %d: detection %.1f ms/image (fastest %.1f)\n", qPrintable(name), threads,
                times[times.size() / 2], times.front());
    return 0;
}
