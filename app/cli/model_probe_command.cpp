// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_probe_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/model_options.h"
#include "app/cli/options.h"
#include "app/cli/words.h"
#include "core/session/pixel_probe.h"
#include "core/session/training_snapshot.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelProbeCommand)
};

constexpr int kMostThreads = 1024;
constexpr int kMostImages = 1'000'000;
constexpr int kUsualImages = 10;

std::string jsonText(const std::vector<PixelProbeResult> &results, std::optional<PixelInput> best)
{
    nlohmann::ordered_json json{{"results", nlohmann::ordered_json::array()}, {"preprocess", nullptr}};
    for (const PixelProbeResult &result : results)
        json["results"].push_back({{"preprocess", pixelInputName(result.pixels).toStdString()},
                                   {"mAP", result.map},
                                   {"confidence", result.confidence}});
    if (best)
        json["preprocess"] = pixelInputName(*best).toStdString();
    return json.dump();
}

void print(Console &console, const std::vector<PixelProbeResult> &results, std::optional<PixelInput> best)
{
    for (const PixelProbeResult &result : results)
        console.print(QStringLiteral("%1 %2  mAP %3  %4")
                          .arg(result.pixels == best ? QStringLiteral("*") : QStringLiteral(" "))
                          .arg(pixelInputName(result.pixels), -8)
                          .arg(result.map, 0, 'f', 4)
                          .arg(Text::tr("most certain %1").arg(result.confidence, 0, 'f', 3)));
}

} // namespace

QString ModelProbeCommand::summary() const
{
    return Text::tr("Find out on labelled images how a model of the cloud takes pixels");
}

QString ModelProbeCommand::example() const
{
    return QStringLiteral("model probe model.tar.gz --project cells.boxwright --images 10");
}

void ModelProbeCommand::setUp(Options &options)
{
    options.text({"model", "MODEL", Text::tr("SageMaker's model.tar.gz, or a folder with its files"), true}, m_model);
    options.text({"--project", "P.boxwright", Text::tr("Project with labelled images"), true}, m_project);
    options.choice({"--split", "S", Text::tr("Images to try: a split, or \"all\" (all)")},
                   splitWords() << QStringLiteral("all"), m_split);
    options.integer({"--images", "N", Text::tr("How many images to try (10)")}, 1, kMostImages, m_images);
    options.text({"--classes", "NAMES",
                  Text::tr("Class names of the model by number: a,b,c or a project, a manifest, a file of names")},
                 m_classes);
    options.integer({"--threads", "N", Text::tr("Threads to use; 0: one fewer than cores")}, 0, kMostThreads,
                    m_threads);
    options.flag("--dry-run", Text::tr("Keep nothing beside the model"), m_isDry);
}

Result<> ModelProbeCommand::run(const Context &context)
{
    const Result<std::unique_ptr<ProjectSession>> session = ProjectSession::open(m_project);
    if (!session)
        return failure(session.error());
    const Split split = splitFromWord(m_split).value_or(Split::None);
    PixelProbe probe{m_model, (*session)->dataset().classNames(), evaluationImages(**session, split), int(m_threads)};
    std::erase_if(probe.images, [](const TruthImage &image) { return image.boxes.empty(); });
    if (probe.images.empty())
        return failure(Text::tr("%1 has no labelled image to try the model on.").arg(m_project));
    const size_t wanted = size_t(m_images > 0 ? m_images : kUsualImages);
    if (probe.images.size() > wanted)
        probe.images.resize(wanted);
    const Result<QStringList> names = classNamesFrom(m_classes);
    if (!names)
        return failure(names.error());
    Result<ModelSettings> settings = readModelSettings(m_model);
    if (!settings)
        return failure(settings.error());
    probe.modelClasses = *names;
    if (!names->isEmpty())
        settings->classes = *names;

    const Result<DetectorBackend *> backend = detectorBackend();
    if (!backend)
        return failure(backend.error());
    const auto results = probePixels(**backend, probe, context.console.progressSink(), context.interrupt.cancelFlag());
    if (!results)
        return failure(results.error());
    const std::optional<PixelInput> best = bestPixels(*results);
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(*results, best)));
    else
        print(context.console, *results, best);
    if (!best)
        return failure(Text::tr("In no way does the model find what is labelled: are the classes in the right order?"));
    settings->pixels = best;
    if (m_isDry)
        return {};
    return writeModelSettings(m_model, *settings);
}

} // namespace boxwright::cli
