// SPDX-License-Identifier: GPL-3.0-or-later
// One training step (forward, targets, loss, backward) on random images: median over several, without decoding,
// augmentation and the optimiser. Usage: training_step_speed [base network] [batch] [threads] [steps]
#include "core/ssd/multibox_loss.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace boxwright::ssd;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QString name = argc > 1 ? QString::fromUtf8(argv[1]) : QStringLiteral("mobilenet-v2");
    const int batch = argc > 2 ? std::atoi(argv[2]) : 8;
    const int threads = argc > 3 ? std::atoi(argv[3]) : 2;
    const int steps = argc > 4 ? std::atoi(argv[4]) : 7;
    at::set_num_threads(threads);
    torch::manual_seed(1);
    const auto network = makeNetwork({name, 300, 3});
    if (!network)
        return 2;
    network->train();
    const torch::Tensor priors = makePriors(*network);
    const torch::Tensor images = torch::randn({batch, 3, 300, 300});
    const std::vector<std::vector<TargetBox>> objects(size_t(batch),
                                                      {{0, 0.1F, 0.1F, 0.3F, 0.3F}, {1, 0.5F, 0.4F, 0.57F, 0.48F}});
    std::vector<double> forward, loss, backward, total;
    for (int step = 0; step <= steps; ++step) {
        const auto start = Clock::now();
        const SsdOutput output = network->forward(images);
        const double forwardSeconds = secondsSince(start);
        const MultiboxLoss value = multiboxLoss(output, assignTargets(priors, objects, output.classLogits));
        const double lossSeconds = secondsSince(start) - forwardSeconds;
        value.total.backward();
        for (torch::Tensor &parameter : network->parameters())
            parameter.mutable_grad() = torch::Tensor();
        if (step == 0)
            continue; // warm-up
        forward.push_back(forwardSeconds);
        loss.push_back(lossSeconds);
        backward.push_back(secondsSince(start) - forwardSeconds - lossSeconds);
        total.push_back(secondsSince(start));
    }
    std::printf("%s batch %d threads %d: forward %.0f ms, targets and loss %.1f ms, backward %.0f ms, %.2f images/s\n",
                qPrintable(name), batch, threads, 1000 * median(forward), 1000 * median(loss), 1000 * median(backward),
                batch / median(total));
    return 0;
}
