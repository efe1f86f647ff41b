// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cvat_format.h"

#include "core/formats/cvat_labels.h"
#include "core/formats/cvat_reader.h"
#include "core/formats/cvat_shape.h"
#include "core/formats/export_file.h"
#include "core/formats/image_export.h"
#include "core/formats/image_loop.h"
#include "core/formats/xml_text.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CvatFormat)
};

constexpr const char *kFile = "annotations.xml";

bool hasRoot(const QString &path)
{
    QFile file(path);
    if (!path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return false;
    QXmlStreamReader xml(&file);
    return XmlElement(xml).findRoot() && xml.name() == QLatin1String("annotations");
}

/// The file itself, or the first of a folder that has CVAT's root; empty where there is none.
QString fileOf(const QString &from)
{
    const QFileInfo info(from);
    if (!info.isDir())
        return hasRoot(from) ? info.absoluteFilePath() : QString();
    const QDir folder(info.absoluteFilePath());
    QStringList names = folder.entryList({QStringLiteral("*.xml")}, QDir::Files);
    sortNaturally(names);
    constexpr qsizetype kLookAt = 20;
    for (const QString &name : names.first(std::min(names.size(), kLookAt))) {
        if (hasRoot(folder.filePath(name)))
            return folder.absoluteFilePath(name);
    }
    return {};
}

QString subsetOf(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("Train");
    case Split::Validation:
        return QStringLiteral("Validation");
    case Split::Test:
        return QStringLiteral("Test");
    case Split::None:
        break;
    }
    return {};
}

/// What the first image that has it keeps of the labels (see readCvatLabels()).
QByteArray keptLabels(FormatSource &source)
{
    source.rewind();
    while (const std::optional<FormatImage> image = source.next()) {
        const KeptMembers kept(image->extra, "cvat");
        if (const QByteArrayView labels = kept.value("labels"); !labels.isEmpty())
            return labels.toByteArray();
    }
    return {};
}

QByteArray headText(const QStringList &classes, FormatSource &source)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n  <meta>\n"
           "    <task>\n      <labels>\n" +
           cvatLabelsText(classes, keptLabels(source)) + "      </labels>\n    </task>\n  </meta>\n";
}

QByteArray imageText(const FormatImage &image, qint64 id, const QString &name, const QStringList &classes)
{
    const KeptMembers kept(image.extra, "cvat");
    QByteArray text = "  <image id=\"" + QByteArray::number(id) + "\" name=" + xmlAttribute(name);
    if (const QString subset = subsetOf(image.split); !subset.isEmpty())
        text += " subset=" + xmlAttribute(subset);
    text += cvatAttributeText(kept.value("attributes"), {"id", "name", "subset", "width", "height"}) + " width=\"" +
            QByteArray::number(image.size.width()) + "\" height=\"" + QByteArray::number(image.size.height()) + "\">\n";
    for (const FormatLabel &label : image.labels)
        text += "    " + cvatShapeText(label, classes.value(label.classIndex)) + '\n';
    const QByteArray tags = kept.text("tags").value_or(QString()).toUtf8();
    return text + (tags.isEmpty() ? QByteArray() : "    " + tags + '\n') + "  </image>\n";
}

} // namespace

QString CvatFormat::id() const
{
    return QStringLiteral("cvat");
}

QString CvatFormat::name() const
{
    return Text::tr("CVAT for images (XML 1.1)");
}

FormatAbilities CvatFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Occluded;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("cvat");
    return abilities;
}

bool CvatFormat::recognizes(const QString &path) const
{
    return !fileOf(path).isEmpty();
}

Result<> CvatFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QString shown = QDir::toNativeSeparators(options.from);
    const QString path = QFileInfo(options.from).isDir() ? fileOf(options.from) : options.from;
    if (path.isEmpty())
        return failure(Text::tr("%1 holds no XML of CVAT (annotations.xml)").arg(shown));
    Reading reading(options, sink);
    if (Result<> read = CvatReader(path, options, reading).read(); !read)
        return read;
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-entry"));
    return failure(why.isEmpty() ? Text::tr("%1 is empty: it names no image").arg(shown) : why);
}

Result<WriteSummary> CvatFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    const QStringList classes = source.classes();
    ExportPaths paths(options.imageRoot);
    ExportFile file(options.to + u'/' + QLatin1String(kFile));
    if (Result<> started = file.write(headText(classes, source)); !started)
        return failure(started.error());
    qint64 id = 0;
    Result<WriteSummary> summary = writeImages({options, source, notes}, [&](const FormatImage &image) -> Result<> {
        const QString place = paths.place(image.path.isEmpty() ? image.source : image.path);
        if (options.copyImages) {
            if (Result<> copied = copyImage(image, options.to + QStringLiteral("/images/") + place, options); !copied)
                return copied;
        }
        return file.write(imageText(image, id++, place, classes));
    });
    if (!summary)
        return summary;
    Result<> closed = file.write("</annotations>\n");
    if (closed)
        closed = file.close();
    return closed ? summary : Result<WriteSummary>(failure(closed.error()));
}

} // namespace boxwright
