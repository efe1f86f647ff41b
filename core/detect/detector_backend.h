// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/device_choice.h"
#include "core/detect/model_settings.h"
#include "core/detect/training.h"

#include <QImage>

namespace boxwright {

/// What a model is, without running it. Read from the model folder's JSON, or from the files of an artifact.
struct ModelInfo
{
    QString name;
    QString folder; ///< or the archive
    QString baseNetwork;
    int imageShape = 0;
    QStringList classes;
    QMap<QString, QString> hyperparameters;
    double validationMap = -1;
    bool isArtifact = false;   ///< of SageMaker or MXNet, not of this program
    bool isTrainable = true;   ///< its network is one that this program can train further
    bool hasClassNames = true; ///< else `classes` are numbers: its files name none, and nobody has named them yet
    std::optional<PixelInput> pixels{}; ///< of an artifact: how it takes them, as decided, else as is most likely
};

/// How a model is opened.
struct OpenOptions
{
    int threads = 0;       ///< 0: one fewer than cores
    DeviceChoice device{}; ///< where; a model that only the graph runner knows stays on the processor
    ComputePrecision precision = ComputePrecision::Float32;
    ModelSettings settings{}; ///< what is decided here wins over what is stored beside the model; artifacts only
};

struct DetectOptions
{
    double minConfidence = 0.01; ///< as MXNet's detection operator
    double nmsThreshold = 0;     ///< 0: the model's own
};

/// A model ready to run. One thread at a time.
class Detector
{
public:
    virtual ~Detector() = default;
    [[nodiscard]] virtual const ModelInfo &info() const = 0;
    /// `image` is Format_RGB888, oriented. By falling confidence.
    virtual Result<std::vector<Detection>> detect(const QImage &image, const DetectOptions &options) = 0;
};

/// The detector's engine, without a trace of what it is made of. Implemented by the module boxwright_ssd.
class DetectorBackend
{
public:
    virtual ~DetectorBackend() = default;
    /// Trains on the calling thread until done, stopped or failed.
    virtual Result<TrainingOutcome> train(const TrainingRequest &request, const TrainingControl &control,
                                          const TrainingObserver &observer) = 0;
    /// Image number `image` of request.train as the network meets it in that epoch, counted from 1: needs no network,
    /// no run folder and no more of the request than images, image_shape, augmentation and seed.
    virtual Result<TrainingView> trainingView(const TrainingRequest &request, int image, int epoch) = 0;
    /// `model` is the folder of a model, or an artifact: model.tar.gz or a folder with its files.
    virtual Result<std::unique_ptr<Detector>> openDetector(const QString &model, const OpenOptions &options) = 0;
    /// What there is to choose from: the processor, then the GPUs.
    [[nodiscard]] virtual std::vector<ComputeDevice> devices() const = 0;
    /// Names and versions of the libraries inside, for run records.
    [[nodiscard]] virtual QString version() const = 0;
};

/// Loads the module on first use (about a second and 160 MB: people who only label never pay for it).
/// It stays loaded until the program ends. Thread-safe. The module is looked for beside the program, in ../lib and
/// ../lib/boxwright, and in the folder that BOXWRIGHT_MODULES names.
Result<DetectorBackend *> detectorBackend();

/// Reads what a model folder or an artifact says of itself; needs no module.
Result<ModelInfo> readModelInfo(const QString &model);

} // namespace boxwright
