// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"
#include "core/session/project_session.h"

namespace boxwright {

struct ImportReport
{
    qint64 images = 0; ///< images that were new to the project
    qint64 merged = 0; ///< images that the project had already and that got labels
    qint64 labels = 0;
    qint64 suggestions = 0;
    QStringList newClasses;
    QList<FormatNote> notes;
};

/// What a format's files hold, read and not yet part of a project.
struct ImportPlan
{
    QString formatId;
    QStringList classes;
    std::vector<FormatImage> images;
    QList<FormatNote> notes;
};

/// Reads the files on the calling thread (a worker's) into a plan; nothing of the project is touched.
Result<ImportPlan> readImport(const DatasetFormat &format, const ReadOptions &options);

/// Makes the plan one undoable command on the session's document. `split` (where given) overrides the plan's splits.
/// Images that the project has (same absolute path) get the labels that they do not have yet. Labels without area and
/// labels without a class are left out with a note; an image whose file was not found comes in with a problem, so that
/// it can be relocated. Where the images came by addresses in S3, the project remembers the place (see s3_place.h).
Result<ImportReport> applyImport(ProjectSession &session, const ImportPlan &plan, std::optional<Split> split);

} // namespace boxwright
