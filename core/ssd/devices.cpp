// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/devices.h"

#include "core/ssd/cuda_driver.h"

#include <QCoreApplication>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

QString gpuName(int number)
{
    const QString name = gpuFacts(number).name;
    return name.isEmpty() ? QStringLiteral("cuda:%1").arg(number) : name;
}

torch::Device gpu(int number)
{
    return {torch::kCUDA, static_cast<torch::DeviceIndex>(number)};
}

auto noGpu(int number, int count)
{
    if (count > 0)
        return failure(
            Text::tr("There is no GPU number %1 (cuda:%1): this machine has %n, counted from 0.", nullptr, count)
                .arg(number));
    return failure(Text::tr("LibTorch finds no GPU here: none is built in, its driver is missing or too old, or this "
                            "program was built with a LibTorch that knows none. Choose auto or cpu."));
}

} // namespace

int gpuCount()
{
    return torch::cuda::is_available() ? int(torch::cuda::device_count()) : 0;
}

std::vector<ComputeDevice> computeDevices()
{
    std::vector<ComputeDevice> devices{
        {DeviceChoice::processor(), Text::tr("Processor"), hasFastBfloat16(torch::kCPU)}};
    for (int number = 0; number < gpuCount(); ++number)
        devices.push_back({DeviceChoice::gpus({number}), gpuName(number), hasFastBfloat16(gpu(number))});
    return devices;
}

Result<std::vector<torch::Device>> devicesFor(const DeviceChoice &choice)
{
    const int count = gpuCount();
    if (choice.kind() == DeviceChoice::Kind::Processor || (!choice.isGpu() && count == 0))
        return std::vector<torch::Device>{torch::kCPU};
    std::vector<int> numbers = choice.gpus();
    if (numbers.empty())
        numbers.push_back(0);
    if (choice.kind() == DeviceChoice::Kind::AllGpus)
        for (int number = 1; number < count; ++number)
            numbers.push_back(number);
    std::vector<torch::Device> devices;
    for (const int number : numbers) {
        if (number >= count)
            return noGpu(number, count);
        devices.push_back(gpu(number));
    }
    return devices;
}

QString deviceName(const torch::Device &device)
{
    return device.is_cuda() ? Text::tr("%1 (GPU %2)").arg(gpuName(device.index())).arg(device.index())
                            : Text::tr("the processor");
}

bool hasFastBfloat16(const torch::Device &device)
{
    constexpr int kAmpere = 8;
    if (device.is_cuda())
        return gpuFacts(device.index()).generation >= kAmpere;
#if defined(__GNUC__) && defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16") && at::hasMKLDNN();
#else
    return false;
#endif
}

torch::Device deviceOf(const SsdNetworkImpl &network)
{
    return network.parameters().front().device();
}

void moveTo(const torch::Device &device, SsdNetworkImpl &network)
{
    network.to(device);
    if (device.is_cpu())
        return;
    for (torch::Tensor &weight : network.parameters())
        if (weight.dim() == 4)
            weight.set_data(weight.data().contiguous(torch::MemoryFormat::ChannelsLast));
}

SsdOutput onProcessor(const SsdOutput &output)
{
    return {output.classLogits.to(torch::kCPU, torch::kFloat32), output.boxOffsets.to(torch::kCPU, torch::kFloat32)};
}

} // namespace boxwright::ssd
