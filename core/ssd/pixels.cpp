// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/pixels.h"

#include <cstring>

namespace boxwright::ssd {

namespace {

/// (1, 3, 1, 1) on the device.
torch::Tensor perChannel(const std::array<float, 3> &values, const torch::Device &device)
{
    return torch::tensor({values[0], values[1], values[2]}).view({1, 3, 1, 1}).to(device);
}

} // namespace

torch::Tensor networkInput(const cv::Mat &pixels, const Preprocessing &preprocessing, const torch::Device &device)
{
    if (!device.is_cpu())
        return networkInputOnDevice(pixels, preprocessing, device);
    const int64_t side = pixels.cols;
    torch::Tensor input = torch::empty({pixels.rows / side, side, side, 3}, torch::kFloat32);
    const cv::Mat packed = pixels.isContinuous() ? pixels : pixels.clone();
    const uint8_t *source = packed.data;
    float *target = input.data_ptr<float>();
    std::array<float, 3> factor{};
    for (size_t channel = 0; channel < factor.size(); ++channel)
        factor[channel] = 1 / preprocessing.deviation[channel];
    const std::array<float, 3> mean = preprocessing.mean;
    constexpr int64_t kGrain = 65'536;
    at::parallel_for(0, input.numel() / 3, kGrain, [=](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            for (int64_t channel = 0; channel < 3; ++channel)
                target[3 * i + channel] =
                    (static_cast<float>(source[3 * i + channel]) - mean[channel]) * factor[channel];
        }
    });
    return input.permute({0, 3, 1, 2}); // (B, S, S, 3) -> (B, 3, S, S), not moved
}

torch::Tensor networkInputOnDevice(const cv::Mat &pixels, const Preprocessing &preprocessing,
                                   const torch::Device &device)
{
    const int64_t side = pixels.cols;
    const cv::Mat packed = pixels.isContinuous() ? pixels : pixels.clone();
    // A GPU fetches from pinned memory while the processor goes on.
    torch::Tensor bytes = torch::empty({pixels.rows / side, side, side, 3},
                                       torch::TensorOptions(torch::kUInt8).pinned_memory(device.is_cuda()));
    std::memcpy(bytes.data_ptr<uint8_t>(), packed.data, bytes.nbytes());
    const torch::Tensor there = bytes.to(device, /*non_blocking=*/true).permute({0, 3, 1, 2}); // (B, 3, S, S)
    return (there.to(torch::kFloat32) - perChannel(preprocessing.mean, device))
        .div_(perChannel(preprocessing.deviation, device));
}

} // namespace boxwright::ssd
