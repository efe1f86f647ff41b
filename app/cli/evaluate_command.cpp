// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate_command.h"

#include "app/cli/answered_images.h"
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

Result<std::vector<EvaluatedImage>> detectWith(const ModelOptions &model, TruthSet &truth, const Context &context)
{
    const Result<std::unique_ptr<Detector>> detector = model.open(truth.classes);
    if (!detector)
        return failure(detector.error());
    if (!(*detector)->info().hasClassNames)
        return failure(Text::tr("The model's %1 classes have no names, and the project has %2 classes: say which are "
                                "which with --classes.")
                           .arg((*detector)->info().classes.size())
                           .arg(truth.classes.size()));
    return detectOnTruth(**detector, truth, context.interrupt.cancelFlag(), context.console.progressSink());
}

/// What an endpoint has answered already.
Result<std::vector<EvaluatedImage>> takeAnswers(const QString &path, const ModelOptions &model, TruthSet &truth,
                                                const Context &context)
{
    const Result<QStringList> names = classNamesFrom(model.classes());
    if (!names)
        return failure(names.error());
    Result<AnsweredImages> answers = answeredImages(path, *names, truth.images, truth.classes);
    if (!answers)
        return failure(answers.error());
    if (answers->unanswered > 0)
        context.console.note(Text::tr("%1 labelled images have no answer and are left out").arg(answers->unanswered));
    if (answers->unknown > 0)
        context.console.note(Text::tr("%1 answers are about images that are not measured on").arg(answers->unknown));
    return std::move(answers->images);
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
    m_model.setUp(options, /*isRequired=*/false);
    options.text({"--responses", "PATH",
                  Text::tr("Instead of a model: answers of an endpoint, a folder of *.out or lines of predict")},
                 m_responses);
    options.choice({"--split", "S", Text::tr("Images to measure on: a split, or \"all\" (validation)")},
                   splitWords() << QStringLiteral("all"), m_split);
    options.choice(
        {"--metric", "M",
         Text::tr("voc: area under the curve; voc07: 11 points; coco: mean over IoU .50 to .95, and its twelve "
                  "numbers; mxnet and mxnet07: as SageMaker counts, with its quirks (voc)")},
        metricWords().keys(), m_metric);
    options.number({"--overlap", "IOU", Text::tr("Overlap from which a detection is right; not for coco (0.5)")}, 0.01,
                   1.0, m_overlap);
}

Result<> EvaluateCommand::run(const Context &context)
{
    const Split split =
        m_split == QLatin1String("all") ? Split::None : splitFromWord(m_split).value_or(Split::Validation);
    Result<TruthSet> truth = readTruth(m_project, split);
    if (!truth)
        return failure(truth.error());
    if (m_responses.isEmpty() == m_model.model().isEmpty())
        return failure(Text::tr("Say what is to be measured: --model or --responses."));
    const Result<std::vector<EvaluatedImage>> evaluated = m_responses.isEmpty()
                                                              ? detectWith(m_model, *truth, context)
                                                              : takeAnswers(m_responses, m_model, *truth, context);
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
