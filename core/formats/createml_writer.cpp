// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/createml_writer.h"

#include "core/formats/createml_json.h"
#include "core/formats/image_export.h"
#include "core/formats/progress_ticker.h"
#include "core/formats/split_names.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CreateMlWriter)
};

/// The folder of a split, with '/' at its end; the export's own folder for images of none.
QString folderOf(Split split)
{
    const QString name = shortSplitName(split);
    return name.isEmpty() ? QString() : name + u'/';
}

} // namespace

CreateMlWriter::CreateMlWriter(const WriteOptions &options, FormatSource &source, const NoteSink &notes)
    : m_options(options)
    , m_source(source)
    , m_notes(notes)
    , m_classes(source.classes())
    , m_paths(options.imageRoot)
{
}

Result<WriteSummary> CreateMlWriter::write()
{
    ProgressTicker progress(m_options.progress, Text::tr("Writing"));
    m_source.rewind();
    for (m_at = 0; const std::optional<FormatImage> image = m_source.next(); ++m_at) {
        if (m_options.cancel.isCancelled())
            return failure(Text::tr("The export was stopped"));
        if (Result<> written = writeImage(*image); !written)
            return failure(written.error());
        progress.tell(m_at + 1, m_source.imageCount());
    }
    for (auto &[split, file] : m_files) {
        Result<> closed = file.write("\n]\n");
        if (closed)
            closed = file.close();
        if (!closed)
            return failure(closed.error());
    }
    return m_summary;
}

Result<> CreateMlWriter::writeImage(const FormatImage &image)
{
    if (m_options.copyImages && !QFileInfo(image.path).isFile()) {
        m_notes(unreadableNote(image));
        m_summary.leftOut.push_back(m_at);
        return {};
    }
    // Create ML looks for images beside its file.
    const QString folder = m_options.to + u'/' + folderOf(image.split);
    const QString path = image.path.isEmpty() ? image.source : image.path;
    const QString place = m_paths.place(path);
    if (m_options.copyImages) {
        if (Result<> copied = copyImage(image, folder + place, m_options); !copied)
            return copied;
    }
    const auto [at, isNew] = m_files.try_emplace(image.split, folder + QStringLiteral("_annotations.createml.json"));
    const QByteArray start(isNew ? "[\n" : ",\n");
    return at->second.write(start + createMlEntry(image, place, m_classes));
}

} // namespace boxwright
