// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/image_groups.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SplitPlan)
};

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/') + 1);
}

/// Names of groups, one per image; empty for an image that stands alone.
Result<QStringList> patternKeys(const Dataset &dataset, const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (pattern.isEmpty() || !expression.isValid())
        return failure(Text::tr("The name pattern \"%1\" is no regular expression: %2")
                           .arg(pattern, pattern.isEmpty() ? Text::tr("it is empty") : expression.errorString()));
    QStringList keys;
    bool hasMatch = false;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const QString &path = dataset.imageAt(i).info.path;
        const QRegularExpressionMatch match = expression.match(path.sliced(path.lastIndexOf(u'/') + 1));
        keys << match.captured(expression.captureCount() > 0 ? 1 : 0);
        hasMatch = hasMatch || match.hasMatch();
    }
    if (!hasMatch)
        return failure(Text::tr("No image's name matches the pattern \"%1\"").arg(pattern));
    return keys;
}

QStringList alikeKeys(const Dataset &dataset, const QList<QList<ImageId>> &alike)
{
    QStringList keys(dataset.imageCount());
    for (qsizetype group = 0; group < alike.size(); ++group) {
        for (const ImageId id : alike[group]) {
            if (const qsizetype place = dataset.indexOf(id); place >= 0)
                keys[place] = QString::number(group);
        }
    }
    return keys;
}

Result<QStringList> keysOf(const Dataset &dataset, const SplitRequest &request)
{
    QStringList keys(dataset.imageCount());
    switch (request.grouping) {
    case SplitGrouping::NamePattern:
        return patternKeys(dataset, request.pattern);
    case SplitGrouping::NearDuplicate:
        return alikeKeys(dataset, request.alike);
    case SplitGrouping::Folder:
        for (qsizetype i = 0; i < keys.size(); ++i)
            keys[i] = u'/' + folderOf(dataset.imageAt(i).info.path); // never empty
        return keys;
    default:
        return keys;
    }
}

} // namespace

Result<QList<QList<qsizetype>>> imageGroups(const Dataset &dataset, const SplitRequest &request)
{
    const Result<QStringList> keys = keysOf(dataset, request);
    if (!keys)
        return failure(keys.error());
    QList<QList<qsizetype>> groups;
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < keys->size(); ++i) {
        const QString &key = (*keys)[i];
        if (!key.isEmpty() && known.contains(key)) {
            groups[known.value(key)].append(i);
            continue;
        }
        if (!key.isEmpty())
            known.insert(key, groups.size());
        groups.append(QList<qsizetype>{i});
    }
    return groups;
}

} // namespace boxwright
