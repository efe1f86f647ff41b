// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert_command.h"

#include "app/cli/console.h"
#include "app/cli/format_notes.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "core/formats/convert_dataset.h"
#include "core/formats/format_registry.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

/// One side of the conversion.
struct Place
{
    const DatasetFormat *format = nullptr;
    QString path; ///< absolute
};

/// "voc:VOC2007"; without a known id in front all is the path ("C:\labels").
Place placeOf(const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    const DatasetFormat *format = colon > 0 ? datasetFormat(word.left(colon)) : nullptr;
    return {format, absolutePath(format ? word.sliced(colon + 1) : word)};
}

std::string jsonText(const ExportReport &report)
{
    nlohmann::ordered_json json{{"folder", report.folder.toStdString()},
                                {"images", report.images},
                                {"labels", report.labels},
                                {"notes", nlohmann::ordered_json::array()}};
    for (const FormatNote &note : report.notes)
        json["notes"].push_back({{"kind", note.kind.toStdString()}, {"text", note.text.toStdString()}});
    return json.dump();
}

} // namespace

QString ConvertCommand::summary() const
{
    return Text::tr("Turn the files of one format into another's, without a project");
}

QString ConvertCommand::example() const
{
    return QStringLiteral("convert --from voc:VOC2007 --to coco:export");
}

void ConvertCommand::setUp(Options &options)
{
    options.text({"--from", "ID:PATH", Text::tr("What to read; the format is told from the content without ID"), true},
                 m_from);
    options.text({"--to", "ID:DIR", Text::tr("Format to write, and the folder to make"), true}, m_to);
    options.text({"--images", "DIR", Text::tr("Where the images lie (beside the annotations)")}, m_images);
    m_classes.setUp(options);
    options.flag("--copy-images", Text::tr("Put a copy of every image beside the labels"), m_isCopyingImages);
    options.text({"--attribute", "NAME", Text::tr("Label attribute of manifests (boxes)")}, m_attribute);
    options.text({"--s3-prefix", "s3://...", Text::tr("Address that stands for the image folder in manifests")},
                 m_s3Prefix);
    options.text({"--image-root", "DIR",
                  Text::tr("Folder that paths in the result start from (the deepest that holds all images)")},
                 m_imageRoot);
}

Result<> ConvertCommand::run(const Context &context)
{
    const Place from = placeOf(m_from);
    const Place to = placeOf(m_to);
    if (to.format == nullptr)
        return failure(Text::tr("%1 names no format to write; say for instance coco:%1.").arg(m_to));
    const Result<ClassChoice> choice = m_classes.choice();
    if (!choice)
        return failure(choice.error());
    ConvertRequest request;
    request.classes = *choice;
    request.from = from.format;
    if (request.from == nullptr) {
        const Result<const DatasetFormat *> recognized = formatOf(from.path);
        if (!recognized)
            return failure(recognized.error());
        request.from = *recognized;
    }
    request.read.from = from.path;
    request.read.imageFolder = m_images.isEmpty() ? QString() : absolutePath(m_images);
    request.read.cancel = context.interrupt.cancelFlag();
    request.read.progress = context.console.progressSink();
    request.to = to.format;
    request.write.to = to.path;
    request.write.copyImages = m_isCopyingImages;
    request.write.attribute = m_attribute;
    request.write.s3Prefix = m_s3Prefix;
    request.write.imageRoot = m_imageRoot.isEmpty() ? QString() : absolutePath(m_imageRoot);
    request.write.cancel = request.read.cancel;
    request.write.progress = request.read.progress;
    const Result<ExportReport> report = convertDataset(request);
    if (!report)
        return failure(report.error());

    if (context.console.isJson()) {
        context.console.print(QString::fromStdString(jsonText(*report)));
        return {};
    }
    printNotes(context.console, report->notes);
    context.console.print(Text::tr("%1: %2 images, %3 labels")
                              .arg(report->folder, QString::number(report->images), QString::number(report->labels)));
    return {};
}

} // namespace boxwright::cli
