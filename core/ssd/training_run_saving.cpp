// SPDX-License-Identifier: GPL-3.0-or-later
// What a training leaves on the disk while it runs, and what it says of that where it has to end.
#include "core/ssd/checkpoint.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/training_run.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Training)
};

} // namespace

Result<> TrainingRun::saveNetwork(const char *which, double map)
{
    ModelInfo info;
    info.folder = RunRecord::modelFolder(m_request.runFolder, which);
    info.name = m_request.runName;
    info.baseNetwork = m_request.hyperparameters.baseNetwork;
    info.imageShape = m_request.hyperparameters.imageShape;
    info.classes = m_request.classes;
    info.hyperparameters = m_request.hyperparameters.toStrings();
    info.validationMap = map;
    return saveModel(info.folder, m_replicas.first(), info);
}

Result<> TrainingRun::saveProgress()
{
    const double start = m_clock.seconds();
    m_replicas.averageStatistics();
    if (!firstNonFinite(m_replicas.first()).isEmpty())
        return failure(
            noNumberLeft(Text::tr("A weight is no longer a number in epoch %1, step %2, at learning rate %3."),
                         m_learningRate.at({m_state.step, fraction()})));
    if (auto saved = saveNetwork("last", m_state.evaluatedStep == m_state.step ? m_state.lastMap : -1); !saved)
        return saved;
    m_savedStep = m_state.step;
    if (auto saved = saveCheckpointFile(); !saved)
        return saved;
    m_saveCost = m_savedAt - start;
    return {};
}

Result<> TrainingRun::saveCheckpointFile()
{
    m_state.seconds = m_clock.seconds();
    m_state.batchParts = m_step.parts();
    const QString file = RunRecord::checkpointFile(m_request.runFolder);
    if (auto saved = saveCheckpoint(file, m_replicas.first(), *m_optimiser, m_state); !saved)
        return saved;
    m_record.log(QStringLiteral("Saved checkpoint to \"%1\"").arg(file));
    m_savedAt = m_clock.seconds();
    return {};
}

/// Where it happened, what is broken, what helps, and what is left.
Error TrainingRun::noNumberLeft(const QString &sentence, double learningRate) const
{
    const QString culprit = firstNonFinite(m_replicas.first());
    const QString last = RunRecord::modelFolder(m_request.runFolder, "last");
    const QString place = sentence.arg(epoch()).arg(m_state.step).arg(learningRate);
    const QString cause = culprit.isEmpty()
                              ? Text::tr("The weights are still finite: the batch itself brought it about.")
                              : Text::tr("The weights have grown beyond all bounds (%1).").arg(culprit);
    const QString help =
        Text::tr("A lower learning_rate than %1 helps in most cases.").arg(m_request.hyperparameters.learningRate);
    const QString left = QFileInfo::exists(last) ? Text::tr("The last good model is kept in %1.").arg(last)
                                                 : Text::tr("No model had been saved yet.");
    return {QStringList{place, cause, help, left}.join(QLatin1Char(' ')),
            QStringLiteral("class loss before %1, box loss before %2").arg(m_classLoss).arg(m_boxLoss)};
}

} // namespace boxwright::ssd
