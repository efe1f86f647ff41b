// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_history.h"

#include <QAbstractTableModel>

namespace boxwright {

/// The runs of a project as rows, the latest first. GUI thread; owned by the Train page.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        BaseNetwork,
        Start,
        Labels,
        Map,
        Duration,
        Note,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `running` is the name of the run that trains now, empty for none; `inUse` the folder of the model that makes the
    /// suggestions.
    void setRuns(const QList<RunRecord> &runs, const QString &running, const QString &inUse);
    [[nodiscard]] const QList<RunRecord> &runs() const { return m_runs; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const RunRecord &run, int column) const;
    [[nodiscard]] QString note(const RunRecord &run) const;

    QList<RunRecord> m_runs;
    QString m_running;
    QString m_inUse;
};

} // namespace boxwright
