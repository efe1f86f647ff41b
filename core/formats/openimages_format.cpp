// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/openimages_format.h"

#include "core/formats/openimages_reader.h"
#include "core/formats/openimages_writer.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenImagesFormat)
};

} // namespace

QString OpenImagesFormat::id() const
{
    return QStringLiteral("openimages");
}

QString OpenImagesFormat::name() const
{
    return Text::tr("Open Images (CSV)");
}

FormatAbilities OpenImagesFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Occluded | LabelFlag::Truncated | LabelFlag::Crowd;
    abilities.hasUnlabelledImages = true;
    abilities.hasSizes = false;
    abilities.hasConfidences = true;
    abilities.extraKey = QStringLiteral("openimages");
    return abilities;
}

bool OpenImagesFormat::recognizes(const QString &path) const
{
    return !findOpenImagesTables(path).isEmpty();
}

Result<> OpenImagesFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const OpenImagesTables tables = findOpenImagesTables(options.from);
    const QString shown = QDir::toNativeSeparators(options.from);
    if (tables.isEmpty())
        return failure(Text::tr("%1 holds no table of Open Images (*-annotations-bbox.csv)").arg(shown));
    Reading reading(options, sink);
    if (Result<> read = OpenImagesReader(tables, options, reading).read(); !read)
        return read;
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("missing-image"));
    return failure(why.isEmpty() ? Text::tr("%1 names no image").arg(shown) : why);
}

Result<WriteSummary> OpenImagesFormat::write(const WriteOptions &options, FormatSource &source,
                                             const NoteSink &notes) const
{
    return OpenImagesWriter(options, source, notes).write();
}

} // namespace boxwright
