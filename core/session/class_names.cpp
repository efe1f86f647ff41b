// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/class_names.h"

#include "core/base/file_io.h"
#include "core/formats/class_list_file.h"
#include "core/sagemaker/annotation_json.h"
#include "core/store/project_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassNames)
};

constexpr qint64 kMostManifestBytes = qint64{256} << 20;
constexpr int kMostClasses = 10'000;

/// The class-maps of every line together, by number.
Result<QStringList> manifestClasses(const QString &path)
{
    const Result<QByteArray> content = readFile(path, kMostManifestBytes);
    if (!content)
        return failure(content.error());
    QMap<int, QString> names;
    for (const QByteArray &line : content->split('\n'))
        names.insert(manifestClassNames(line));
    QStringList list;
    if (names.isEmpty() || names.lastKey() >= kMostClasses || names.firstKey() < 0)
        return failure(Text::tr("%1 names no classes in its class-maps").arg(QDir::toNativeSeparators(path)));
    for (int number = 0; number <= names.lastKey(); ++number)
        list << names.value(number, QString::number(number));
    return list;
}

Result<QStringList> projectClasses(const QString &path)
{
    const Result<LoadedProject> project = loadProjectFile(QFileInfo(path).absoluteFilePath(), /*readOnly=*/true);
    if (!project)
        return failure(project.error());
    return project->dataset.classNames();
}

} // namespace

Result<QStringList> readClassNames(const QString &file)
{
    if (file.endsWith(QLatin1String(".manifest")) || file.endsWith(QLatin1String(".jsonl")))
        return manifestClasses(file);
    Result<QStringList> names =
        file.endsWith(QLatin1String(".boxwright")) ? projectClasses(file) : Result<QStringList>(readClassList(file));
    if (names && names->isEmpty())
        return failure(Text::tr("%1 names no classes").arg(QDir::toNativeSeparators(file)));
    return names;
}

} // namespace boxwright
