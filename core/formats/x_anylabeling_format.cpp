// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/x_anylabeling_format.h"

#include "core/formats/labelme_reader.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XAnyLabelingFormat)
};

} // namespace

QString XAnyLabelingFormat::id() const
{
    return QStringLiteral("x-anylabeling");
}

QString XAnyLabelingFormat::name() const
{
    return Text::tr("X-AnyLabeling JSON");
}

FormatAbilities XAnyLabelingFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Difficult;
    abilities.hasUnlabelledImages = true;
    abilities.extraKey = QStringLiteral("labelme");
    return abilities;
}

bool XAnyLabelingFormat::recognizes(const QString &path) const
{
    return labelmeDialectAt(path) == LabelmeDialect::XAnyLabeling;
}

Result<> XAnyLabelingFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    Reading reading(options, sink);
    return LabelmeReader(options, LabelmeDialect::XAnyLabeling, reading).read();
}

Result<WriteSummary> XAnyLabelingFormat::write(const WriteOptions &options, FormatSource &source,
                                               const NoteSink &notes) const
{
    return writeLabelmeFiles(options, LabelmeDialect::XAnyLabeling, source, notes);
}

} // namespace boxwright
