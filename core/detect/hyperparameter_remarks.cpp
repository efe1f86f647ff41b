// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameter_remarks.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HyperparameterRemarks)
};

/// Numbers of a packed label before its boxes, and of each box (facts 1.1, 4.3).
constexpr int kLabelHeader = 2;
constexpr int kLabelBox = 5;

/// Facts 2.8: what each optimizer looks at.
void remarkOptimizer(const Hyperparameters &values, QStringList &remarks)
{
    const Hyperparameters defaults;
    const QString &optimizer = values.optimizer;
    const bool isSgd = optimizer == QLatin1String("sgd");
    const bool hasDecay = isSgd || optimizer == QLatin1String("rmsprop");
    const auto remark = [&](const char *name) {
        remarks << Text::tr("%1 has no effect with optimizer %2.").arg(QLatin1String(name), optimizer);
    };
    if (!isSgd && values.momentum != defaults.momentum)
        remark("momentum");
    if (!hasDecay && values.weightDecay != defaults.weightDecay)
        remark("weight_decay");
    if (optimizer == QLatin1String("adadelta") && values.learningRate != defaults.learningRate)
        remark("learning_rate");
}

void remarkEpochs(const Hyperparameters &values, QStringList &remarks)
{
    for (const int epoch : values.lrSchedulerStep) {
        if (epoch >= values.epochs)
            remarks << Text::tr("lr_scheduler_step names epoch %1, but there are %2 epochs: the learning rate does not "
                                "fall there.")
                           .arg(epoch)
                           .arg(values.epochs);
    }
    if (values.earlyStopping && values.earlyStoppingMinEpochs >= values.epochs)
        remarks << Text::tr("early_stopping_min_epochs is %1, but there are %2 epochs: training never stops early.")
                       .arg(values.earlyStoppingMinEpochs)
                       .arg(values.epochs);
}

void remarkData(const Hyperparameters &values, const TrainingFacts &facts, QStringList &remarks)
{
    if (values.numTrainingSamples > 0 && values.numTrainingSamples != facts.trainingImages)
        remarks << Text::tr("num_training_samples is %1, but there are %2 training images. This training counts its "
                            "epochs in the images that are there; SageMaker would put lr_scheduler_step elsewhere.")
                       .arg(values.numTrainingSamples)
                       .arg(facts.trainingImages);
    if (values.miniBatchSize > facts.trainingImages)
        remarks << Text::tr("mini_batch_size is %1, but there are %2 training images: some come twice in a batch.")
                       .arg(values.miniBatchSize)
                       .arg(facts.trainingImages);
    const int needed = kLabelHeader + kLabelBox * facts.mostBoxes;
    if (values.labelWidth < needed)
        remarks << Text::tr(
                       "label_width is %1, but an image has %2 boxes. This training takes them all; SageMaker needs "
                       "a label_width of at least %3.")
                       .arg(values.labelWidth)
                       .arg(facts.mostBoxes)
                       .arg(needed);
}

} // namespace

QStringList hyperparameterRemarks(const Hyperparameters &values, const TrainingFacts &facts)
{
    QStringList remarks;
    remarkOptimizer(values, remarks);
    remarkEpochs(values, remarks);
    remarkData(values, facts, remarks);
    return remarks;
}

} // namespace boxwright
