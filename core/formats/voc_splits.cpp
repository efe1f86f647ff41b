// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_splits.h"

#include "core/base/file_io.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VocSplits)
};

constexpr qint64 kMaxListBytes = qint64{64} << 20;

/// The split that a folder's name tells ("train/a" -> train).
Split splitOfFolder(const QString &stem)
{
    static const QHash<QString, Split> folders{
        {QStringLiteral("train"), Split::Train},      {QStringLiteral("val"), Split::Validation},
        {QStringLiteral("valid"), Split::Validation}, {QStringLiteral("validation"), Split::Validation},
        {QStringLiteral("test"), Split::Test},
    };
    return stem.contains(u'/') ? folders.value(stem.section(u'/', 0, 0).toLower(), Split::None) : Split::None;
}

/// The names of a list. Where every line ends with -1, 0 or 1 these tell of one class; else a number is part of a name,
/// as spaces are.
QStringList namesIn(const QByteArray &text)
{
    static const QRegularExpression column(QStringLiteral("\\s+(-1|0|1)$"));
    QStringList names;
    bool hasColumn = true;
    for (const QByteArray &line : text.split('\n')) {
        const QString name = QString::fromUtf8(line).trimmed();
        if (name.isEmpty())
            continue;
        names.append(name);
        hasColumn = hasColumn && name.contains(column);
    }
    for (QString &name : names) {
        if (hasColumn)
            name.remove(column);
    }
    return names;
}

} // namespace

VocSplits::VocSplits(const QString &root)
{
    const QString folder = root + QStringLiteral("/ImageSets/Main/");
    readList(folder + QStringLiteral("train.txt"), Split::Train, false);
    readList(folder + QStringLiteral("val.txt"), Split::Validation, false);
    readList(folder + QStringLiteral("test.txt"), Split::Test, false);
    readList(folder + QStringLiteral("trainval.txt"), Split::Train, true);
}

void VocSplits::readList(const QString &path, Split split, bool isFallback)
{
    if (!QFileInfo::exists(path))
        return;
    const Result<QByteArray> bytes = readFile(path, kMaxListBytes);
    if (!bytes) {
        m_problems.append(bytes.error().message);
        return;
    }
    for (const QString &name : namesIn(*bytes)) {
        const auto known = m_splits.constFind(name);
        if (known == m_splits.cend()) {
            m_splits.insert(name, split);
            m_names.append(name);
        } else if (*known != split && !isFallback) {
            m_problems.append(
                Text::tr("%1: %2 is in another split already, which counts").arg(QFileInfo(path).fileName(), name));
        }
    }
}

Split VocSplits::splitOf(const QString &stem) const
{
    const auto listed = m_splits.constFind(stem);
    return listed != m_splits.cend() ? *listed : splitOfFolder(stem);
}

} // namespace boxwright
