// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/runs_model.h"

#include "ui/project_models/model_name.h"
#include "ui/words/duration_text.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace boxwright {

namespace {

bool isNumber(int column)
{
    return column == RunsModel::Labels || column == RunsModel::Map || column == RunsModel::Duration;
}

} // namespace

void RunsModel::setRuns(const QList<RunRecord> &runs, const QString &running, const QString &inUse)
{
    beginResetModel();
    m_runs = runs;
    m_running = running;
    m_inUse = inUse;
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_runs.size())
        return {};
    const RunRecord &run = m_runs[index.row()];
    if (role == Qt::DisplayRole)
        return text(run, index.column());
    if (role == Qt::ToolTipRole && !run.problem.isEmpty())
        return run.problem;
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Run"), tr("Base network"), tr("Start"), tr("Labels"),
                             tr("mAP"), tr("Duration"),     tr("Note")};
    return titles.value(section);
}

QString RunsModel::text(const RunRecord &run, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return run.name;
    case BaseNetwork:
        return run.baseNetwork;
    case Start:
        if (!run.startModel.isEmpty())
            return modelName(run.startModel);
        return run.weightsFile.isEmpty() ? tr("scratch") : QFileInfo(run.weightsFile).fileName();
    case Labels:
        return run.labels < 0 ? QString() : locale.toString(run.labels);
    case Map:
        return run.bestMap < 0 ? QString() : locale.toString(run.bestMap, 'f', 2);
    case Duration:
        return run.name == m_running ? tr("running") : durationText(run.seconds);
    case Note:
        return note(run);
    default:
        return {};
    }
}

QString RunsModel::note(const RunRecord &run) const
{
    if (!run.problem.isEmpty())
        return tr("its files are damaged");
    if (run.name == m_running)
        return {};
    if (!run.cloudLog.isEmpty())
        return tr("trained in the cloud");
    if (run.model.isEmpty())
        return tr("ended before it had a model");
    if (QDir::cleanPath(run.model) == QDir::cleanPath(m_inUse))
        return tr("makes the suggestions");
    return {};
}

} // namespace boxwright
