// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelme_format.h"

#include "core/formats/labelme_reader.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelmeFormat)
};

} // namespace

QString LabelmeFormat::id() const
{
    return QStringLiteral("labelme");
}

QString LabelmeFormat::name() const
{
    return Text::tr("labelme JSON");
}

FormatAbilities LabelmeFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Difficult;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("labelme");
    return abilities;
}

bool LabelmeFormat::recognizes(const QString &path) const
{
    return labelmeDialectAt(path) == LabelmeDialect::Labelme;
}

Result<> LabelmeFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    Reading reading(options, sink);
    return LabelmeReader(options, LabelmeDialect::Labelme, reading).read();
}

Result<WriteSummary> LabelmeFormat::write(const WriteOptions &options, FormatSource &source,
                                          const NoteSink &notes) const
{
    return writeLabelmeFiles(options, LabelmeDialect::Labelme, source, notes);
}

} // namespace boxwright
