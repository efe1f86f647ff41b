// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backend_source.h"

#include <QMutex>
#include <QSemaphore>
#include <QThread>

#include <stdexcept>

namespace boxwright {

/// What a FakeDetector found, by the image's width in pixels: tests make images of different widths.
struct FakeModel
{
    ModelInfo info;
    QMap<int, std::vector<Detection>> detectionsByWidth;
    QString openError;                       ///< not empty: the model cannot be opened
    QSemaphore *gate = nullptr;              ///< one permit per detection where given
    std::optional<PixelInput> rightPixels{}; ///< where pixels are given in another way, it finds nothing
};

class FakeDetector : public Detector
{
public:
    explicit FakeDetector(const FakeModel &model)
        : m_model(model)
    {
    }

    [[nodiscard]] const ModelInfo &info() const override { return m_model.info; }

    Result<std::vector<Detection>> detect(const QImage &image, const DetectOptions &) override
    {
        if (m_model.gate)
            m_model.gate->acquire();
        return m_model.detectionsByWidth.value(image.width());
    }

private:
    FakeModel m_model;
};

/// A detector's engine without a network: it trains by telling events and finds what it was given.
/// Set it up before it runs; the switches that a test turns meanwhile are semaphores.
class FakeDetectorBackend : public DetectorBackend
{
public:
    int epochs = 2;
    int stepsPerEpoch = 3;
    QString trainError; ///< not empty: the training fails with it after its first step
    bool throwsInTraining = false;
    QSemaphore *stepGate = nullptr;  ///< one permit per step where given; a stop or a pause is seen before each
    QMap<QString, FakeModel> models; ///< by folder
    std::vector<ComputeDevice> devicesHere;
    QList<TrainingRequest> trained;
    QList<QString> opened;

    [[nodiscard]] BackendSource source()
    {
        return [this]() -> Result<DetectorBackend *> { return this; };
    }

    Result<TrainingOutcome> train(const TrainingRequest &request, const TrainingControl &control,
                                  const TrainingObserver &observer) override
    {
        trained << request;
        observer(NoteEvent{QStringLiteral("240 of 240 weights taken")});
        TrainingOutcome outcome;
        outcome.bestModel = request.runFolder + QStringLiteral("/best");
        outcome.lastModel = request.runFolder + QStringLiteral("/last");
        const qint64 total = qint64{epochs} * stepsPerEpoch;
        for (int epoch = 1; epoch <= epochs; ++epoch) {
            for (int step = 1; step <= stepsPerEpoch; ++step) {
                if (isStopped(control)) {
                    outcome.wasStopped = true;
                    return outcome;
                }
                const qint64 done = qint64{epoch - 1} * stepsPerEpoch + step;
                observer(StepEvent{epoch, done, total, 2.0 / double(done), 1.0 / double(done), 0.001, 6.5,
                                   double(total - done), double(done) / double(total)});
                if (throwsInTraining)
                    throw std::runtime_error("the tensor library is unwell");
                if (!trainError.isEmpty())
                    return failure(trainError);
            }
            outcome.epochs = epoch;
            outcome.bestEpoch = epoch;
            outcome.bestMap = 0.25 * epoch;
            observer(EpochEvent{epoch, 2.0 / epoch, 1.0 / epoch, outcome.bestMap, true, 1.5});
        }
        return outcome;
    }

    Result<TrainingView> trainingView(const TrainingRequest &request, int image, int) override
    {
        return TrainingView{QImage(8, 8, QImage::Format_RGB888), request.train.at(size_t(image)).boxes};
    }

    Result<std::unique_ptr<Detector>> openDetector(const QString &modelFolder, const OpenOptions &options) override
    {
        opened << modelFolder;
        if (!models.contains(modelFolder))
            return failure(QStringLiteral("%1 holds no model").arg(modelFolder));
        FakeModel model = models.value(modelFolder);
        if (!model.openError.isEmpty())
            return failure(model.openError);
        if (model.rightPixels && options.settings.pixels && options.settings.pixels != model.rightPixels)
            model.detectionsByWidth.clear();
        return std::make_unique<FakeDetector>(model);
    }

    [[nodiscard]] std::vector<ComputeDevice> devices() const override { return devicesHere; }
    [[nodiscard]] QString version() const override { return QStringLiteral("fake 1"); }

private:
    /// Waits for the next step's permit and for the end of a pause; true where a stop was asked for.
    bool isStopped(const TrainingControl &control) const
    {
        while (!control.isStopAsked()) {
            const bool isFree = !control.isPauseAsked() && (!stepGate || stepGate->tryAcquire());
            if (isFree)
                return false;
            QThread::msleep(1);
        }
        return true;
    }
};

} // namespace boxwright
