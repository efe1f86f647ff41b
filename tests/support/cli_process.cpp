// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli_process.h"

#include <QDir>
#include <QProcessEnvironment>

namespace boxwright {

void prepareCli(QProcess &process, const QStringList &words, const QStringList &extra)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LC_ALL"));
    environment.remove(QStringLiteral("LANGUAGE"));
    for (const QString &setting : extra) {
        const qsizetype sign = setting.indexOf(QLatin1Char('='));
        environment.insert(setting.left(sign), setting.mid(sign + 1));
    }
    process.setProcessEnvironment(environment);
    process.setProgram(QDir(qEnvironmentVariable("BOXWRIGHT_BIN")).filePath(QStringLiteral("boxwright-cli")));
    process.setArguments(words);
}

CliRun runCli(const QStringList &words, const QStringList &extra, int milliseconds)
{
    QProcess process;
    prepareCli(process, words, extra);
    process.start();
    CliRun run;
    if (!process.waitForFinished(milliseconds)) {
        run.errors = process.errorString();
        return run;
    }
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.output = QString::fromUtf8(process.readAllStandardOutput());
    run.errors = QString::fromUtf8(process.readAllStandardError());
    return run;
}

} // namespace boxwright
