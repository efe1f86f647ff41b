// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_format.h"

#include "core/base/json_text.h"
#include "core/formats/class_list_file.h"
#include "core/formats/csv_boxes.h"
#include "core/formats/export_file.h"
#include "core/formats/image_export.h"
#include "core/formats/image_loop.h"
#include "core/formats/split_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvFormat)
};

constexpr const char *kTable = "labels.csv";
constexpr const char *kClassList = "labels.txt";

QString stateWord(ReviewState state)
{
    switch (state) {
    case ReviewState::Reviewed:
        return QStringLiteral("reviewed");
    case ReviewState::Empty:
        return QStringLiteral("empty");
    case ReviewState::NotYet:
        break;
    }
    return {};
}

QString flagWord(const FormatLabel &label, LabelFlag flag)
{
    return label.flags.testFlag(flag) ? QStringLiteral("1") : QStringLiteral("0");
}

QString number(double value)
{
    return QString::fromLatin1(jsonNumber(value));
}

/// The records of one image.
QByteArray records(const FormatImage &image, const QString &name, const QStringList &classes)
{
    const bool hasSize = image.size.isValid();
    const QStringList start{name, hasSize ? QString::number(image.size.width()) : QString(),
                            hasSize ? QString::number(image.size.height()) : QString(), shortSplitName(image.split),
                            stateWord(image.state)};
    QByteArray text;
    for (const FormatLabel &label : image.labels) {
        text +=
            csvRecord(start + QStringList{classes.value(label.classIndex), number(label.box.left),
                                          number(label.box.top), number(label.box.right), number(label.box.bottom),
                                          flagWord(label, LabelFlag::Difficult), flagWord(label, LabelFlag::Occluded),
                                          flagWord(label, LabelFlag::Truncated), flagWord(label, LabelFlag::Crowd),
                                          label.confidence >= 0 ? number(label.confidence) : QString()});
    }
    return image.labels.empty() ? csvRecord(start + QStringList(10)) : text;
}

} // namespace

QString CsvFormat::id() const
{
    return QStringLiteral("csv");
}

QString CsvFormat::name() const
{
    return Text::tr("Table of boxes (CSV)");
}

FormatAbilities CsvFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.flags = LabelFlag::Difficult | LabelFlag::Occluded | LabelFlag::Truncated | LabelFlag::Crowd;
    abilities.hasUnlabelledImages = true;
    abilities.hasConfirmedEmpty = true;
    abilities.hasConfidences = true;
    return abilities;
}

bool CsvFormat::recognizes(const QString &path) const
{
    return !boxTables(path).isEmpty();
}

Result<> CsvFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QFileInfo from(options.from);
    const QString folder = from.isDir() ? from.absoluteFilePath() : from.absolutePath();
    const QStringList files = from.isDir() ? boxTables(options.from) : QStringList{from.absoluteFilePath()};
    const QString shown = QDir::toNativeSeparators(options.from);
    if (files.isEmpty())
        return failure(Text::tr("%1 holds no table of boxes (*.csv)").arg(shown));
    Reading reading(options, sink);
    for (const QString &name : readClassList(folder + u'/' + QLatin1String(kClassList)))
        reading.classes().indexOf(name);
    const ImageLocator locator(folder, options.imageFolder, options.s3Prefix);
    for (const QString &path : files) {
        const Split split = files.size() > 1 ? splitOfWord(QFileInfo(path).completeBaseName()) : Split::None;
        if (Result<> read = CsvBoxes(path, locator, reading, split).read(); !read)
            return read;
    }
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    return failure(Text::tr("%1 is empty: it names no image").arg(shown));
}

Result<WriteSummary> CsvFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    const QStringList classes = source.classes();
    ExportPaths paths(options.imageRoot);
    ExportFile table(options.to + u'/' + QLatin1String(kTable));
    Result<> done = table.write("image,width,height,split,state,class,left,top,right,bottom,difficult,occluded,"
                                "truncated,crowd,confidence\n");
    if (!done)
        return failure(done.error());
    Result<WriteSummary> summary =
        writeImages({options, source, notes, /*needsSize=*/false}, [&](const FormatImage &image) -> Result<> {
            const Result<QString> name = exportedName(image, QString(), paths, options);
            return name ? table.write(records(image, *name, classes)) : Result<>(failure(name.error()));
        });
    if (!summary)
        return summary;
    done = table.close();
    if (done)
        done = ExportFile::writeAll(options.to + u'/' + QLatin1String(kClassList), classListText(classes));
    return done ? summary : Result<WriteSummary>(failure(done.error()));
}

} // namespace boxwright
