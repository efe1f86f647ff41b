// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/review/split_plan.h"

namespace boxwright::cli {

/// Distributes a project's images over training, validation and test.
class SplitCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "split"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    Result<SplitPlan> planByLists(const Context &context, const Dataset &dataset) const;
    Result<SplitPlan> planByLot(const Context &context, const Dataset &dataset, const QString &folder) const;

    QString m_project;
    QString m_ratio = QStringLiteral("80:20");
    QString m_grouping;
    QString m_pattern;
    QString m_trainList;
    QString m_validationList;
    QString m_testList;
    qint64 m_seed = 1;
    bool m_isRandom = false;
    bool m_onlyUnassigned = false;
};

} // namespace boxwright::cli
