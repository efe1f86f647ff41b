// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_format.h"

#include "core/base/file_io.h"
#include "core/formats/export_paths.h"
#include "core/formats/class_list_file.h"
#include "core/formats/image_locator.h"
#include "core/formats/reading.h"
#include "core/formats/voc_splits.h"
#include "core/formats/voc_writer.h"
#include "core/formats/voc_xml.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VocFormat)
};

constexpr qint64 kMaxFileBytes = qint64{16} << 20; ///< one image's objects; real files have some kilobytes
constexpr int kHopelessFiles = 20; ///< so many other XML files without an annotation, and the folder is none of ours

/// Where the parts of a data set lie.
struct Layout
{
    QString root;        ///< has ImageSets, where there are any
    QString annotations; ///< folder of the XML files
    QString images;
    QStringList files;
};

QStringList xmlFiles(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, {QStringLiteral("*.xml")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next());
    sortNaturally(files);
    return files;
}

/// The data set folder itself, or the only VOC20xx below VOCdevkit that has annotations.
QString dataSetRoot(const QString &folder)
{
    const QDir dir(folder);
    if (dir.exists(QStringLiteral("Annotations")))
        return dir.path();
    for (const QString &nested : {QStringLiteral("VOCdevkit"), QString()}) {
        const QDir parent(nested.isEmpty() ? folder : dir.filePath(nested));
        for (const QString &name : parent.entryList({QStringLiteral("VOC*")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (QDir(parent.filePath(name)).exists(QStringLiteral("Annotations")))
                return parent.filePath(name);
        }
    }
    return {};
}

Layout layoutOf(const ReadOptions &options)
{
    const QFileInfo from(options.from);
    Layout layout;
    if (from.isFile()) {
        layout.annotations = from.absolutePath();
        layout.files = QStringList{from.absoluteFilePath()};
    } else {
        const QString root = dataSetRoot(from.absoluteFilePath());
        layout.annotations = root.isEmpty() ? from.absoluteFilePath() : root + QStringLiteral("/Annotations");
        layout.files = xmlFiles(layout.annotations);
    }
    const QDir parent = QFileInfo(layout.annotations).dir();
    const bool isInDataSet = QFileInfo(layout.annotations).fileName() == QLatin1String("Annotations");
    layout.root = isInDataSet ? parent.path() : layout.annotations;
    layout.images = options.imageFolder;
    if (layout.images.isEmpty() && isInDataSet)
        layout.images =
            parent.exists(QStringLiteral("JPEGImages")) ? parent.filePath(QStringLiteral("JPEGImages")) : parent.path();
    return layout;
}

/// One reading of one data set.
class VocReader
{
public:
    VocReader(const Layout &layout, Reading &reading)
        : m_layout(layout)
        , m_locator(layout.annotations, layout.images)
        , m_splits(layout.root)
        , m_reading(reading)
    {
    }

    Result<> read()
    {
        for (const QString &text : m_splits.problems())
            m_reading.note(QStringLiteral("split-conflict"), text);
        const QString root = m_layout.root;
        for (const QString &name : readClassList(root + QStringLiteral("/labelmap.txt"), /*hasColours=*/true) +
                                       readClassList(root + QStringLiteral("/classes.txt")))
            m_reading.classes().indexOf(name);
        qint64 done = 0;
        for (const QString &path : m_layout.files) {
            if (Result<> taken = readFileAt(path); !taken)
                return taken;
            if (Result<> going = m_reading.advance(++done, m_layout.files.size()); !going)
                return going;
        }
        return addUnannotated();
    }

private:
    Result<> readFileAt(const QString &path)
    {
        const QString name = QDir(m_layout.annotations).relativeFilePath(path);
        const Result<QByteArray> bytes = readFile(path, kMaxFileBytes);
        Result<VocAnnotation> annotation =
            bytes ? parseVocAnnotation(*bytes) : Result<VocAnnotation>(failure(bytes.error()));
        if (!annotation) {
            m_reading.note(QStringLiteral("bad-file"),
                           Text::tr("%1: %2", "place, what is wrong there").arg(name, annotation.error().message));
            if (++m_bad >= kHopelessFiles && m_reading.imageCount() == 0)
                return failure(m_reading.firstNote(QStringLiteral("bad-file")));
            return {};
        }
        for (const VocProblem &problem : annotation->problems)
            m_reading.note(problem.kind, Text::tr("%1: %2", "place, what is wrong there").arg(name, problem.text));
        return m_reading.deliver(toImage(*annotation, name));
    }

    FormatImage toImage(const VocAnnotation &annotation, const QString &name)
    {
        FormatImage image;
        image.source = annotation.fileName.isEmpty() ? withoutEnding(name) : annotation.fileName;
        image.size = annotation.size;
        image.extra = annotation.extra;
        const QString folder = name.section(u'/', 0, -2);
        image.path = m_locator.locate(folder.isEmpty() ? image.source : folder + u'/' + image.source);
        if (image.path.isEmpty())
            image.path = m_locator.locateStem(withoutEnding(name));
        if (image.path.isEmpty())
            m_reading.note(QStringLiteral("missing-image"),
                           Text::tr("%1: the image %2 was not found").arg(name, image.source));
        const QString stem = withoutEnding(name);
        image.split = m_splits.splitOf(stem);
        m_seen.insert(stem);
        for (const VocObject &object : annotation.objects) {
            FormatLabel label;
            label.classIndex = m_reading.classes().indexOf(object.name);
            label.box = object.box;
            label.flags = object.flags;
            label.extra = object.extra;
            image.labels.push_back(std::move(label));
        }
        if (!image.labels.empty())
            image.state = ReviewState::Reviewed;
        else if (annotation.isVerified && annotation.problems.isEmpty())
            image.state = ReviewState::Empty;
        return image;
    }

    /// Images that a split names and nobody has labelled (VOC's own test sets).
    Result<> addUnannotated()
    {
        for (const QString &stem : m_splits.names()) {
            if (m_seen.contains(stem))
                continue;
            FormatImage image;
            image.source = stem;
            image.path = m_locator.locateStem(stem);
            image.split = m_splits.splitOf(stem);
            if (image.path.isEmpty()) {
                m_reading.note(QStringLiteral("missing-image"),
                               Text::tr("ImageSets: %1 has neither an annotation nor an image").arg(stem));
                continue;
            }
            if (Result<> taken = m_reading.deliver(std::move(image)); !taken)
                return taken;
        }
        return {};
    }

    const Layout &m_layout;
    const ImageLocator m_locator;
    const VocSplits m_splits;
    Reading &m_reading;
    QSet<QString> m_seen;
    int m_bad = 0;
};

} // namespace

QString VocFormat::id() const
{
    return QStringLiteral("voc");
}

QString VocFormat::name() const
{
    return Text::tr("Pascal VOC");
}

FormatAbilities VocFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Difficult | LabelFlag::Truncated | LabelFlag::Occluded;
    abilities.hasUnlabelledImages = true;
    abilities.hasConfirmedEmpty = true;
    abilities.extraKey = QStringLiteral("voc");
    return abilities;
}

bool VocFormat::recognizes(const QString &path) const
{
    const QFileInfo info(path);
    if (info.isFile()) {
        const bool isXml = info.suffix().compare(QLatin1String("xml"), Qt::CaseInsensitive) == 0;
        const Result<QByteArray> bytes = isXml ? readFile(path, kMaxFileBytes) : Result<QByteArray>(QByteArray());
        return bytes && parseVocAnnotation(*bytes).has_value();
    }
    const QString root = dataSetRoot(path);
    QDirIterator entries(root.isEmpty() ? path : root + QStringLiteral("/Annotations"), {QStringLiteral("*.xml")},
                         QDir::Files, QDirIterator::Subdirectories);
    return entries.hasNext() && recognizes(entries.next());
}

Result<> VocFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QString shownFrom = QDir::toNativeSeparators(options.from);
    const Layout layout = layoutOf(options);
    Reading reading(options, sink);
    if (Result<> done = VocReader(layout, reading).read(); !done)
        return done;
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-file"));
    return failure(why.isEmpty() ? Text::tr("%1 holds no annotation file (*.xml)").arg(shownFrom) : why);
}

Result<WriteSummary> VocFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    return VocWriter(options, source, notes).write();
}

} // namespace boxwright
