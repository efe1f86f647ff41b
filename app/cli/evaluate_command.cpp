// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/words.h"
#include "core/session/model_measurement.h"
#include "core/session/training_snapshot.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <cmath>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)
};

constexpr int kMostThreads = 1024;

Result<TruthSet> readTruth(const QString &project, Split split)
{
    const Result<std::unique_ptr<ProjectSession>> session = ProjectSession::open(project);
    if (!session)
        return failure(session.error());
    TruthSet truth{(*session)->dataset().classNames(), evaluationImages(**session, split)};
    if (!truth.images.empty())
        return truth;
    return failure(Text::tr("%1 has no labelled image in the split \"%2\" to measure a model on.")
                       .arg(project, split == Split::None ? QStringLiteral("all") : splitWord(split)));
}

Metric metricFromWord(const QString &word)
{
    if (word == QLatin1String("coco"))
        return Metric::Coco;
    return word == QLatin1String("voc07") ? Metric::Voc07 : Metric::Voc;
}

std::string jsonText(const QString &metric, const QStringList &classes, const EvaluationResult &result)
{
    nlohmann::ordered_json json{
        {"metric", metric.toStdString()}, {"mAP", result.map}, {"per_class", nlohmann::ordered_json::object()}};
    for (qsizetype index = 0; index < classes.size(); ++index) {
        const double value = result.averagePrecision[std::size_t(index)];
        nlohmann::ordered_json &entry = json["per_class"][classes[index].toStdString()];
        if (!std::isnan(value)) // a class without truth has no precision: null
            entry = value;
    }
    return json.dump();
}

void print(Console &console, const QStringList &classes, const EvaluationResult &result)
{
    for (qsizetype index = 0; index < classes.size(); ++index) {
        const double value = result.averagePrecision[std::size_t(index)];
        const QString shown = std::isnan(value) ? QStringLiteral("   -  ") : QString::number(value, 'f', 4);
        console.print(QStringLiteral("%1  %2").arg(shown, classes[index]));
    }
    console.print(QStringLiteral("%1  mAP").arg(result.map, 0, 'f', 4));
}

} // namespace

QString EvaluateCommand::summary() const
{
    return Text::tr("Measure a model on labelled images of a project");
}

QString EvaluateCommand::example() const
{
    return QStringLiteral("evaluate cells.boxwright --model cells.runs/first/best --split test");
}

void EvaluateCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.text({"--model", "DIR", Text::tr("Folder of the model"), true}, m_model);
    options.choice({"--split", "S", Text::tr("Images to measure on: a split, or \"all\" (validation)")},
                   splitWords() << QStringLiteral("all"), m_split);
    options.choice({"--metric", "M",
                    Text::tr("voc: area under the curve; voc07: 11 points; coco: mean over IoU .50 to .95 (voc)")},
                   {QStringLiteral("voc"), QStringLiteral("voc07"), QStringLiteral("coco")}, m_metric);
    options.number({"--overlap", "IOU", Text::tr("Overlap from which a detection is right; not for coco (0.5)")}, 0.01,
                   1.0, m_overlap);
    options.integer({"--threads", "N", Text::tr("Threads to use; 0: one fewer than cores")}, 0, kMostThreads,
                    m_threads);
}

Result<> EvaluateCommand::run(const Context &context)
{
    const Split split =
        m_split == QLatin1String("all") ? Split::None : splitFromWord(m_split).value_or(Split::Validation);
    Result<TruthSet> truth = readTruth(m_project, split);
    if (!truth)
        return failure(truth.error());
    const Result<DetectorBackend *> backend = detectorBackend();
    if (!backend)
        return failure(backend.error());
    const Result<std::unique_ptr<Detector>> detector = (*backend)->openDetector(m_model, int(m_threads));
    if (!detector)
        return failure(detector.error());
    const Result<std::vector<EvaluatedImage>> evaluated =
        detectOnTruth(**detector, *truth, context.interrupt.cancelFlag(), context.console.progressSink());
    if (!evaluated)
        return failure(evaluated.error());

    const EvaluationResult result =
        evaluateDetections(*evaluated, int(truth->classes.size()), metricFromWord(m_metric), m_overlap);
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(m_metric, truth->classes, result)));
    else
        print(context.console, truth->classes, result);
    return {};
}

} // namespace boxwright::cli
