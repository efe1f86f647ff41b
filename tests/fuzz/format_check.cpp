// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/format_check.h"

#include "core/formats/export_check.h"
#include "core/formats/format_registry.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/support/format_doubles.h"

#include <QFileInfo>
#include <QImage>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>

#include <cmath>

namespace boxwright {

namespace {

/// The files of a data set, in the order of the parts.
QStringList filesOf(const QString &format)
{
    static const QMap<QString, QStringList> files{
        {QStringLiteral("sagemaker-json"), {QStringLiteral("train_annotation/a.json"), QStringLiteral("train/b.json")}},
        {QStringLiteral("augmented-manifest"), {QStringLiteral("train.manifest"), QStringLiteral("val.manifest")}},
        {QStringLiteral("recordio"), {QStringLiteral("x.rec"), QStringLiteral("x.lst"), QStringLiteral("x.idx")}},
        {QStringLiteral("labelimg"), {QStringLiteral("classes.txt"), QStringLiteral("a.txt"), QStringLiteral("b.xml")}},
        {QStringLiteral("voc"), {QStringLiteral("Annotations/a.xml"), QStringLiteral("ImageSets/Main/train.txt")}},
        {QStringLiteral("coco"), {QStringLiteral("x.json")}},
        {QStringLiteral("kitti"), {QStringLiteral("label_2/a.txt"), QStringLiteral("classes.txt")}},
        {QStringLiteral("yolo"),
         {QStringLiteral("data.yaml"), QStringLiteral("labels/a.txt"), QStringLiteral("obj.data"),
          QStringLiteral("obj.names"), QStringLiteral("train.txt")}},
        {QStringLiteral("cvat"), {QStringLiteral("annotations.xml")}},
        {QStringLiteral("createml"), {QStringLiteral("train/_annotations.createml.json")}},
        {QStringLiteral("labelme"), {QStringLiteral("a.json"), QStringLiteral("labels.txt")}},
        {QStringLiteral("x-anylabeling"), {QStringLiteral("a.json"), QStringLiteral("labels.txt")}},
        {QStringLiteral("vott"), {QStringLiteral("x-export.json"), QStringLiteral("x.csv")}},
        {QStringLiteral("openimages"),
         {QStringLiteral("train-annotations-bbox.csv"), QStringLiteral("class-descriptions.csv"),
          QStringLiteral("image_ids.csv")}},
        {QStringLiteral("csv"), {QStringLiteral("x.csv")}},
        {QStringLiteral("sagemaker-responses"), {QStringLiteral("a.png.out"), QStringLiteral("classes.txt")}},
    };
    return files.value(format);
}

/// Where the image lies. LabelImg's stands beside its labels, and a folder "images" would make it another's.
QString imageOf(const QString &format)
{
    return format == QLatin1String("labelimg") ? QStringLiteral("a.png") : QStringLiteral("images/a.png");
}

/// The folders of one process, on the disk until its end.
class Workplace
{
public:
    Workplace()
    {
        QImage image(64, 48, QImage::Format_RGB888);
        image.fill(Qt::gray);
        m_image = m_folder.filePath(QStringLiteral("a.png"));
        fuzzCheck(image.save(m_image), "an image can be written");
    }

    /// A data set of these parts, and its image; its path: the one file that it can have, else its folder.
    QString put(const QStringList &files, const QString &image, const QByteArray &bytes)
    {
        const QString in = emptied("in");
        QByteArrayView rest(bytes);
        for (const QString &name : files) {
            const qsizetype end = rest.indexOf("\n====\n");
            const QByteArrayView part = end < 0 ? rest : rest.first(end + 1);
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 6);
            if (!part.isEmpty())
                fuzzCheck(putFile(in + u'/' + name, part.toByteArray()), "a file can be written");
        }
        const QString copy = in + u'/' + image;
        fuzzCheck(QDir().mkpath(QFileInfo(copy).path()) && QFile::copy(m_image, copy), "an image can be copied");
        return files.size() == 1 ? in + u'/' + files.first() : in;
    }

    QString emptied(const char *name)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        fuzzCheck(QDir(path).removeRecursively() && QDir().mkpath(path), "a folder can be emptied");
        return path;
    }

    /// Whether nothing but what is meant to lies beside the data set.
    [[nodiscard]] bool isClean() const
    {
        static const QStringList own{QStringLiteral("a.png"), QStringLiteral("images"), QStringLiteral("in"),
                                     QStringLiteral("out")};
        const QStringList there =
            QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        return std::all_of(there.begin(), there.end(), [](const QString &name) { return own.contains(name); });
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private:
    QTemporaryDir m_folder;
    QString m_image;
};

void checkImage(const FormatImage &image, const QStringList &classes, const QString &root)
{
    const bool isInside = image.path.isEmpty() || (image.path.startsWith(root) && !image.path.contains(u"/../"));
    fuzzCheck(isInside, "no image outside the folder is found");
    for (const FormatLabel &label : image.labels) {
        const Box &box = label.box;
        const bool isFinite =
            std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom);
        fuzzCheck(isFinite && !box.isEmpty(), "a label has an area of pixels");
        fuzzCheck(label.classIndex >= 0 && label.classIndex < classes.size(), "a label has a class");
        fuzzCheck(!(label.confidence > 1), "a confidence is at most 1");
    }
}

/// A data set has each image once; of a file that names one twice the program makes one.
bool hasDoubles(const std::vector<FormatImage> &images)
{
    QSet<QString> paths;
    return std::any_of(images.begin(), images.end(), [&paths](const FormatImage &image) {
        const bool isKnown = !image.path.isEmpty() && paths.contains(image.path);
        paths.insert(image.path);
        return isKnown;
    });
}

void checkRoundTrip(const DatasetFormat &format, CollectingSink &read, const QString &out)
{
    for (FormatImage &image : read.images)
        std::erase_if(image.labels, [](const FormatLabel &label) { return label.isSuggestion; });
    ListSource source(read);
    WriteOptions options;
    options.to = out;
    const Result<WriteSummary> written = format.write(options, source, [](const FormatNote &) {});
    if (!written) {
        fuzzCheck(!written.error().message.isEmpty(), "a writer that refuses says why");
        return;
    }
    if (written->leftOut.size() >= read.images.size())
        return;
    const Result<ExportCounts> back = checkExport(format, options, source, *written);
    if (!back)
        std::fprintf(stderr, "%s\n", qPrintable(back.error().message));
    fuzzCheck(back.has_value(), "what was read is written and comes back the same");
}

} // namespace

void checkFormat(const char *id, const unsigned char *data, std::size_t size)
{
    static const DatasetFormat *const format = datasetFormat(QLatin1String(id));
    static const QStringList files = filesOf(QLatin1String(id));
    fuzzCheck(format != nullptr && !files.isEmpty(), "the format is known here");
    static Workplace place;

    ReadOptions options;
    static const QString image = imageOf(QLatin1String(id));
    options.from =
        place.put(files, image, QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    options.sizeHint = [](const QString &) { return QSize(640, 480); };
    if (format->abilities().packsImages)
        options.imageFolder = place.emptied("images");
    const QString root = options.imageFolder.isEmpty() ? place.path("in") : options.imageFolder;
    (void)format->recognizes(options.from);
    CollectingSink read;
    if (const Result<> done = format->read(options, read); !done) {
        fuzzCheck(!done.error().message.isEmpty(), "a reader that refuses says why");
        return;
    }
    for (const FormatImage &image : read.images)
        checkImage(image, read.classNames, root);
    if (format->canWrite() && !hasDoubles(read.images))
        checkRoundTrip(*format, read, place.emptied("out"));
    fuzzCheck(place.isClean(), "nothing is written beside the folders that were chosen");
}

} // namespace boxwright
