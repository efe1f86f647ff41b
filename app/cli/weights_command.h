// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace boxwright::cli {

/// Lists the public ImageNet weights that training can start from, and fetches them into the cache folder. The only
/// command that uses the network, and only when it is asked to.
class WeightsCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "weights"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    void list(Console &console) const;
    Result<> fetch(const Context &context) const;

    QString m_action;
    QString m_name;
    QString m_address;
    QString m_sha256;
    QString m_folder;
};

} // namespace boxwright::cli
