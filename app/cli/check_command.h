// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QtGlobal>

namespace boxwright::cli {

/// Looks for what spoils a training or an export; mends on request what can be mended without a decision.
class CheckCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "check"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    [[nodiscard]] Result<qint64> fix(const Context &context) const;

    QString m_project;
    qint64 m_imageShape = 300;
    qint64 m_labelWidth = 350;
    bool m_isQuick = false;
    bool m_isFixing = false;
};

} // namespace boxwright::cli
