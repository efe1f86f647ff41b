// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a full-size model.tar.gz of SageMaker's kind (resnet-50, 512 x 512, 2 classes, 100 MB of random parameters):
// time and memory until it is ready to detect, and its speed beside the same network of our own.
//   bench_artifact_opening [images]
#include "core/mxnet/symbol_writer.h"
#include "core/sagemaker/artifact_hyperparameters.h"
#include "core/sagemaker/model_archive.h"
#include "core/sagemaker/ssd_symbol.h"
#include "core/ssd/artifact_network.h"
#include "core/ssd/weight_matching.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/ssd_backend.h"
#include "tests/support/generated_params.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

constexpr int kShape = 512;
constexpr int kClasses = 2;

/// A line of /proc/self/status, in MB; 0 where there is none.
double statusMegabytes(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(qsizetype(std::strlen(name)) + 1).simplified().split(' ').constFirst().toDouble() / 1024;
    return 0;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

void writeArchive(const QString &path)
{
    SsdSymbolSpec spec;
    spec.baseNetwork = QStringLiteral("resnet-50");
    spec.imageShape = kShape;
    spec.classes = kClasses;
    const SymbolGraph graph = ssdTrainingSymbol(spec);
    const QMap<QString, QString> values{{QStringLiteral("base_network"), spec.baseNetwork},
                                        {QStringLiteral("num_classes"), QString::number(kClasses)},
                                        {QStringLiteral("image_shape"), QString::number(kShape)}};
    const std::vector<ArchivedFile> files{{QStringLiteral("hyperparams.json"), artifactHyperparametersText(values)},
                                          {QStringLiteral("model_algo_1-symbol.json"), symbolJson(graph)},
                                          {QStringLiteral("model_algo_1-0000.params"), GeneratedParams(graph).file()}};
    if (const Result<> written = writeModelArchive(path, files, 0); !written)
        std::fprintf(stderr, "%s\n", qPrintable(written.error().message));
}

double secondsFor(Detector &detector, const QImage &image)
{
    QElapsedTimer clock;
    clock.start();
    if (const auto found = detector.detect(image, {0.5, 0}); !found)
        std::fprintf(stderr, "%s\n", qPrintable(found.error().message));
    return double(clock.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A model folder of our own with the artifact's weights: what is found, and so what NMS costs, is the same.
std::unique_ptr<Detector> openOwn(const QString &folder, const QString &archive)
{
    const auto network = makeNetwork({QStringLiteral("resnet-50"), kShape, kClasses});
    if (const auto tensors = tensorsOfArtifact(archive))
        copyMatching(*network, *tensors, [](const QString &) { return true; });
    else
        std::fprintf(stderr, "%s\n", qPrintable(tensors.error().message));
    ModelInfo info;
    info.name = QStringLiteral("own");
    info.baseNetwork = QStringLiteral("resnet-50");
    info.imageShape = kShape;
    info.classes = {QStringLiteral("a"), QStringLiteral("b")};
    if (const Result<> saved = saveModel(folder, *network, info); !saved)
        std::fprintf(stderr, "%s\n", qPrintable(saved.error().message));
    return std::move(*SsdBackend().openDetector(folder, {}));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int images = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
    const QTemporaryDir folder;
    const QString archive = folder.filePath(QStringLiteral("model.tar.gz"));
    writeArchive(archive);
    (void)torch::ones({64, 64}).mm(torch::ones({64, 64})); // what torch sets up once is not the model's

    forgetPeak();
    const double before = statusMegabytes("VmRSS:");
    QElapsedTimer clock;
    clock.start();
    const auto detector = SsdBackend().openDetector(archive, {});
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    const double peak = statusMegabytes("VmHWM:") - before;
    if (!detector) {
        std::fprintf(stderr, "%s\n", qPrintable(detector.error().message));
        return 1;
    }
    const double megabytes = double(QFileInfo(archive).size()) / (1 << 20);
    QImage image(800, 600, QImage::Format_RGB888);
    image.fill(Qt::darkGreen);
    const auto ownDetector = openOwn(folder.filePath(QStringLiteral("own")), archive);
    std::vector<double> openedSeconds;
    std::vector<double> ownSeconds;
    for (int i = 0; i < images + 1; ++i) { // in turn: the machine's speed changes by the minute
        const double first = secondsFor(**detector, image);
        const double second = secondsFor(*ownDetector, image);
        if (i == 0) // warms up
            continue;
        openedSeconds.push_back(first);
        ownSeconds.push_back(second);
    }
    const double opened = median(openedSeconds);
    const double own = median(ownSeconds);
    std::printf("artifact of %.0f MB: opened in %.2f s, peak memory %.0f MB (%.2f x its size); %.3f s per image, own "
                "network %.3f s (%+.1f %%)\n",
                megabytes, seconds, peak, peak / megabytes, opened, own, 100 * (opened / own - 1));
    return 0;
}
