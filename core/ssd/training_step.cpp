// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/training_step.h"

#include "core/ssd/devices.h"
#include "core/ssd/multibox_loss.h"
#include "core/ssd/pixels.h"
#include "core/ssd/weight_matching.h"

#include <QCoreApplication>

#include <cmath>
#include <future>
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

TrainingStep::TrainingStep(Replicas &replicas, Optimiser &optimiser, std::function<void(const QString &)> note,
                           torch::ScalarType inputType)
    : m_replicas(replicas)
    , m_optimiser(optimiser)
    , m_note(std::move(note))
    , m_inputType(inputType)
    , m_priors(makePriors(replicas.first()))
{
}

Result<TrainingStep::Loss> TrainingStep::run(const TrainingBatch &batch, double learningRate)
{
    while (true) {
        try {
            const Loss loss = addGradients(batch);
            if (loss.isFinite()) {
                m_replicas.gatherGradients();
                m_optimiser.step(learningRate);
                m_replicas.spread();
            } else {
                m_replicas.forgetGradients();
            }
            return loss;
        } catch (const c10::Error &error) {
            if (!isOutOfMemory(error))
                throw;
        } catch (const std::bad_alloc &) { // halved below, when everything of the attempt is freed
        }
        m_replicas.forgetGradients();
        if (Result<> halved = halve(batch.objects.size()); !halved)
            return failure(halved.error());
    }
}

std::vector<TrainingStep::Part> TrainingStep::partsOf(size_t images) const
{
    const size_t count = std::min(images, static_cast<size_t>(m_parts) * m_replicas.size());
    std::vector<Part> parts;
    for (size_t part = 0; part < count; ++part) {
        const size_t first = images * part / count;
        parts.push_back({first, images * (part + 1) / count - first});
    }
    return parts;
}

TrainingStep::Loss TrainingStep::addGradients(const TrainingBatch &batch)
{
    const std::vector<Part> parts = partsOf(batch.objects.size());
    std::vector<std::future<Loss>> others;
    for (size_t replica = 1; replica < m_replicas.size(); ++replica)
        others.push_back(std::async(std::launch::async, [&, replica] { return addGradients(batch, parts, replica); }));
    // A future waits where it is destroyed: none of the threads outlives what it uses, whoever throws.
    Loss sum = addGradients(batch, parts, 0);
    for (std::future<Loss> &other : others) {
        const Loss loss = other.get();
        sum.classLoss += loss.classLoss;
        sum.boxLoss += loss.boxLoss;
    }
    return sum;
}

TrainingStep::Loss TrainingStep::addGradients(const TrainingBatch &batch, const std::vector<Part> &parts,
                                              size_t replica)
{
    Loss sum;
    for (size_t k = replica; k < parts.size(); k += m_replicas.size()) {
        const Loss loss = addGradients(batch, parts[k], m_replicas.at(replica));
        const double share = static_cast<double>(parts[k].count) / static_cast<double>(batch.objects.size());
        sum.classLoss += share * loss.classLoss;
        sum.boxLoss += share * loss.boxLoss;
    }
    return sum;
}

TrainingStep::Loss TrainingStep::addGradients(const TrainingBatch &batch, const Part &part, SsdNetworkImpl &network)
{
    const int size = batch.pixels.cols;
    const int row = static_cast<int>(part.first) * size;
    const cv::Mat pixels = batch.pixels.rowRange(row, row + static_cast<int>(part.count) * size);
    const auto begin = batch.objects.begin() + static_cast<std::ptrdiff_t>(part.first);
    const std::vector<std::vector<TargetBox>> objects(begin, begin + static_cast<std::ptrdiff_t>(part.count));
    const torch::Tensor input = networkInput(pixels, network.preprocessing(), deviceOf(network));
    const SsdOutput output = onProcessor(network.forward(input.to(m_inputType)));
    const Targets targets = assignTargets(m_priors, objects, output.classLogits.detach());
    const MultiboxLoss loss = multiboxLoss(output, targets);
    const Loss result{loss.classLoss, loss.boxLoss};
    if (!result.isFinite())
        return result;
    if (part.count == batch.objects.size())
        loss.total.backward();
    else
        (loss.total * (static_cast<double>(part.count) / static_cast<double>(batch.objects.size()))).backward();
    return result;
}

Result<> TrainingStep::halve(size_t images)
{
    const size_t perReplica = (images + m_replicas.size() - 1) / m_replicas.size();
    if (static_cast<size_t>(m_parts) >= perReplica)
        return failure(
            Text::tr("Memory does not suffice to learn from a single image. A smaller image_shape or base network "
                     "needs less, and so does everything else that is closed meanwhile."));
    m_parts = static_cast<int>(std::min(perReplica, 2 * static_cast<size_t>(m_parts)));
    m_note(Text::tr(
               "Memory ran out: batches of %1 images are now worked through in %2 parts. A step still learns from the "
               "whole batch.")
               .arg(images)
               .arg(partsOf(images).size()));
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
