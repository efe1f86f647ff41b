// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/reading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Reading)
};

} // namespace

Result<> checkPaths(const ReadOptions &options)
{
    if (!QFileInfo::exists(options.from))
        return failure(Text::tr("%1 does not exist").arg(QDir::toNativeSeparators(options.from)));
    if (!options.imageFolder.isEmpty() && !QFileInfo(options.imageFolder).isDir())
        return failure(
            Text::tr("The image folder %1 does not exist").arg(QDir::toNativeSeparators(options.imageFolder)));
    return {};
}

Reading::Reading(const ReadOptions &options, FormatSink &sink)
    : m_options(options)
    , m_sink(sink)
    , m_progress(options.progress, Text::tr("Reading labels"))
{
}

bool Reading::countNote(const QString &kind)
{
    return ++m_noteCounts[kind] <= kMaxNotes;
}

void Reading::tell(const QString &kind, const QString &text)
{
    if (!m_firstNotes.contains(kind))
        m_firstNotes.insert(kind, text);
    m_sink.note({kind, text});
}

void Reading::noteMissingImage(const QString &where, const QString &source)
{
    noteWith(QStringLiteral("missing-image"),
             [&] { return Text::tr("%1: the image %2 was not found").arg(where, source); });
}

Result<> Reading::deliver(FormatImage image)
{
    if (m_announced != m_classes.names().size()) {
        if (Result<> told = m_sink.classes(m_classes.names()); !told)
            return told;
        m_announced = m_classes.names().size();
    }
    ++m_images;
    return m_sink.image(std::move(image));
}

Result<> Reading::advance(qint64 done, qint64 total)
{
    if (m_options.cancel.isCancelled())
        return failure(Text::tr("The import was stopped"));
    m_progress.tell(done, total);
    return {};
}

void Reading::finish()
{
    for (auto at = m_noteCounts.cbegin(); at != m_noteCounts.cend(); ++at) {
        if (const qint64 more = at.value() - kMaxNotes; more > 0)
            m_sink.note({at.key(), Text::tr("%n more of this kind were found", nullptr, static_cast<int>(more))});
    }
}

} // namespace boxwright
