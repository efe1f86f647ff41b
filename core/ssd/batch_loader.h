// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/augmentation.h"
#include "core/ssd/image_store.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace boxwright::ssd {

struct TrainingBatch
{
    cv::Mat pixels; ///< CV_8UC3 RGB, the images one below the other; fewer where some could not be read
    std::vector<std::vector<TargetBox>> objects;
    std::vector<Error> problems; ///< one for each image that could not be read
};

struct BatchLoaderOptions
{
    quint64 seed = 1;
    int imageShape = 300;
    int batchSize = 8;
    int workers = 1; ///< 0: next() makes the batch itself
    int threads = 1; ///< that share the making of one batch where there are no workers
    qint64 firstStep = 0;
    AugmentationOptions augmentation;
};

/// Makes the batches of a training, one after the other, on threads of its own a few batches ahead or as they are asked
/// for. What is in a batch depends on seed and step only: not on the number of workers, nor on where a training was
/// stopped and went on. An epoch is a new shuffle of all images; what does not fill its last batch is left out.
class BatchLoader
{
public:
    /// The store lives longer than the loader.
    BatchLoader(ImageStore &store, const BatchLoaderOptions &options);
    ~BatchLoader();
    BatchLoader(const BatchLoader &) = delete;
    BatchLoader &operator=(const BatchLoader &) = delete;

    /// Waits for the next batch. Fails where making it failed in a way that is not the image's fault (memory).
    Result<TrainingBatch> next();

    static int batchesPerEpoch(int images, int batchSize) { return std::max(1, images / std::max(1, batchSize)); }

    /// What a batch of that epoch holds of that image. Throws nothing; for any thread.
    static Result<TrainingExample> example(ImageStore &store, const BatchLoaderOptions &options, qint64 epoch,
                                           int index);

private:
    using Order = std::shared_ptr<const std::vector<int>>;

    void work();
    Result<TrainingBatch> make(qint64 step);
    TrainingBatch fill(qint64 step);
    Order orderOf(qint64 epoch);

    ImageStore &m_store;
    const BatchLoaderOptions m_options;
    const int m_batchSize;
    std::mutex m_mutex;
    std::condition_variable m_wantsWork;
    std::condition_variable m_hasBatch;
    std::map<qint64, Result<TrainingBatch>> m_ready;
    qint64 m_nextToMake = 0;
    qint64 m_nextToTake = 0;
    bool m_isStopping = false;
    std::mutex m_orderMutex;
    qint64 m_orderEpoch = -1;
    Order m_order;
    std::vector<std::thread> m_workers;
};

} // namespace boxwright::ssd
