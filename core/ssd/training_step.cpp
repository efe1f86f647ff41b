// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/training_step.h"

#include "core/ssd/multibox_loss.h"
#include "core/ssd/pixels.h"
#include "core/ssd/weight_matching.h"

#include <QCoreApplication>

#include <cmath>
#include <new>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingStep)
};

/// torch's own allocators, and ours (KeptMemory), say it in words.
bool isOutOfMemory(const c10::Error &error)
{
    const std::string words = error.what_without_backtrace();
    for (const char *part : {"out of memory", "not enough memory", "can't allocate memory"}) {
        if (words.find(part) != std::string::npos)
            return true;
    }
    return dynamic_cast<const c10::OutOfMemoryError *>(&error) != nullptr;
}

} // namespace

bool TrainingStep::Loss::isFinite() const
{
    return std::isfinite(classLoss) && std::isfinite(boxLoss);
}

TrainingStep::TrainingStep(SsdNetworkImpl &network, Optimiser &optimiser, std::function<void(const QString &)> note,
                           torch::ScalarType inputType)
    : m_network(network)
    , m_optimiser(optimiser)
    , m_note(std::move(note))
    , m_inputType(inputType)
    , m_priors(makePriors(network))
{
}

Result<TrainingStep::Loss> TrainingStep::run(const TrainingBatch &batch, double learningRate)
{
    while (true) {
        try {
            const Loss loss = addGradients(batch);
            if (loss.isFinite())
                m_optimiser.step(learningRate);
            else
                forgetGradients();
            return loss;
        } catch (const c10::Error &error) {
            if (!isOutOfMemory(error))
                throw;
        } catch (const std::bad_alloc &) { // halved below, when everything of the attempt is freed
        }
        forgetGradients();
        if (Result<> halved = halve(batch.objects.size()); !halved)
            return failure(halved.error());
    }
}

TrainingStep::Loss TrainingStep::addGradients(const TrainingBatch &batch)
{
    const size_t images = batch.objects.size();
    const size_t parts = std::min<size_t>(static_cast<size_t>(m_parts), images);
    Loss sum;
    for (size_t part = 0; part < parts; ++part) {
        const size_t first = images * part / parts;
        const size_t count = images * (part + 1) / parts - first;
        const Loss loss = addGradients(batch, first, count);
        const double share = static_cast<double>(count) / static_cast<double>(images);
        sum.classLoss += share * loss.classLoss;
        sum.boxLoss += share * loss.boxLoss;
    }
    return sum;
}

TrainingStep::Loss TrainingStep::addGradients(const TrainingBatch &batch, size_t first, size_t count)
{
    const int size = batch.pixels.cols;
    const int row = static_cast<int>(first) * size;
    const cv::Mat pixels = batch.pixels.rowRange(row, row + static_cast<int>(count) * size);
    const auto begin = batch.objects.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<std::vector<TargetBox>> objects(begin, begin + static_cast<std::ptrdiff_t>(count));
    const SsdOutput output = m_network.forward(networkInput(pixels, m_network.preprocessing()).to(m_inputType));
    const Targets targets = assignTargets(m_priors, objects, output.classLogits.detach());
    const MultiboxLoss loss = multiboxLoss(output, targets);
    const Loss result{loss.classLoss, loss.boxLoss};
    if (!result.isFinite())
        return result;
    if (count == batch.objects.size())
        loss.total.backward();
    else
        (loss.total * (static_cast<double>(count) / static_cast<double>(batch.objects.size()))).backward();
    return result;
}

void TrainingStep::forgetGradients()
{
    for (const auto &parameter : m_network.named_parameters())
        parameter.value().mutable_grad().reset();
}

Result<> TrainingStep::halve(size_t images)
{
    if (static_cast<size_t>(m_parts) >= images)
        return failure(
            Text::tr("Memory does not suffice to learn from a single image. A smaller image_shape or base network "
                     "needs less, and so does everything else that is closed meanwhile."));
    m_parts = static_cast<int>(std::min(images, 2 * static_cast<size_t>(m_parts)));
    m_note(Text::tr(
               "Memory ran out: batches of %1 images are now worked through in %2 parts. A step still learns from the "
               "whole batch.")
               .arg(images)
               .arg(m_parts));
    return {};
}

QString firstNonFinite(const SsdNetworkImpl &network)
{
    const torch::NoGradGuard noGradients;
    const NamedTensors tensors = namedTensors(network);
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        if (entry.value().is_floating_point() && !torch::isfinite(entry.value()).all().item<bool>())
            return entry.key();
    }
    return {};
}

} // namespace boxwright::ssd
