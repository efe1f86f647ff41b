// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/split_lists.h"

#include "core/base/file_io.h"
#include "core/formats/image_locator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SplitLists)
};

constexpr qint64 kMaxBytes = qint64{256} << 20;

/// The images of a data set by what lines call them.
class ListedImages
{
public:
    explicit ListedImages(const Dataset &dataset)
        : m_locator(pathsOf(dataset))
    {
        for (qsizetype i = 0; i < dataset.imageCount(); ++i)
            m_ids.insert(dataset.imageAt(i).info.path, dataset.imageAt(i).info.id);
    }

    /// None where the line names no image, or several.
    [[nodiscard]] ImageId idOf(const QString &line) const
    {
        static const QRegularExpression numbered(QStringLiteral("^(.*\\S)\\s+-?\\d+$")); // VOC's class lists
        ImageId id = named(line);
        if (const auto match = numbered.match(line); id == ImageId::None && match.hasMatch())
            id = named(match.captured(1));
        return id;
    }

private:
    static QStringList pathsOf(const Dataset &dataset)
    {
        QStringList paths;
        for (qsizetype i = 0; i < dataset.imageCount(); ++i)
            paths.append(dataset.imageAt(i).info.path);
        return paths;
    }

    [[nodiscard]] ImageId named(const QString &text) const
    {
        const QString path = m_locator.locate(text);
        return m_ids.value(path.isEmpty() ? m_locator.locateStem(text) : path, ImageId::None);
    }

    ImageLocator m_locator;
    QHash<QString, ImageId> m_ids;
};

Result<> takeList(const QString &file, Split split, const ListedImages &images, ListedSplits &listed)
{
    const Result<QByteArray> bytes = readFile(file, kMaxBytes);
    if (!bytes)
        return failure(bytes.error());
    const QString name = QFileInfo(file).fileName();
    int number = 0;
    for (const QByteArray &raw : bytes->split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty())
            continue;
        const QString where = Text::tr("%1, line %2: %3").arg(name).arg(number).arg(line.left(200));
        const ImageId id = images.idOf(line);
        if (id == ImageId::None) {
            listed.unknown.append(where);
            continue;
        }
        QHash<ImageId, Split> &splits = listed.plan.splits;
        const Split known = splits.value(id, split);
        if (known != split)
            return failure(Text::tr("%1: this image is in the list of another split too").arg(where));
        splits.insert(id, split);
    }
    return {};
}

} // namespace

Result<ListedSplits> splitsFromLists(const Dataset &dataset, const QMap<Split, QString> &files)
{
    const ListedImages images(dataset);
    ListedSplits listed;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (Result<> taken = takeList(file.value(), file.key(), images, listed); !taken)
            return failure(taken.error());
    }
    if (listed.plan.splits.isEmpty())
        return failure(Text::tr("The lists name no image of this data set"), listed.unknown.value(0));
    countImages(listed.plan, dataset);
    return listed;
}

} // namespace boxwright
