// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/kept_memory.h"

#include <torch/torch.h>

#include <QTest>

#include <thread>

using namespace boxwright::ssd;

namespace {

constexpr int64_t kMegabyte = 1 << 20;

torch::Tensor block(int64_t bytes)
{
    return torch::empty({bytes}, torch::kUInt8);
}

} // namespace

class KeptMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreedBlockIsUsedAgain();
    void blocksAreAligned_data();
    void blocksAreAligned();
    void everythingGoesBackAtTheEnd();
    void aBlockMayOutliveTheMemory();
    void aBlockFromBeforeIsFreedRight();
    void whoGoesGivesBackWhatIsIdle();
    void whoStaysKeepsOn();
    void threadsMayAllocateTogether();
    void growingATensorKeepsItsContent();
};

void KeptMemoryTest::aFreedBlockIsUsedAgain()
{
    const KeptMemory memory;
    void *first = nullptr;
    {
        const torch::Tensor tensor = block(8 * kMegabyte);
        first = tensor.data_ptr();
    }
    QVERIFY(KeptMemory::idleBytes() >= size_t(8 * kMegabyte));
    const torch::Tensor again = block(8 * kMegabyte);
    QCOMPARE(again.data_ptr(), first);
    QCOMPARE(KeptMemory::idleBytes(), size_t{0});
}

void KeptMemoryTest::blocksAreAligned_data()
{
    QTest::addColumn<qint64>("bytes");
    for (qint64 bytes : {1LL, 63LL, 64LL, 16384LL, 16385LL, 100'000LL, 2'097'152LL, 2'097'153LL, 50'000'000LL})
        QTest::addRow("%lld bytes", bytes) << bytes;
}

void KeptMemoryTest::blocksAreAligned()
{
    QFETCH(qint64, bytes);
    const KeptMemory memory;
    const torch::Tensor tensor = block(bytes);
    QCOMPARE(reinterpret_cast<quintptr>(tensor.data_ptr()) % 64, quintptr{0});
    tensor.fill_(7);
    QCOMPARE(tensor[-1].item<int>(), 7);
}

void KeptMemoryTest::everythingGoesBackAtTheEnd()
{
    const size_t before = KeptMemory::heldBytes();
    {
        const KeptMemory memory;
        for (int64_t size : {1, 3, 9, 27})
            block(size * kMegabyte).fill_(1);
        QVERIFY(KeptMemory::heldBytes() >= before + size_t(40 * kMegabyte));
    }
    QCOMPARE(KeptMemory::heldBytes(), before);
    QCOMPARE(KeptMemory::idleBytes(), size_t{0});
}

void KeptMemoryTest::aBlockMayOutliveTheMemory()
{
    const size_t before = KeptMemory::heldBytes();
    torch::Tensor survivor;
    {
        const KeptMemory memory;
        survivor = block(4 * kMegabyte);
        survivor.fill_(5);
    }
    QVERIFY(KeptMemory::heldBytes() > before);
    QCOMPARE(survivor.sum().item<int64_t>(), 5 * 4 * kMegabyte);
    survivor.reset();
    QCOMPARE(KeptMemory::heldBytes(), before);
    QCOMPARE(KeptMemory::idleBytes(), size_t{0});
}

void KeptMemoryTest::aBlockFromBeforeIsFreedRight()
{
    torch::Tensor early = block(4 * kMegabyte);
    const KeptMemory memory;
    early.fill_(1);
    early.reset();
    QCOMPARE(KeptMemory::idleBytes(), size_t{0});
}

void KeptMemoryTest::whoGoesGivesBackWhatIsIdle()
{
    const KeptMemory detector(KeptMemory::Of::Detection);
    auto training = std::make_unique<KeptMemory>();
    block(4 * kMegabyte).fill_(1);
    QVERIFY(KeptMemory::idleBytes() > 0);
    training.reset();
    QCOMPARE(KeptMemory::idleBytes(), size_t{0});
}

void KeptMemoryTest::whoStaysKeepsOn()
{
    const KeptMemory detector(KeptMemory::Of::Detection);
    std::make_unique<KeptMemory>().reset();
    block(4 * kMegabyte).fill_(1);
    QVERIFY(KeptMemory::idleBytes() >= size_t(4 * kMegabyte));
}

void KeptMemoryTest::threadsMayAllocateTogether()
{
    const KeptMemory memory;
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int number = 1; number <= 4; ++number) {
        threads.emplace_back([number, &wrong] {
            for (int round = 0; round < 200; ++round) {
                const torch::Tensor tensor = block(20'000 + 1'000 * ((round * number) % 7));
                tensor.fill_(number);
                if (tensor.max().item<int>() != number || tensor.min().item<int>() != number)
                    ++wrong;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void KeptMemoryTest::growingATensorKeepsItsContent()
{
    const KeptMemory memory;
    torch::Tensor tensor = torch::arange(100'000);
    tensor.resize_({200'000});
    QVERIFY(torch::equal(tensor.narrow(0, 0, 100'000), torch::arange(100'000)));
}

QTEST_GUILESS_MAIN(KeptMemoryTest)
#include "kept_memory_test.moc"
