// SPDX-License-Identifier: GPL-3.0-or-later
// Training images per second of the whole loop, from decoding to the optimiser's step, as people meet it. The labels
// are made up (they do not matter for speed). Prints one line.
#include "core/imaging/image_reader.h"
#include "core/base/seeded_random.h"
#include "core/ssd/trainer.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace boxwright;

namespace {

constexpr int kBoxes = 13; // as many as BCCD has on an image

std::vector<TrainingImage> labelledImages(const QStringList &files)
{
    std::vector<TrainingImage> images;
    for (const QString &file : files) {
        const auto header = readImageHeader(file);
        if (!header)
            continue;
        SeededRandom random(images.size());
        TrainingImage image{static_cast<ImageId>(images.size() + 1), file, {}};
        for (int i = 0; i < kBoxes; ++i) {
            const double side = header->size.height() * random.between(0.08, 0.4);
            const double left = random.between(0, header->size.width() - side);
            const double top = random.between(0, header->size.height() - side);
            image.boxes.push_back({i % 3, {left, top, left + side, top + side}, false});
        }
        images.push_back(image);
    }
    return images;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("threads"), QStringLiteral("Threads."), QStringLiteral("n"), QStringLiteral("2")},
         {QStringLiteral("batch"), QStringLiteral("Batch size."), QStringLiteral("n"), QStringLiteral("8")},
         {QStringLiteral("network"), QStringLiteral("Base network."), QStringLiteral("name"),
          QStringLiteral("mobilenet-v2")},
         {QStringLiteral("mixed"), QStringLiteral("Convolutions in bfloat16.")},
         {QStringLiteral("seconds"), QStringLiteral("How long."), QStringLiteral("s"), QStringLiteral("30")},
         {QStringLiteral("images"), QStringLiteral("Folder of images."), QStringLiteral("folder")}});
    parser.process(application);
    const auto files = findImageFiles(parser.value(QStringLiteral("images")));
    if (!files || files->isEmpty()) {
        std::fputs("training_speed: --images must name a folder of images\n", stderr);
        return 2;
    }
    const QTemporaryDir folder;
    TrainingRequest request;
    request.runFolder = folder.filePath(QStringLiteral("run"));
    request.classes = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    request.train = labelledImages(*files);
    request.threads = parser.value(QStringLiteral("threads")).toInt();
    if (parser.isSet(QStringLiteral("mixed")))
        request.precision = ComputePrecision::Mixed;
    request.maxMinutes = parser.value(QStringLiteral("seconds")).toDouble() / 60;
    request.hyperparameters.baseNetwork = parser.value(QStringLiteral("network"));
    request.hyperparameters.miniBatchSize = parser.value(QStringLiteral("batch")).toInt();
    request.hyperparameters.learningRate = 1e-4;

    QElapsedTimer timer;
    std::vector<double> rates;
    qint64 lastStep = 0;
    const auto outcome = ssd::trainDetector(request, {}, [&](const TrainingEvent &event) {
        const auto *step = std::get_if<StepEvent>(&event);
        if (!step)
            return;
        const qint64 nanoseconds = timer.isValid() ? timer.nsecsElapsed() : 0;
        timer.start();
        const double images = static_cast<double>(step->step - lastStep) * request.hyperparameters.miniBatchSize;
        lastStep = step->step;
        if (step->step > 3 && nanoseconds > 0) // the first ones make memory and kernels ready
            rates.push_back(images * 1e9 / static_cast<double>(nanoseconds));
    });
    if (!outcome) {
        std::fprintf(stderr, "training_speed: %s\n", qPrintable(outcome.error().message));
        return 1;
    }
    std::printf("%s: train %.3f images/s (median of %zu, batch %d, %d threads)\n",
                qPrintable(request.hyperparameters.baseNetwork), median(rates), rates.size(),
                request.hyperparameters.miniBatchSize, request.threads);
    return 0;
}
