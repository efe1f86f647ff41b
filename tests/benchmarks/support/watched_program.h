// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace boxwright {

/// What is known of a program once its window is there.
struct ShownProgram
{
    double milliseconds = 0; ///< since the process was started
    int rows = 0;            ///< of the list that was waited for
    QStringList libraries;   ///< file names of the shared libraries that are mapped (Linux)
};

struct WatchedProgram
{
    QString path;
    QStringList arguments;
    QString list; ///< object name of the list that must show a row; empty: any painted window will do
};

/// Starts the program with settings of its own (`home`), waits until it shows its window, and kills it.
std::optional<ShownProgram> runUntilShown(const WatchedProgram &program, const QString &home);

double median(std::vector<double> values);

} // namespace boxwright
