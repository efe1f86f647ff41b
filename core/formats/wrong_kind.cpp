// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/wrong_kind.h"

#include "core/formats/format_registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WrongKind)
};

constexpr int kLookAt = 200; ///< files of a folder

/// A reading that ends with the first image: only its refusal is of interest.
class RefusalSink : public FormatSink
{
public:
    Result<> classes(const QStringList &) override { return {}; }
    Result<> image(FormatImage) override
    {
        hasImage = true;
        return failure(QString());
    }
    void note(const FormatNote &) override {}

    bool hasImage = false;
};

/// What a format says against a file that has the ending of its kind.
QString refusalOf(const char *formatId, const QString &path)
{
    const DatasetFormat *format = datasetFormat(QLatin1String(formatId));
    RefusalSink sink;
    ReadOptions options;
    options.from = path;
    const Result<> read = format ? format->read(options, sink) : Result<>();
    return read || sink.hasImage ? QString() : read.error().message;
}

QString describeFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("tfrecord") || ending == QLatin1String("tfrecords"))
        return Text::tr("%1 is a TFRecord of TensorFlow, which is not read; export it as COCO or VOC").arg(name);
    if (ending == QLatin1String("manifest") || ending == QLatin1String("jsonl"))
        return refusalOf("augmented-manifest", path);
    if (name == QLatin1String("_classes.csv"))
        return Text::tr("%1 tells the classes of whole images, for classification, and no boxes").arg(name);
    if (ending == QLatin1String("xml"))
        return refusalOf("voc", path);
    if (ending == QLatin1String("rec"))
        return refusalOf("recordio", path);
    if (ending != QLatin1String("json"))
        return {};
    QFile file(path);
    const QByteArray start = file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
    const bool isLikeCoco = start.contains("\"images\"") || start.contains("\"licenses\"");
    return isLikeCoco ? refusalOf("coco", path) : QString();
}

/// Folders named after classes with nothing but images in them.
bool holdsImagesByClass(const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    int images = 0;
    for (int seen = 0; files.hasNext() && seen < kLookAt; ++seen) {
        const QString ending = QFileInfo(files.next()).suffix().toLower();
        if (ending != QLatin1String("jpg") && ending != QLatin1String("jpeg") && ending != QLatin1String("png"))
            return false;
        ++images;
    }
    const QDir root(folder);
    return images > 0 && root.entryList(QDir::Files).isEmpty() &&
           root.entryList(QDir::Dirs | QDir::NoDotAndDotDot).contains(QStringLiteral("train"));
}

} // namespace

QString describeWrongKind(const QString &path)
{
    if (QFileInfo(path).isFile())
        return describeFile(path);
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    for (int seen = 0; files.hasNext() && seen < kLookAt; ++seen) {
        if (const QString what = describeFile(files.next()); !what.isEmpty())
            return what;
    }
    if (holdsImagesByClass(path))
        return Text::tr("%1 holds images sorted into folders, for classification, and no boxes")
            .arg(QDir::toNativeSeparators(path));
    return {};
}

} // namespace boxwright
