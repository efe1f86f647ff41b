// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/trainer.h"

#include "core/detect/hyperparameter_remarks.h"
#include "core/ssd/devices.h"
#include "core/ssd/kept_memory.h"
#include "core/ssd/run_record.h"
#include "core/ssd/start_network.h"
#include "core/ssd/thread_count.h"
#include "core/ssd/training_run.h"
#include "core/ssd/weight_matching.h"

#include <opencv2/core/utility.hpp>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <exception>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Trainer)
};

/// What libraries keep for the whole process is set for a training and put back after it.
class ProcessSettings
{
public:
    explicit ProcessSettings(int threads)
        : m_torchThreads(at::get_num_threads())
        , m_opencvThreads(cv::getNumThreads())
    {
        at::set_num_threads(threads);
        cv::setNumThreads(1); // each loader thread works for itself
    }
    ~ProcessSettings()
    {
        at::set_num_threads(m_torchThreads);
        cv::setNumThreads(m_opencvThreads);
    }
    ProcessSettings(const ProcessSettings &) = delete;
    ProcessSettings &operator=(const ProcessSettings &) = delete;

private:
    int m_torchThreads;
    int m_opencvThreads;
};

ThreadPlan planThreads(int asked, const torch::Device &device)
{
    constexpr int kThreadsPerLoader = 5; // batches cost a twentieth of what the network does with them
    const int threads = threadCount(asked);
    if (device.is_cuda()) { // the processor makes batches, finds targets and computes losses
        const int loaders = std::max(1, threads * 3 / 4);
        return {.compute = std::max(1, threads - loaders), .loaders = loaders};
    }
    const int loaders = threads / kThreadsPerLoader; // a few threads do better making each batch together
    return {.compute = threads - loaders, .loaders = loaders};
}

Result<> checkBoxes(const TrainingRequest &request)
{
    for (const TrainingImage &image : request.train) {
        for (const TrainingBox &box : image.boxes) {
            if (box.classIndex < 0 || box.classIndex >= request.classes.size())
                return failure(Text::tr("%1: a label has class %2, but there are %3 classes.")
                                   .arg(image.path)
                                   .arg(box.classIndex)
                                   .arg(request.classes.size()));
        }
    }
    const bool hasLabels = std::any_of(request.train.begin(), request.train.end(),
                                       [](const TrainingImage &image) { return !image.boxes.empty(); });
    if (!hasLabels)
        return failure(Text::tr("There is no label in the training images: a detector learns from labelled boxes."));
    return {};
}

/// The request with what the data set decides filled in.
Result<TrainingRequest> completed(const TrainingRequest &request)
{
    TrainingRequest whole = request;
    Hyperparameters &values = whole.hyperparameters;
    if (whole.train.empty())
        return failure(Text::tr("There is no training image."));
    if (whole.classes.isEmpty())
        return failure(Text::tr("There is no class to train."));
    const auto classes = static_cast<int>(whole.classes.size());
    if (values.numClasses != 0 && values.numClasses != classes)
        return failure(
            Text::tr("num_classes is %1, but the data set has %2 classes.").arg(values.numClasses).arg(classes));
    values.numClasses = classes;
    if (values.numTrainingSamples == 0)
        values.numTrainingSamples = static_cast<int>(whole.train.size());
    if (!baseNetworkNames().contains(values.baseNetwork))
        return failure(Text::tr("base_network is %1, which this version cannot train; it can train %2.")
                           .arg(values.baseNetwork, baseNetworkNames().join(QStringLiteral(", "))));
    if (auto checked = checkBoxes(whole); !checked)
        return failure(checked.error());
    // A run that was killed before its first checkpoint goes on from the beginning.
    whole.resume = request.resume && QFileInfo::exists(RunRecord::checkpointFile(request.runFolder));
    return whole;
}

/// Parameters whose names the pattern matches from their start do not learn (facts 2.8).
Result<> freeze(SsdNetworkImpl &network, const QString &pattern, const TrainingObserver &observer)
{
    if (pattern.isEmpty())
        return {};
    const QRegularExpression expression(pattern);
    int frozen = 0;
    int all = 0;
    for (auto &parameter : network.named_parameters()) {
        const auto match = expression.match(QString::fromStdString(parameter.key()), 0, QRegularExpression::NormalMatch,
                                            QRegularExpression::AnchorAtOffsetMatchOption);
        parameter.value().set_requires_grad(!match.hasMatch());
        frozen += match.hasMatch() ? 1 : 0;
        ++all;
    }
    if (frozen == all)
        return failure(Text::tr("freeze_layer_pattern is \"%1\" and freezes everything.").arg(pattern));
    if (observer)
        observer(NoteEvent{Text::tr("%1 of %2 parameters are frozen.").arg(frozen).arg(all)});
    return {};
}

void remarkHyperparameters(const TrainingRequest &request, const TrainingObserver &observer)
{
    TrainingFacts facts{.trainingImages = static_cast<int>(request.train.size())};
    for (const TrainingImage &image : request.train)
        facts.mostBoxes = std::max(facts.mostBoxes, static_cast<int>(image.boxes.size()));
    for (const QString &remark : hyperparameterRemarks(request.hyperparameters, facts))
        if (observer)
            observer(NoteEvent{remark});
}

Result<TrainingOutcome> train(const TrainingRequest &request, const TrainingControl &control,
                              const TrainingObserver &observer)
{
    const auto devices = devicesFor(request.device);
    if (!devices)
        return failure(devices.error());
    const ThreadPlan threads = planThreads(request.threads, devices->front());
    const ProcessSettings settings(threads.compute);
    const KeptMemory memory;
    remarkHyperparameters(request, observer);
    const auto network = makeStartNetwork(request, observer);
    if (!network)
        return failure(network.error());
    if (auto frozen = freeze(**network, request.hyperparameters.freezeLayerPattern, observer); !frozen)
        return failure(frozen.error());
    const NetworkSpec spec{request.hyperparameters.baseNetwork, request.hyperparameters.imageShape,
                           request.hyperparameters.numClasses, widthDivisorOf(namedTensors(**network))};
    TrainingRun run(request, control, observer, makeReplicas(*network, spec, *devices), threads);
    return run.run();
}

} // namespace

Result<TrainingOutcome> trainDetector(const TrainingRequest &request, const TrainingControl &control,
                                      const TrainingObserver &observer)
{
    const auto whole = completed(request);
    if (!whole)
        return failure(whole.error());
    try {
        return train(*whole, control, observer);
    } catch (const c10::Error &error) {
        return failure(Text::tr("Training failed: %1").arg(QString::fromStdString(error.what_without_backtrace())),
                       QString::fromLocal8Bit(error.what()));
    } catch (const std::exception &exception) {
        return failure(Text::tr("Training failed: %1").arg(QString::fromLocal8Bit(exception.what())));
    }
}

} // namespace boxwright::ssd
