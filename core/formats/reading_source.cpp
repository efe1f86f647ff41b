// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/reading_source.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace boxwright {

namespace {

constexpr std::size_t kBatch = 256; ///< images
constexpr std::size_t kAhead = 6;   ///< batches that wait

qint64 dropSuggestions(FormatImage &image)
{
    return static_cast<qint64>(
        std::erase_if(image.labels, [](const FormatLabel &label) { return label.isSuggestion; }));
}

/// Hands everything to functions.
class ScanSink : public FormatSink
{
public:
    ScanSink(std::function<void(FormatImage)> take, const NoteSink &notes)
        : m_take(std::move(take))
        , m_notes(notes)
    {
    }

    Result<> classes(const QStringList &names) override
    {
        classNames = names;
        return {};
    }
    Result<> image(FormatImage image) override
    {
        m_take(std::move(image));
        return {};
    }
    void note(const FormatNote &note) override
    {
        if (m_notes)
            m_notes(note);
    }

    QStringList classNames;

private:
    std::function<void(FormatImage)> m_take;
    const NoteSink &m_notes;
};

} // namespace

/// Reads on a thread and lets batches wait. Ends the reading when it goes.
class ReadingSource::Pump : public FormatSink
{
public:
    Pump(const DatasetFormat &format, const ReadOptions &options)
        : m_thread([this, &format, options] { run(format, options); })
    {
    }

    ~Pump() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
        }
        m_hasRoom.notify_all();
        m_thread.join();
    }

    /// The next batch; empty at the end.
    std::vector<FormatImage> take()
    {
        std::unique_lock lock(m_mutex);
        m_hasBatch.wait(lock, [this] { return !m_waiting.empty() || m_isDone; });
        if (m_waiting.empty())
            return {};
        std::vector<FormatImage> batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        m_hasRoom.notify_one();
        return batch;
    }

    /// Only after take() has given nothing.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    Result<> classes(const QStringList &) override { return {}; }
    Result<> image(FormatImage image) override
    {
        dropSuggestions(image);
        m_batch.push_back(std::move(image));
        return m_batch.size() < kBatch || push() ? Result<>() : Result<>(failure(QString()));
    }
    void note(const FormatNote &) override {}

private:
    void run(const DatasetFormat &format, const ReadOptions &options)
    {
        const Result<> read = format.read(options, *this);
        push();
        const std::lock_guard lock(m_mutex);
        if (!read && !m_isStopped)
            m_problem = read.error();
        m_isDone = true;
        m_hasBatch.notify_all();
    }

    /// False once nobody wants more.
    bool push()
    {
        std::unique_lock lock(m_mutex);
        m_hasRoom.wait(lock, [this] { return m_waiting.size() < kAhead || m_isStopped; });
        if (m_isStopped)
            return false;
        if (!m_batch.empty())
            m_waiting.push_back(std::exchange(m_batch, {}));
        lock.unlock();
        m_hasBatch.notify_one();
        m_batch.reserve(kBatch);
        return true;
    }

    std::mutex m_mutex;
    std::condition_variable m_hasBatch;
    std::condition_variable m_hasRoom;
    std::deque<std::vector<FormatImage>> m_waiting;
    std::vector<FormatImage> m_batch; ///< the reading thread's own
    std::optional<Error> m_problem;
    bool m_isDone = false;
    bool m_isStopped = false;
    std::thread m_thread; ///< last: it starts when everything else is there
};

ReadingSource::ReadingSource(const DatasetFormat &format, ReadOptions options)
    : m_format(format)
    , m_options(std::move(options))
{
}

ReadingSource::~ReadingSource() = default;

Result<> ReadingSource::scan(const Hear &hear, const NoteSink &notes)
{
    m_images = 0;
    m_suggestions = 0;
    ScanSink sink(
        [&](FormatImage image) {
            m_suggestions += dropSuggestions(image);
            ++m_images;
            hear(image);
        },
        notes);
    ReadOptions options = m_options;
    options.keepsExtra = false;
    const Result<> read = m_format.read(options, sink);
    m_classes = sink.classNames;
    m_options.progress = {}; // later readings are part of a writing, which tells of its own
    return read;
}

std::optional<FormatImage> ReadingSource::next()
{
    if (m_at == m_batch.size()) {
        if (!m_pump)
            m_pump = std::make_unique<Pump>(m_format, m_options);
        m_batch = m_pump->take();
        m_at = 0;
        ++m_batches;
        if (m_batch.empty()) {
            m_problem = m_pump->problem();
            return std::nullopt;
        }
    }
    FormatImage &image = m_batch[m_at++];
    return m_batches == 1 ? image : std::move(image);
}

/// Those who only looked at the first images do not pay for another reading.
void ReadingSource::rewind()
{
    if (m_batches > 1) {
        m_pump.reset();
        m_batch.clear();
        m_batches = 0;
    }
    m_at = 0;
}

} // namespace boxwright
