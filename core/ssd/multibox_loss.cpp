// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/multibox_loss.h"

#include "core/ssd/parallel.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

/// Sums of one image.
struct LossSums
{
    double crossEntropy = 0;       ///< -log p
    double crossEntropyMetric = 0; ///< -log(p + 1e-8), as mxnet-ssd's MultiBoxMetric
    double smoothL1 = 0;
    int64_t counted = 0;  ///< priors that are not ignored
    int64_t elements = 0; ///< box elements whose loss is above 0

    LossSums &operator+=(const LossSums &other)
    {
        crossEntropy += other.crossEntropy;
        crossEntropyMetric += other.crossEntropyMetric;
        smoothL1 += other.smoothL1;
        counted += other.counted;
        elements += other.elements;
        return *this;
    }
};

/// p - onehot of one prior into `gradient`; returns the loss.
void addClassLoss(const float *logits, int64_t classes, int64_t target, float *gradient, LossSums &sums)
{
    const float largest = *std::max_element(logits, logits + classes);
    float sum = 0;
    for (int64_t c = 0; c < classes; ++c) {
        gradient[c] = std::exp(logits[c] - largest);
        sum += gradient[c];
    }
    for (int64_t c = 0; c < classes; ++c)
        gradient[c] /= sum;
    sums.crossEntropy += std::log(double(sum)) + double(largest - logits[target]);
    sums.crossEntropyMetric -= std::log(double(gradient[target]) + 1e-8);
    gradient[target] -= 1;
    ++sums.counted;
}

/// Smooth L1 of mask * (offset - target) for the four elements of a prior.
void addBoxLoss(const float *offset, const float *target, const float *mask, float *gradient, LossSums &sums)
{
    for (int i = 0; i < 4; ++i) {
        const float difference = mask[i] * (offset[i] - target[i]);
        const float size = std::abs(difference);
        const float loss = size <= 1 ? 0.5F * difference * difference : size - 0.5F;
        gradient[i] = mask[i] * std::clamp(difference, -1.0F, 1.0F);
        sums.smoothL1 += double(loss);
        // Written so that NaN counts too: it must reach the caller, not vanish in a mean over 1.
        sums.elements += !(loss <= 0) ? 1 : 0;
    }
}

struct Problem
{
    torch::Tensor classLogits, boxOffsets;
    Targets targets;
    torch::Tensor classGradient, boxGradient; ///< zeros; filled without the division by counts
};

LossSums addImage(const Problem &problem, int64_t image)
{
    const int64_t priors = problem.classLogits.size(1);
    const int64_t classes = problem.classLogits.size(2);
    const int64_t first = image * priors;
    const float *logits = problem.classLogits.data_ptr<float>() + first * classes;
    const float *offsets = problem.boxOffsets.data_ptr<float>() + first * 4;
    const int64_t *target = problem.targets.classTarget.data_ptr<int64_t>() + first;
    const float *boxTarget = problem.targets.boxTarget.data_ptr<float>() + first * 4;
    const float *mask = problem.targets.boxMask.data_ptr<float>() + first * 4;
    float *classGradient = problem.classGradient.data_ptr<float>() + first * classes;
    float *boxGradient = problem.boxGradient.data_ptr<float>() + first * 4;
    LossSums sums;
    for (int64_t j = 0; j < priors; ++j) {
        if (target[j] >= 0)
            addClassLoss(logits + j * classes, classes, target[j], classGradient + j * classes, sums);
        if (mask[j * 4] > 0)
            addBoxLoss(offsets + j * 4, boxTarget + j * 4, mask + j * 4, boxGradient + j * 4, sums);
    }
    return sums;
}

LossSums addBatch(const Problem &problem)
{
    const int64_t images = problem.classLogits.size(0);
    std::vector<LossSums> sums{size_t(images)};
    parallelParts(images, 1, [&](int64_t begin, int64_t end, int) {
        for (int64_t image = begin; image < end; ++image)
            sums[size_t(image)] = addImage(problem, image);
    });
    LossSums total;
    for (const LossSums &image : sums)
        total += image;
    return total;
}

/// One pass over the counted priors gives the loss and its gradient.
class LossFunction : public torch::autograd::Function<LossFunction>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &classLogits,
                                 const torch::Tensor &boxOffsets, const Targets &targets, LossSums *sums)
    {
        const Problem problem{classLogits.contiguous(), boxOffsets.contiguous(), targets,
                              torch::zeros(classLogits.sizes()), torch::zeros(boxOffsets.sizes())};
        *sums = addBatch(problem);
        const double counted = double(std::max<int64_t>(1, sums->counted));
        const double elements = double(std::max<int64_t>(1, sums->elements));
        context->save_for_backward({problem.classGradient.div_(counted), problem.boxGradient.div_(elements)});
        return torch::tensor(float(sums->crossEntropy / counted + sums->smoothL1 / elements));
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const auto saved = context->get_saved_variables();
        return {saved[0] * gradients[0], saved[1] * gradients[0], torch::Tensor(), torch::Tensor()};
    }
};

} // namespace

MultiboxLoss multiboxLoss(const SsdOutput &output, const Targets &targets)
{
    LossSums sums;
    MultiboxLoss loss;
    loss.total = LossFunction::apply(output.classLogits, output.boxOffsets, targets, &sums);
    const double counted = double(std::max<int64_t>(1, sums.counted));
    loss.classLoss = sums.crossEntropyMetric / counted;
    loss.boxLoss = sums.smoothL1 / counted;
    return loss;
}

} // namespace boxwright::ssd
