// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/manifest_writer.h"

#include "core/formats/progress_ticker.h"
#include "core/formats/image_export.h"
#include "core/formats/sagemaker_images.h"
#include "core/sagemaker/kept_line.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ManifestWriter)
};

QString manifestName(Split split)
{
    switch (split) {
    case Split::Validation:
        return QStringLiteral("validation.manifest");
    case Split::Test:
        return QStringLiteral("test.manifest");
    default:
        return QStringLiteral("train.manifest");
    }
}

} // namespace

ManifestWriter::ManifestWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_classes(numberedNames(source.classes()))
    , m_attribute(options.attribute.isEmpty() ? chosenAttribute() : options.attribute)
    , m_paths(options.imageRoot)
{
}

/// All lines of a manifest must use one attribute: a training names it once.
QString ManifestWriter::chosenAttribute()
{
    QString attribute;
    m_source.rewind();
    while (attribute.isEmpty()) {
        const std::optional<FormatImage> image = m_source.next();
        if (!image)
            return QStringLiteral("boxes");
        attribute = keptAttribute(image->extra);
    }
    return attribute;
}

Result<WriteSummary> ManifestWriter::write()
{
    ProgressTicker progress(m_options.progress, Text::tr("Writing"));
    m_source.rewind();
    for (m_at = 0; std::optional<FormatImage> image = m_source.next(); ++m_at) {
        if (m_options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        if (Result<> written = writeImage(*std::move(image)); !written)
            return failure(written.error());
        progress.tell(m_at + 1, m_source.imageCount());
    }
    for (auto &[split, file] : m_files) {
        if (Result<> closed = file.close(); !closed)
            return failure(closed.error());
    }
    return m_summary;
}

Result<> ManifestWriter::writeImage(FormatImage image)
{
    if (!isLabelled(image) && image.state != ReviewState::Empty) {
        leaveOut();
        return {};
    }
    image.size = sizeForExport(image);
    if (!canExport(image, image.size, m_options)) {
        m_notes(unreadableNote(image));
        leaveOut();
        return {};
    }
    const KeptLine kept(image.extra);
    const Result<QString> reference = sourceRef(image, kept);
    if (!reference)
        return failure(reference.error());
    AnnotatedImage entry = toAnnotated(image, m_classes);
    entry.attribute = m_attribute;
    entry.source = *reference;
    m_line.resize(0); // unlike clear() it keeps the room
    appendManifestLine(m_line, entry, kept);
    return file(image.split == Split::None ? Split::Train : image.split).write(m_line.append('\n'));
}

ExportFile &ManifestWriter::file(Split split)
{
    const auto open = m_files.find(split);
    return open != m_files.end() ? open->second
                                 : m_files.try_emplace(split, m_options.to + u'/' + manifestName(split)).first->second;
}

Result<QString> ManifestWriter::sourceRef(const FormatImage &image, const KeptLine &old)
{
    QString prefix = m_options.s3Prefix;
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    if (m_options.copyImages) {
        const QString place = m_paths.place(image.path);
        const QString copy = QStringLiteral("images/") + place;
        if (Result<> copied = copyImage(image, m_options.to + u'/' + copy, m_options); !copied)
            return failure(copied.error());
        return prefix.isEmpty() ? copy : prefix + u'/' + place;
    }
    const QString path = image.path.isEmpty() ? image.source : image.path;
    const QString relative = m_paths.relative(path);
    if (!prefix.isEmpty()) // the prefix stands for the image root: what lies elsewhere goes by its file name
        return prefix + u'/' + (relative.isEmpty() ? m_paths.place(path) : relative);
    const QString kept = old.source();
    const bool isStillIt = kept == path || fileNameOf(kept).compare(fileNameOf(path), Qt::CaseInsensitive) == 0;
    if (!kept.isEmpty() && isStillIt)
        return kept;
    return relative.isEmpty() ? path : relative;
}

} // namespace boxwright
