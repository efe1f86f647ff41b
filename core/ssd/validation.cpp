// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/validation.h"

#include "core/ssd/augmentation.h"
#include "core/ssd/devices.h"
#include "core/ssd/multibox_detection.h"
#include "core/ssd/pixels.h"

#include <algorithm>

namespace boxwright::ssd {

namespace {

constexpr int kLargestBatch = 8;

/// Fractions stand for pixels: overlaps are the same.
Box boxOf(float xmin, float ymin, float xmax, float ymax, QSize size)
{
    return {static_cast<double>(xmin) * size.width(), static_cast<double>(ymin) * size.height(),
            static_cast<double>(xmax) * size.width(), static_cast<double>(ymax) * size.height()};
}

} // namespace

struct Validation::Batch
{
    cv::Mat pixels; ///< CV_8UC3, the images one below the other
    std::vector<EvaluatedImage> images;
    std::vector<QSize> sizes;
};

Validation::Validation(ImageStore &store, const Hyperparameters &hyperparameters)
    : m_store(store)
    , m_hyperparameters(hyperparameters)
{
}

double Validation::run(SsdNetworkImpl &network, const std::function<bool()> &isCancelled)
{
    const c10::InferenceMode inference;
    network.eval();
    if (!m_priors.defined())
        m_priors = makePriors(network);
    std::vector<EvaluatedImage> results;
    // No larger than in training, whose memory then serves here too.
    const int batchSize = std::min(kLargestBatch, m_hyperparameters.miniBatchSize);
    for (int first = 0; first < m_store.count(); first += batchSize) {
        if (isCancelled && isCancelled())
            return -1;
        const Batch batch = load(first, std::min(batchSize, m_store.count() - first));
        if (!batch.images.empty())
            detect(network, batch, results);
    }
    if (results.empty())
        return -1;
    return evaluateDetections(results, m_hyperparameters.numClasses, Metric::Voc, m_hyperparameters.overlapThreshold)
        .map;
}

Validation::Batch Validation::load(int first, int count)
{
    const int size = m_hyperparameters.imageShape;
    Batch batch;
    batch.pixels = cv::Mat(count * size, size, CV_8UC3);
    for (int index = first; index < first + count; ++index) {
        const auto image = m_store.load(index);
        if (!image)
            continue;
        const auto row = static_cast<int>(batch.images.size()) * size;
        stretched(image->pixels(), size).copyTo(batch.pixels.rowRange(row, row + size));
        EvaluatedImage evaluated;
        for (const TrainingBox &box : m_store.at(index).boxes)
            evaluated.truth.push_back({box.classIndex, box.box, box.isDifficult, false});
        batch.images.push_back(std::move(evaluated));
        batch.sizes.push_back(image->size);
    }
    batch.pixels = batch.pixels.rowRange(0, static_cast<int>(batch.images.size()) * size);
    return batch;
}

void Validation::detect(SsdNetworkImpl &network, const Batch &batch, std::vector<EvaluatedImage> &results)
{
    DetectionOptions options;
    options.nmsThreshold = static_cast<float>(m_hyperparameters.nmsThreshold);
    options.nmsTopk = m_hyperparameters.nmsTopk;
    const torch::Tensor input = networkInput(batch.pixels, network.preprocessing(), deviceOf(network));
    const SsdOutput output = onProcessor(network.forward(input));
    const torch::Tensor probabilities = torch::softmax(output.classLogits, /*dim=*/2);
    for (size_t i = 0; i < batch.images.size(); ++i) {
        const auto row = static_cast<int64_t>(i);
        EvaluatedImage image = batch.images[i];
        for (const DetectedBox &box : detectBoxes(probabilities[row], output.boxOffsets[row], m_priors, options)) {
            image.detections.push_back(
                {box.classIndex, box.score, boxOf(box.xmin, box.ymin, box.xmax, box.ymax, batch.sizes[i])});
        }
        results.push_back(std::move(image));
    }
}

} // namespace boxwright::ssd
