// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/s3_place.h"

#include "core/session/project_session.h"

#include <QDir>

namespace boxwright {

namespace {

const QString kPrefixSetting = QStringLiteral("export/s3Prefix");
const QString kFolderSetting = QStringLiteral("export/s3Folder"); ///< relative to the project where it lies below

bool isAddress(const QString &source)
{
    return source.startsWith(QLatin1String("s3://"));
}

/// What differs of the two once their common parts at the end are gone.
S3Place placeOf(const FormatImage &image)
{
    QString prefix = image.source;
    QString folder = image.path;
    while (prefix.section(u'/', -1) == folder.section(u'/', -1) && prefix.count(u'/') > 2 && folder.count(u'/') > 1) {
        prefix = prefix.section(u'/', 0, -2);
        folder = folder.section(u'/', 0, -2);
    }
    return prefix == image.source ? S3Place() : S3Place{prefix, folder};
}

bool liesThere(const FormatImage &image, const S3Place &place)
{
    return image.source.startsWith(place.prefix + u'/') && image.path.startsWith(place.folder + u'/') &&
           image.source.sliced(place.prefix.size()) == image.path.sliced(place.folder.size());
}

} // namespace

S3Place s3PlaceOf(const std::vector<FormatImage> &images)
{
    S3Place place;
    for (const FormatImage &image : images) {
        if (!isAddress(image.source) || image.path.isEmpty())
            continue;
        if (place.prefix.isEmpty())
            place = placeOf(image);
        if (place.prefix.isEmpty() || !liesThere(image, place))
            return {};
    }
    return place;
}

S3Place s3PlaceIn(const QMap<QString, QString> &settings, const QString &projectFolder)
{
    const S3Place place{settings.value(kPrefixSetting), settings.value(kFolderSetting)};
    return place.folder.isEmpty()
               ? place
               : S3Place{place.prefix, QDir::cleanPath(QDir(projectFolder).absoluteFilePath(place.folder))};
}

S3Place rememberedS3Place(const ProjectSession &session)
{
    return s3PlaceIn(
        {{kPrefixSetting, session.setting(kPrefixSetting)}, {kFolderSetting, session.setting(kFolderSetting)}},
        session.folder());
}

void rememberS3Place(ProjectSession &session, const S3Place &place)
{
    session.setSetting(kPrefixSetting, place.prefix);
    session.setSetting(kFolderSetting, place.folder.isEmpty() ? QString() : session.storedImagePath(place.folder));
}

} // namespace boxwright
