// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace boxwright {

/// What one run of boxwright-cli left.
struct CliRun
{
    int exitCode = -1; ///< -1 where it did not end by itself
    QString output;
    QString errors;
};

/// The real program of this build (BOXWRIGHT_BIN), prepared with English texts; `extra` holds NAME=VALUE that go on top
/// of the environment.
void prepareCli(QProcess &process, const QStringList &words, const QStringList &extra = {});

/// Runs it to its end.
CliRun runCli(const QStringList &words, const QStringList &extra = {}, int milliseconds = 120'000);

} // namespace boxwright
