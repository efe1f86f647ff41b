// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate_command.h"

#include "app/cli/console.h"
#include "app/cli/evaluation_output.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/words.h"
#include "core/detect/detector_backend.h"
#include "core/session/model_measurement.h"
#include "core/session/training_snapshot.h"

#include <QCoreApplication>

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

/// The words of --metric.
const QMap<QString, Metric> &metricWords()
{
    static const QMap<QString, Metric> words{{QStringLiteral("voc"), Metric::Voc},
                                             {QStringLiteral("voc07"), Metric::Voc07},
                                             {QStringLiteral("coco"), Metric::Coco},
                                             {QStringLiteral("mxnet"), Metric::Mxnet},
                                             {QStringLiteral("mxnet07"), Metric::Mxnet07}};
    return words;
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
    options.choice(
        {"--metric", "M",
         Text::tr("voc: area under the curve; voc07: 11 points; coco: mean over IoU .50 to .95, and its twelve "
                  "numbers; mxnet and mxnet07: as SageMaker counts, with its quirks (voc)")},
        metricWords().keys(), m_metric);
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

    const int classes = int(truth->classes.size());
    const Metric metric = metricWords().value(m_metric);
    Measurement measurement{m_metric,
                            truth->classes,
                            evaluateDetections(*evaluated, classes, metric, m_overlap),
                            {},
                            reportDetections(*evaluated, classes, m_overlap)};
    if (metric == Metric::Coco)
        measurement.coco = summarizeAsCoco(*evaluated, classes);
    if (context.console.isJson())
        context.console.print(measurementJson(measurement));
    else
        printMeasurement(context.console, measurement);
    return {};
}

} // namespace boxwright::cli
