// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/batch_loader.h"

#include <QCoreApplication>

#include <exception>
#include <numeric>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BatchLoader)
};

/// The network's threads and the window go first; a batch ahead is enough.
void yieldToOthers()
{
#ifdef __linux__
    constexpr int kNicer = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kNicer);
#endif
}

} // namespace

BatchLoader::BatchLoader(ImageStore &store, const BatchLoaderOptions &options)
    : m_store(store)
    , m_options(options)
    , m_batchSize(std::clamp(options.batchSize, 1, std::max(1, store.count())))
    , m_nextToMake(options.firstStep)
    , m_nextToTake(options.firstStep)
{
    for (int i = 0; i < options.workers; ++i)
        m_workers.emplace_back([this] { work(); });
}

BatchLoader::~BatchLoader()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wantsWork.notify_all();
    for (std::thread &worker : m_workers)
        worker.join();
}

Result<TrainingBatch> BatchLoader::next()
{
    if (m_workers.empty())
        return make(m_nextToTake++);
    std::unique_lock lock(m_mutex);
    m_hasBatch.wait(lock, [this] { return m_ready.contains(m_nextToTake); });
    auto node = m_ready.extract(m_nextToTake++);
    lock.unlock();
    m_wantsWork.notify_all();
    return std::move(node.mapped());
}

void BatchLoader::work()
{
    yieldToOthers();
    const qint64 ahead = m_options.workers + 1;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wantsWork.wait(lock, [&] { return m_isStopping || m_nextToMake < m_nextToTake + ahead; });
        if (m_isStopping)
            return;
        const qint64 step = m_nextToMake++;
        lock.unlock();
        Result<TrainingBatch> batch = make(step);
        lock.lock();
        m_ready.emplace(step, std::move(batch));
        m_hasBatch.notify_one();
    }
}

Result<TrainingBatch> BatchLoader::make(qint64 step)
{
    try {
        return fill(step);
    } catch (const std::exception &exception) { // OpenCV, memory
        return failure(Text::tr("A batch of training images could not be made."),
                       QString::fromLocal8Bit(exception.what()));
    }
}

TrainingBatch BatchLoader::fill(qint64 step)
{
    const qint64 batches = batchesPerEpoch(m_store.count(), m_batchSize);
    const qint64 epoch = step / batches;
    const qint64 first = step % batches * m_batchSize;
    const Order order = orderOf(epoch);
    std::vector<Result<TrainingExample>> examples(static_cast<size_t>(m_batchSize));
#pragma omp parallel for num_threads(m_options.threads) schedule(dynamic, 1) if (m_workers.empty())
    for (int i = 0; i < m_batchSize; ++i)
        examples[static_cast<size_t>(i)] = example(m_store, m_options, epoch, (*order)[static_cast<size_t>(first + i)]);

    const int size = m_options.imageShape;
    TrainingBatch batch;
    batch.pixels = cv::Mat(m_batchSize * size, size, CV_8UC3);
    for (Result<TrainingExample> &made : examples) {
        if (!made) {
            batch.problems.push_back(made.error());
            continue;
        }
        const auto row = static_cast<int>(batch.objects.size()) * size;
        made->pixels.copyTo(batch.pixels.rowRange(row, row + size));
        batch.objects.push_back(std::move(made->objects));
    }
    batch.pixels = batch.pixels.rowRange(0, static_cast<int>(batch.objects.size()) * size);
    return batch;
}

Result<TrainingExample> BatchLoader::example(ImageStore &store, const BatchLoaderOptions &options, qint64 epoch,
                                             int index)
{
    try {
        const auto image = store.load(index);
        if (!image)
            return failure(image.error());
        SeededRandom random(options.seed, static_cast<quint64>(epoch), static_cast<quint64>(index));
        return augment(image->pixels(), image->objects, options.imageShape, options.augmentation, random);
    } catch (const std::exception &exception) { // OpenCV, memory
        return failure(Text::tr("An image could not be prepared for training."),
                       QString::fromLocal8Bit(exception.what()));
    }
}

BatchLoader::Order BatchLoader::orderOf(qint64 epoch)
{
    const std::scoped_lock lock(m_orderMutex);
    if (m_orderEpoch == epoch)
        return m_order;
    auto order = std::make_shared<std::vector<int>>(m_store.count());
    std::iota(order->begin(), order->end(), 0);
    constexpr quint64 kShuffleStream = ~quint64{0}; // no image has this number
    SeededRandom random(m_options.seed, static_cast<quint64>(epoch), kShuffleStream);
    for (int i = m_store.count(); i > 1; --i)
        std::swap((*order)[i - 1], (*order)[random.wholeBetween(0, i - 1)]);
    m_orderEpoch = epoch;
    m_order = order;
    return order;
}

} // namespace boxwright::ssd
