// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/checkpoint.h"

#include "core/base/file_io.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <exception>
#include <optional>
#include <sstream>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checkpoint)
};

using Tensors = std::map<std::string, torch::Tensor>;

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
}

std::string stateText(const RunState &state)
{
    nlohmann::json json;
    visitFields(state, [&](const char *name, const auto &value) { json[name] = value; });
    return json.dump();
}

RunState stateOf(const std::string &text)
{
    const auto json = nlohmann::json::parse(text);
    RunState state;
    visitFields(state, [&](const char *name, auto &value) { json.at(name).get_to(value); });
    return state;
}

/// Everything that training changes, by name; the tensors are those of network and optimiser.
Tensors tensorsOf(const SsdNetworkImpl &network, const Optimiser &optimiser)
{
    Tensors tensors;
    for (const auto &parameter : network.named_parameters())
        tensors["weight/" + parameter.key()] = parameter.value();
    for (const auto &buffer : network.named_buffers())
        tensors["weight/" + buffer.key()] = buffer.value();
    for (const auto &[name, tensor] : optimiser.state())
        tensors["optimiser/" + name] = tensor;
    return tensors;
}

/// What of the file does not fit, translated; empty when all of it does.
std::optional<QString> misfit(const Tensors &wanted, torch::serialize::InputArchive &archive, Tensors &found)
{
    for (const auto &[name, tensor] : wanted) {
        torch::Tensor stored;
        if (!archive.try_read(name, stored))
            return Text::tr("it lacks %1").arg(QString::fromStdString(name));
        if (stored.sizes() != tensor.sizes() || stored.scalar_type() != tensor.scalar_type())
            return Text::tr("%1 has another shape").arg(QString::fromStdString(name));
        found[name] = stored;
    }
    return {};
}

} // namespace

Result<> saveCheckpoint(const QString &file, const SsdNetworkImpl &network, const Optimiser &optimiser,
                        const RunState &state)
{
    try {
        torch::serialize::OutputArchive archive;
        for (const auto &[name, tensor] : tensorsOf(network, optimiser))
            archive.write(name, tensor.detach());
        archive.write("state", c10::IValue(stateText(state)));
        std::ostringstream bytes;
        archive.save_to(bytes);
        return writeFile(file, QByteArray::fromStdString(bytes.str()));
    } catch (const std::exception &exception) {
        return failure(Text::tr("The checkpoint %1 could not be written.").arg(file),
                       QString::fromLocal8Bit(exception.what()));
    }
}

Result<RunState> loadCheckpoint(const QString &file, SsdNetworkImpl &network, Optimiser &optimiser)
{
    constexpr qint64 kMostBytes = qint64{8} << 30;
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes)
        return failure(bytes.error());
    try {
        std::istringstream stream(bytes->toStdString());
        torch::serialize::InputArchive archive;
        archive.load_from(stream);
        c10::IValue text;
        archive.read("state", text);
        const RunState state = stateOf(text.toStringRef());
        const Tensors wanted = tensorsOf(network, optimiser);
        Tensors found;
        if (const auto reason = misfit(wanted, archive, found))
            return failure(Text::tr("The checkpoint %1 does not fit this run: %2.").arg(file, *reason));
        const torch::NoGradGuard noGradients;
        for (const auto &[name, tensor] : wanted)
            torch::Tensor(tensor).copy_(found[name]);
        return state;
    } catch (const std::exception &exception) {
        return failure(Text::tr("The checkpoint %1 is damaged.").arg(file), QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace boxwright::ssd
