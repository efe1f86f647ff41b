// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_json_writer.h"

#include "core/formats/export_file.h"
#include "core/formats/progress_ticker.h"
#include "core/formats/sagemaker_channels.h"
#include "core/formats/image_export.h"
#include "core/formats/sagemaker_images.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SagemakerJsonWriter)
};

/// Content types image/jpeg and image/png are all that the channels take.
bool isReadBySagemaker(const QString &path)
{
    static const QStringList endings{QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("png")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

} // namespace

SagemakerJsonWriter::SagemakerJsonWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_classes(numberedNames(source.classes()))
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> SagemakerJsonWriter::write()
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
    tellCounts();
    return m_summary;
}

Result<> SagemakerJsonWriter::writeImage(FormatImage image)
{
    if (!isLabelled(image)) {
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    image.size = sizeForExport(image);
    if (!canExport(image, image.size, m_options)) {
        m_notes(unreadableNote(image));
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    m_otherKinds += isReadBySagemaker(image.path) ? 0 : 1;
    const SagemakerChannel &channel = sagemakerChannel(image.split);
    AnnotatedImage entry = toAnnotated(image, m_classes);
    entry.source = m_paths.place(image.path.isEmpty() ? image.source : image.path);
    if (m_options.copyImages) {
        const QString copy = m_options.to + u'/' + channel.images + u'/' + entry.source;
        if (Result<> copied = copyImage(image, copy, m_options); !copied)
            return copied;
    }
    const QString file = m_options.to + u'/' + channel.annotations + u'/' + withoutEnding(entry.source);
    return ExportFile::writeAll(file + QStringLiteral(".json"), annotationFile(entry));
}

void SagemakerJsonWriter::tellCounts() const
{
    if (m_otherKinds > 0)
        m_notes({QStringLiteral("unsupported-image"),
                 Text::tr("%n images are neither JPEG nor PNG: SageMaker does not read them", nullptr, m_otherKinds)});
}

} // namespace boxwright
