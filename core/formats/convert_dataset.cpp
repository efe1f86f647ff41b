// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/convert_dataset.h"

#include "core/formats/common_folder.h"
#include "core/formats/export_check.h"
#include "core/formats/export_preview.h"
#include "core/formats/export_tally.h"
#include "core/formats/note_list.h"
#include "core/formats/reading_source.h"
#include "core/formats/staging_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConvertDataset)
};

/// One conversion.
class Conversion
{
public:
    explicit Conversion(const ConvertRequest &request)
        : m_request(request)
        , m_source(*request.from, request.read)
        , m_losses(*request.to)
    {
    }

    Result<ExportReport> run()
    {
        if (!m_request.to->canWrite())
            return failure(Text::tr("%1 can be read but not written").arg(m_request.to->name()));
        Result<StagingFolder> staging = StagingFolder::make(m_request.write.to);
        if (!staging)
            return failure(staging.error());
        if (Result<> scanned = scan(); !scanned)
            return failure(scanned.error());
        if (Result<> routed = chooseClasses(); !routed)
            return failure(routed.error());
        if (Result<> written = write(staging->path()); !written)
            return failure(written.error());
        if (Result<> checked = check(staging->path()); !checked)
            return failure(checked.error());
        if (m_request.write.cancel.isCancelled())
            return failure(Text::tr("The conversion was stopped"));
        if (Result<> moved = staging->moveIntoPlace(); !moved)
            return failure(moved.error());
        m_report.folder = QDir::cleanPath(QFileInfo(m_request.write.to).absoluteFilePath());
        m_report.images = m_written.images();
        m_report.labels = m_written.labels();
        m_report.notes = m_notes.notes();
        return std::move(m_report);
    }

private:
    Result<> scan()
    {
        CommonFolder common;
        const Result<> read = m_source.scan(
            [&](const FormatImage &image) {
                if (m_request.classes.isPlain())
                    count(image);
                if (!image.path.isEmpty())
                    common.add(image.path);
            },
            [this](const FormatNote &note) { m_notes.add(note); });
        if (!read)
            return read;
        m_imageRoot = m_request.write.imageRoot.isEmpty() ? common.path() : m_request.write.imageRoot;
        if (m_source.suggestionCount() > 0)
            m_notes.add(
                {QStringLiteral("not-carried"), Text::tr("%n suggestions that nobody has accepted are left out",
                                                         nullptr, static_cast<int>(m_source.suggestionCount()))});
        return {};
    }

    void count(const FormatImage &image)
    {
        m_losses.add(image);
        m_written.add(image);
    }

    /// With the classes known, the images are gone through once more where a choice changes them.
    Result<> chooseClasses()
    {
        if (!m_request.classes.isPlain()) {
            Result<ClassRoutes> routes = routeClasses(m_source.classes(), m_request.classes);
            if (!routes)
                return failure(routes.error());
            m_images = &m_routed.emplace(m_source, *std::move(routes));
            while (const std::optional<FormatImage> image = m_images->next())
                count(*image);
            if (m_source.problem())
                return failure(*m_source.problem());
        }
        m_written.setClasses(m_images->classes());
        for (const FormatNote &note : m_losses.notes())
            m_notes.add(note);
        return {};
    }

    Result<> write(const QString &folder)
    {
        WriteOptions options = m_request.write;
        options.to = folder;
        options.imageRoot = m_imageRoot;
        const Result<WriteSummary> summary =
            m_request.to->write(options, *m_images, [this](const FormatNote &note) { m_notes.add(note); });
        if (!summary)
            return failure(summary.error());
        if (m_source.problem())
            return failure(*m_source.problem());
        const auto leftOut = static_cast<qint64>(summary->leftOut.size());
        if (leftOut >= m_source.imageCount())
            return failure(Text::tr("There is nothing to write: no image has labels"));
        return leftOut > 0 ? tallyAgain(summary->leftOut) : Result<>();
    }

    /// Sums over those images only that were written.
    Result<> tallyAgain(const std::vector<qint64> &leftOut)
    {
        m_written = ExportTally();
        m_written.setClasses(m_images->classes());
        m_images->rewind();
        auto skipped = leftOut.begin();
        for (qint64 at = 0; const std::optional<FormatImage> image = m_images->next(); ++at) {
            if (skipped != leftOut.end() && *skipped == at)
                ++skipped;
            else
                m_written.add(*image);
        }
        return m_source.problem() ? Result<>(failure(*m_source.problem())) : Result<>();
    }

    Result<> check(const QString &folder)
    {
        ReadOptions reading;
        reading.from = folder;
        // Sizes come from the images where the format has none.
        const bool needsImages = !m_request.to->abilities().hasSizes && !m_request.write.copyImages;
        reading.imageFolder = needsImages ? m_imageRoot : folder;
        reading.cancel = m_request.write.cancel;
        ExportTally back;
        ReadingSource written(*m_request.to, reading);
        QString problem;
        const Result<> read = written.scan([&back](const FormatImage &image) { back.add(image); },
                                           [&problem](const FormatNote &note) {
                                               if (tellsOfLoss(note) && problem.isEmpty())
                                                   problem = note.text;
                                           });
        if (!read)
            return read;
        back.setClasses(written.classes());
        if (problem.isEmpty())
            problem = m_written.difference(back, m_request.to->abilities().pixelError);
        if (problem.isEmpty())
            return {};
        return failure(Text::tr("Nothing was written, because reading it back told of a problem: %1").arg(problem));
    }

    const ConvertRequest &m_request;
    ReadingSource m_source;
    std::optional<RoutedSource> m_routed; ///< around the source, where classes are chosen
    FormatSource *m_images = &m_source;   ///< what is written
    ExportLosses m_losses;
    ExportTally m_written;
    QString m_imageRoot;
    NoteList m_notes;
    ExportReport m_report;
};

} // namespace

Result<ExportReport> convertDataset(const ConvertRequest &request)
{
    return Conversion(request).run();
}

} // namespace boxwright
