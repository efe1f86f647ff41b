// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/project_access.h"

#include "core/store/project_file.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectAccess)
};

} // namespace

Result<ProjectSnapshot> readProject(const QString &path)
{
    Result<LoadedProject> loaded = loadProjectFile(QFileInfo(path).absoluteFilePath(), /*readOnly=*/true);
    if (!loaded)
        return failure(loaded.error());
    return ProjectSnapshot{std::move(loaded->dataset), QFileInfo(path).absolutePath(), loaded->settings};
}

Result<std::unique_ptr<ProjectSession>> openForChanges(const QString &path)
{
    Result<std::unique_ptr<ProjectSession>> session = ProjectSession::open(path);
    if (!session || !(*session)->isReadOnly())
        return session;
    const QString holder = (*session)->holder();
    if (holder.isEmpty())
        return failure(Text::tr("%1 cannot be changed: the file may only be read.").arg(path));
    return failure(Text::tr("%1 is open in another program (%2); close it there first.").arg(path, holder));
}

Result<> saveAll(ProjectSession &session)
{
    QString reason;
    QObject::connect(&session, &ProjectSession::savingFailed, &session,
                     [&reason](const Error &error) { reason = error.message; });
    if (session.waitForSaved())
        return {};
    QCoreApplication::sendPostedEvents(); // the reason may still be on its way
    if (!reason.isEmpty())
        return failure(reason);
    return failure(Text::tr("%1 could not be saved.").arg(session.path()));
}

} // namespace boxwright::cli
