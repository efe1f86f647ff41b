// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

namespace boxwright {

class ProjectSession;

/// The address in S3 that stands for a folder here. A plain value.
struct S3Place
{
    QString prefix; ///< "s3://bucket/folder", without a slash at its end; empty for none
    QString folder; ///< absolute

    bool operator==(const S3Place &) const = default;
};

/// Where the images of an import lie there and here: what is left of address and path where they differ. Empty where no
/// image came from S3, or where they have more than one such place.
S3Place s3PlaceOf(const std::vector<FormatImage> &images);

/// What a project remembers, from its last import or export.
S3Place rememberedS3Place(const ProjectSession &session);
void rememberS3Place(ProjectSession &session, const S3Place &place);

/// The same from a project's settings and folder.
S3Place s3PlaceIn(const QMap<QString, QString> &settings, const QString &projectFolder);

} // namespace boxwright
