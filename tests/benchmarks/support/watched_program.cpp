// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/support/watched_program.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kPatienceMs = 120'000;

QStringList mappedLibraries(qint64 process)
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(process));
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    QStringList names;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QString name = QFileInfo(QString::fromLocal8Bit(line.mid(line.indexOf('/')))).fileName();
        if (line.contains('/') && name.contains(QLatin1String(".so")) && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace

std::optional<ShownProgram> runUntilShown(const WatchedProgram &program, const QString &home)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_PLUGIN_PATH"),
                       QCoreApplication::applicationDirPath() + QStringLiteral("/plugins"));
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), program.list.isEmpty()
                                                                     ? QStringLiteral("ShownWatch")
                                                                     : QStringLiteral("ShownWatch:") + program.list);
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    child.start(program.path, program.arguments);
    QByteArray said;
    while (!said.contains('\n') && child.waitForReadyRead(kPatienceMs))
        said += child.readAllStandardOutput();
    ShownProgram shown;
    shown.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    const bool isShown = said.startsWith("shown ");
    if (isShown) {
        shown.rows = said.mid(6).trimmed().toInt();
        shown.libraries = mappedLibraries(child.processId());
    }
    child.kill();
    child.waitForFinished();
    return isShown ? std::optional(shown) : std::nullopt;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace boxwright
