// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_log_command.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "core/session/cloud_run.h"
#include "core/session/project_session.h"
#include "core/session/run_history.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportLogCommand)
};

} // namespace

QString ImportLogCommand::summary() const
{
    return Text::tr("Take the log of a training in the cloud as a run, with its curves");
}

QString ImportLogCommand::example() const
{
    return QStringLiteral("import-log cells.boxwright --log job.log --run cloud-1");
}

void ImportLogCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.text({"--log", "FILE", Text::tr("Log of a SageMaker object-detection job"), true}, m_log);
    options.text({"--run", "NAME", Text::tr("Name of the run (the first free cloud-N)")}, m_run);
}

Result<> ImportLogCommand::run(const Context &context)
{
    static const QRegularExpression allowed(QStringLiteral("^[^./\\\\:*?\"<>|][^/\\\\:*?\"<>|]{0,99}$"));
    if (!m_run.isEmpty() && !allowed.match(m_run).hasMatch())
        return failure(Text::tr("--run %1: a run becomes a folder; use up to 100 letters, digits, spaces, \"-\" and "
                                "\"_\".")
                           .arg(m_run));
    const Result<std::unique_ptr<ProjectSession>> session = ProjectSession::open(m_project);
    if (!session)
        return failure(session.error());
    const QString runs = (*session)->runsFolder();
    const QString name = m_run.isEmpty() ? freeRunName(runs, QStringLiteral("cloud")) : m_run;
    if (Result<> imported = importCloudLog(absolutePath(m_log), QDir(runs).filePath(name)); !imported)
        return imported;
    for (const RunRecord &run : readRuns(runs)) {
        if (run.name != name)
            continue;
        if (context.console.isJson()) {
            nlohmann::ordered_json json{{"run", name.toStdString()}, {"epochs", run.epochs.size()}, {"mAP", nullptr}};
            if (run.bestMap >= 0)
                json["mAP"] = run.bestMap;
            context.console.print(QString::fromStdString(json.dump()));
        } else {
            context.console.print(Text::tr("run     %1").arg(name));
            context.console.print(Text::tr("epochs  %1").arg(run.epochs.size()));
            if (run.bestMap >= 0)
                context.console.print(Text::tr("mAP     %1 (epoch %2)").arg(run.bestMap, 0, 'f', 4).arg(run.bestEpoch));
        }
    }
    return {};
}

} // namespace boxwright::cli
