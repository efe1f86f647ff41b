// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_format.h"

#include "core/base/file_io.h"
#include "core/formats/recordio_reader.h"
#include "core/formats/recordio_writer.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordIo)
};

constexpr qint64 kMaxClassFile = qint64{1} << 20;
constexpr qsizetype kMaxClasses = 10000;

struct RecordFile
{
    QString path;
    Split split = Split::None;
};

/// "train.rec", "train/data.rec", "bees_val.rec": the first word that names a split decides.
Split splitOfPath(const QString &relativePath)
{
    const QString path = relativePath.toLower();
    if (path.contains(QLatin1String("train")))
        return Split::Train;
    if (path.contains(QLatin1String("val")))
        return Split::Validation;
    return path.contains(QLatin1String("test")) ? Split::Test : Split::None;
}

/// Training images first, so that the order of a project is the same each time.
QList<RecordFile> recordFiles(const QString &from)
{
    const QFileInfo info(from);
    if (info.isFile())
        return {{info.absoluteFilePath(), splitOfPath(info.fileName())}};
    const QDir root(info.absoluteFilePath());
    QStringList paths;
    QDirIterator entries(root.path(), {QStringLiteral("*.rec")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        paths.append(entries.next());
    sortNaturally(paths);
    QList<RecordFile> files;
    for (const QString &path : paths)
        files.append({path, splitOfPath(root.relativeFilePath(path))});
    const auto rank = [](Split split) { return split == Split::None ? 9 : static_cast<int>(split); };
    std::stable_sort(files.begin(), files.end(),
                     [&](const RecordFile &a, const RecordFile &b) { return rank(a.split) < rank(b.split); });
    return files;
}

/// One name a line; a name that comes twice gets a mark, so that the others keep their numbers.
Result<> readClassNames(const QString &folder, ClassTable &classes)
{
    const QString path = QDir(folder).filePath(QStringLiteral("classes.txt"));
    if (!QFileInfo(path).isFile())
        return {};
    const Result<QByteArray> text = readFile(path, kMaxClassFile);
    if (!text)
        return failure(text.error());
    const QStringList lines = QString::fromUtf8(*text).split(u'\n');
    for (QString name : lines) {
        if (name.endsWith(u'\r'))
            name.chop(1);
        if (name.trimmed().isEmpty())
            continue;
        if (classes.names().size() >= kMaxClasses)
            return failure(
                Text::tr("%1 names more than %2 classes").arg(QDir::toNativeSeparators(path)).arg(kMaxClasses));
        classes.append(name);
    }
    return {};
}

} // namespace

QString RecordIoFormat::id() const
{
    return QStringLiteral("recordio");
}

QString RecordIoFormat::name() const
{
    return Text::tr("MXNet RecordIO");
}

FormatAbilities RecordIoFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Difficult;
    abilities.packsImages = true;
    abilities.extraKey = QStringLiteral("recordio");
    return abilities;
}

bool RecordIoFormat::recognizes(const QString &path) const
{
    const QFileInfo info(path);
    if (info.isFile())
        return info.suffix().compare(QLatin1String("rec"), Qt::CaseInsensitive) == 0 && isRecordIoFile(path);
    QDirIterator entries(path, {QStringLiteral("*.rec")}, QDir::Files, QDirIterator::Subdirectories);
    return entries.hasNext() && isRecordIoFile(entries.next());
}

Result<> RecordIoFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    const QFileInfo from(options.from);
    const QString shownFrom = QDir::toNativeSeparators(options.from);
    if (!from.exists())
        return failure(Text::tr("%1 does not exist").arg(shownFrom));
    const QList<RecordFile> files = recordFiles(options.from);
    if (files.isEmpty())
        return failure(Text::tr("%1 holds no RecordIO file (*.rec)").arg(shownFrom));
    const QString folder = from.isDir() ? from.absoluteFilePath() : from.absolutePath();
    Reading reading(options, sink);
    if (Result<> named = readClassNames(folder, reading.classes()); !named)
        return named;
    RecordImages images(folder, options.imageFolder);
    for (const RecordFile &file : files) {
        if (Result<> done = RecordIoReader(file.path, file.split, images, reading).read(); !done)
            return done;
    }
    reading.finish();
    if (reading.imageCount() == 0)
        return failure(Text::tr("%1 is empty: it holds no record").arg(shownFrom));
    return {};
}

Result<WriteSummary> RecordIoFormat::write(const WriteOptions &options, FormatSource &source,
                                           const NoteSink &notes) const
{
    return RecordIoWriter(options, source, notes).write();
}

} // namespace boxwright
