// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/training_plan.h"

#include "core/session/run_history.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

/// Fewer labels of a class than that are learned by heart, not understood.
constexpr qint64 kFewLabels = 20;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingPlan)
};

QList<qint64> labelsByClass(const TrainingSnapshot &snapshot)
{
    QList<qint64> counts(snapshot.classes.size(), 0);
    for (const TrainingImage &image : snapshot.train) {
        for (const TrainingBox &box : image.boxes) {
            if (box.classIndex >= 0 && box.classIndex < counts.size())
                ++counts[box.classIndex];
        }
    }
    return counts;
}

} // namespace

Hyperparameters TrainingPlan::presetValues(qsizetype trainingImages) const
{
    const bool hasStart = !weightsFile.isEmpty() || !startModel.path.isEmpty();
    Hyperparameters values =
        presetHyperparameters(preset, {int(trainingImages), hasStart, baseNetwork, device.isGpu()});
    if (startModel.imageShape > 0)
        values.imageShape = startModel.imageShape;
    return values;
}

Result<Hyperparameters> TrainingPlan::hyperparameters(qsizetype trainingImages) const
{
    return Hyperparameters::fromStrings(changed, presetValues(trainingImages));
}

QString runStem(TrainingPreset preset)
{
    switch (preset) {
    case TrainingPreset::QuickLook:
        return QStringLiteral("quick");
    case TrainingPreset::Balanced:
        return QStringLiteral("balanced");
    case TrainingPreset::Thorough:
        break;
    }
    return QStringLiteral("thorough");
}

Result<TrainingRequest> makeTrainingRequest(const TrainingPlan &plan, TrainingSnapshot snapshot,
                                            const QString &runsFolder)
{
    Result<Hyperparameters> values = plan.hyperparameters(qsizetype(snapshot.train.size()));
    if (!values)
        return failure(values.error());
    if (!plan.backboneOnly)
        takeClassOrder(snapshot, plan.startModel.classes);
    TrainingRequest request;
    request.runName = freeRunName(runsFolder, runStem(plan.preset));
    request.runFolder = runsFolder + QLatin1Char('/') + request.runName;
    request.classes = snapshot.classes;
    request.train = std::move(snapshot.train);
    request.validation = std::move(snapshot.validation);
    request.hyperparameters = *values;
    request.augmentation.variation = presetVariation(plan.preset);
    request.weightsFile = plan.weightsFile;
    request.startModel = plan.startModel.path;
    request.backboneOnly = plan.backboneOnly;
    request.threads = plan.threads;
    request.device = plan.device;
    request.precision = plan.precision;
    return request;
}

qint64 labelCount(const std::vector<TrainingImage> &images)
{
    qint64 count = 0;
    for (const TrainingImage &image : images)
        count += qint64(image.boxes.size());
    return count;
}

QString whyNotTrainable(const TrainingSnapshot &snapshot)
{
    if (labelCount(snapshot.train) > 0)
        return {};
    if (labelCount(snapshot.validation) > 0)
        return Text::tr("All labels are on validation images, and none are left to learn from. Label more images, or "
                        "move some to the training split.");
    return Text::tr("There is nothing to learn from yet. Draw boxes on a few images first: the key W on the Label "
                    "page, then drag.");
}

QString whyNotFurther(const TrainingPlan &plan, const TrainingSnapshot &snapshot)
{
    const StartModel &model = plan.startModel;
    if (model.path.isEmpty() || plan.backboneOnly || model.classes.size() == snapshot.classes.size())
        return {};
    return Text::tr("The model %1 has %2 classes, and this project has %3. Tick \"Only its base network\" to keep what "
                    "it knows of shapes, or choose another start.")
        .arg(model.name)
        .arg(model.classes.size())
        .arg(snapshot.classes.size());
}

QStringList trainingAdvice(const TrainingSnapshot &snapshot)
{
    QStringList advice;
    const QList<qint64> counts = labelsByClass(snapshot);
    for (qsizetype i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0 && counts[i] < kFewLabels)
            advice << Text::tr("The class %1 has %n label(s) to learn from; %2 or more make it worth a try.", nullptr,
                               int(counts[i]))
                          .arg(snapshot.classes[i])
                          .arg(kFewLabels);
    }
    if (snapshot.validation.empty())
        advice << Text::tr("No image is left to judge by: the training will show its loss, but no mAP.");
    if (snapshot.skippedUnreviewed > 0)
        advice << Text::tr("%n image(s) without labels are left out. Where there is nothing to find, say so with the "
                           "key N: empty images teach too.",
                           nullptr, snapshot.skippedUnreviewed);
    if (snapshot.skippedProblem > 0)
        advice << Text::tr("%n image(s) that cannot be read are left out.", nullptr, snapshot.skippedProblem);
    return advice;
}

} // namespace boxwright
