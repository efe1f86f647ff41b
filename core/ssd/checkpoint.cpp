// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/checkpoint.h"

#include "core/ssd/safetensors.h"
#include "core/ssd/weight_matching.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <exception>
#include <optional>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checkpoint)
};

/// Where the file's metadata have the state.
const QString kStateKey = QStringLiteral("boxwright_run_state");

/// The one list of the state's fields, for both ways.
template<class State, class Visit>
void visitFields(State &state, const Visit &visit)
{
    visit("step", state.step);
    visit("images", state.images);
    visit("seconds", state.seconds);
    visit("epoch_class_loss", state.epochClassLoss);
    visit("epoch_box_loss", state.epochBoxLoss);
    visit("epoch_steps", state.epochSteps);
    visit("epoch_seconds", state.epochSeconds);
    visit("evaluation_seconds", state.evaluationSeconds);
    visit("best_map", state.bestMap);
    visit("best_epoch", state.bestEpoch);
    visit("last_improvement", state.lastImprovement);
    visit("evaluated_step", state.evaluatedStep);
    visit("last_map", state.lastMap);
    visit("batch_parts", state.batchParts);
}

QString stateText(const RunState &state)
{
    nlohmann::json json;
    visitFields(state, [&](const char *name, const auto &value) { json[name] = value; });
    return QString::fromStdString(json.dump());
}

RunState stateOf(const QString &text)
{
    const auto json = nlohmann::json::parse(text.toStdString());
    RunState state;
    visitFields(state, [&](const char *name, auto &value) { json.at(name).get_to(value); });
    return state;
}

/// Everything that training changes, by name; the tensors are those of network and optimiser.
NamedTensors changingTensors(const SsdNetworkImpl &network, const Optimiser &optimiser)
{
    NamedTensors tensors;
    const NamedTensors weights = namedTensors(network);
    for (auto entry = weights.begin(); entry != weights.end(); ++entry)
        tensors.insert(QStringLiteral("weight/") + entry.key(), entry.value());
    for (const auto &[name, tensor] : optimiser.state())
        tensors.insert(QStringLiteral("optimiser/") + QString::fromStdString(name), tensor);
    return tensors;
}

/// What of the file does not fit, translated; empty when all of it does.
std::optional<QString> misfit(const NamedTensors &wanted, const NamedTensors &found)
{
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
        const auto stored = found.find(entry.key());
        if (stored == found.end())
            return Text::tr("it lacks %1").arg(entry.key());
        if (stored->sizes() != entry->sizes() || stored->scalar_type() != entry->scalar_type())
            return Text::tr("%1 has another shape").arg(entry.key());
    }
    return {};
}

/// Before 0.1.0's release checkpoints were TorchScript archives, which bring code that loading them would compile.
bool isOldCheckpoint(const QString &file)
{
    QFile input(file);
    return input.open(QIODevice::ReadOnly) && input.read(2) == QByteArrayView("PK");
}

} // namespace

Result<> saveCheckpoint(const QString &file, const SsdNetworkImpl &network, const Optimiser &optimiser,
                        const RunState &state)
{
    try {
        return writeSafetensors(file, changingTensors(network, optimiser), {{kStateKey, stateText(state)}});
    } catch (const std::exception &exception) {
        return failure(Text::tr("The checkpoint %1 could not be written.").arg(file),
                       QString::fromLocal8Bit(exception.what()));
    }
}

Result<RunState> loadCheckpoint(const QString &file, SsdNetworkImpl &network, Optimiser &optimiser)
{
    if (isOldCheckpoint(file))
        return failure(
            Text::tr("The checkpoint %1 comes from an earlier version, which this one cannot go on from. Start "
                     "a new run from that run's last model instead.")
                .arg(QDir::toNativeSeparators(file)));
    try {
        const auto content = readSafetensorsFile(file);
        if (!content)
            return failure(Text::tr("The checkpoint %1 is damaged.").arg(file), content.error().message);
        const NamedTensors wanted = changingTensors(network, optimiser);
        if (const auto reason = misfit(wanted, content->tensors))
            return failure(Text::tr("The checkpoint %1 does not fit this run: %2.").arg(file, *reason));
        const RunState state = stateOf(content->metadata.value(kStateKey));
        const torch::NoGradGuard noGradients;
        for (auto entry = wanted.begin(); entry != wanted.end(); ++entry)
            torch::Tensor(entry.value()).copy_(content->tensors[entry.key()]);
        return state;
    } catch (const std::exception &exception) {
        return failure(Text::tr("The checkpoint %1 is damaged.").arg(file), QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace boxwright::ssd
