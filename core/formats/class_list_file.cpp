// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/class_list_file.h"

#include "core/base/file_io.h"

#include <QFileInfo>
#include <QSet>

namespace boxwright {

namespace {

constexpr qint64 kMaxBytes = qint64{4} << 20;

} // namespace

QStringList readClassList(const QString &path, bool hasColours)
{
    QStringList names;
    const Result<QByteArray> text =
        QFileInfo(path).isFile() ? readFile(path, kMaxBytes) : Result<QByteArray>(QByteArray());
    if (!text)
        return names;
    QSet<QString> seen;
    for (const QByteArray &line : text->split('\n')) {
        QString name = QString::fromUtf8(line).trimmed();
        if (name.startsWith(u'#') || name.startsWith(QLatin1String("__")))
            continue;
        if (hasColours)
            name = name.section(u':', 0, 0).trimmed();
        if (name.isEmpty() || seen.contains(name))
            continue;
        seen.insert(name);
        names.append(name);
    }
    return names;
}

QByteArray classListText(const QStringList &names)
{
    QByteArray text;
    for (QString name : names)
        text += name.replace(u'\n', u' ').replace(u'\r', u' ').toUtf8() + '\n';
    return text;
}

} // namespace boxwright
