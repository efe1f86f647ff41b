// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/devices.h"

#include "core/ssd/pixels.h"
#include "core/ssd/replicas.h"

#include <opencv2/core.hpp>

#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class DevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProcessorIsAlwaysThere();
    void automaticIsTheFirstGpuOrTheProcessor();
    void aGpuThatIsNotThereIsRefused();
    void allGpusAreRefusedWhereThereIsNone();
    void aGpusInputIsTheProcessors();
    void replicasStartAlikeAndShareTheirStatistics();
    void whatIsFrozenIsFrozenInEveryReplica();
};

namespace {

const NetworkSpec kSmall{QStringLiteral("resnet-50"), 300, 2, /*widthDivisor=*/16};

} // namespace

void DevicesTest::theProcessorIsAlwaysThere()
{
    const auto devices = devicesFor(DeviceChoice::processor());
    QVERIFY(devices);
    QCOMPARE(devices->size(), size_t(1));
    QVERIFY(devices->front().is_cpu());
}

void DevicesTest::automaticIsTheFirstGpuOrTheProcessor()
{
    const auto devices = devicesFor({});
    QVERIFY(devices);
    QCOMPARE(devices->size(), size_t(1));
    QCOMPARE(devices->front().is_cuda(), gpuCount() > 0);
}

void DevicesTest::aGpuThatIsNotThereIsRefused()
{
    const int missing = gpuCount();
    const auto devices = devicesFor(DeviceChoice::gpus({missing}));
    QVERIFY(!devices);
    QVERIFY2(devices.error().message.contains(QLatin1String("GPU")), qPrintable(devices.error().message));
}

void DevicesTest::allGpusAreRefusedWhereThereIsNone()
{
    if (gpuCount() > 0)
        QSKIP("this machine has a GPU");
    QVERIFY(!devicesFor(*DeviceChoice::parse(QStringLiteral("cuda:all"))));
}

/// torch's own operators run on the processor as well.
void DevicesTest::aGpusInputIsTheProcessors()
{
    cv::Mat pixels(2 * 40, 40, CV_8UC3);
    cv::setRNGSeed(3);
    cv::randu(pixels, cv::Scalar::all(0), cv::Scalar::all(256));
    const Preprocessing preprocessing{{123, 117, 104}, {58, 57, 59}};
    const torch::Tensor wanted = networkInput(pixels, preprocessing);
    const torch::Tensor found = networkInputOnDevice(pixels, preprocessing, torch::kCPU);
    QVERIFY(found.is_contiguous(torch::MemoryFormat::ChannelsLast));
    QVERIFY(torch::allclose(found, wanted, 1e-5, 1e-5));
}

void DevicesTest::replicasStartAlikeAndShareTheirStatistics()
{
    torch::manual_seed(1);
    const auto network = makeNetwork(kSmall);
    Replicas replicas = makeReplicas(network, kSmall, {torch::kCPU, torch::kCPU});
    QCOMPARE(replicas.size(), size_t(2));
    QVERIFY(&replicas.at(1) != network.get());
    const auto copies = replicas.at(1).named_parameters();
    for (const auto &parameter : network->named_parameters())
        QVERIFY(torch::equal(copies[parameter.key()], parameter.value()));
    torch::Tensor here = network->named_buffers()["bn0_moving_mean"];
    torch::Tensor there = replicas.at(1).named_buffers()["bn0_moving_mean"];
    here.fill_(1);
    there.fill_(4);
    replicas.averageStatistics();
    QVERIFY(torch::equal(here, torch::full_like(here, 2.5)));
    QVERIFY(torch::equal(there, here));
}

void DevicesTest::whatIsFrozenIsFrozenInEveryReplica()
{
    const auto network = makeNetwork(kSmall);
    network->named_parameters()["conv0_weight"].set_requires_grad(false);
    const Replicas replicas = makeReplicas(network, kSmall, {torch::kCPU, torch::kCPU});
    const auto copies = replicas.at(1).named_parameters();
    QVERIFY(!copies["conv0_weight"].requires_grad());
    QVERIFY(copies["stage1_unit1_conv1_weight"].requires_grad());
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "devices_test.moc"
