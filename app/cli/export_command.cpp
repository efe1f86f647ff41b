// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_command.h"

#include "app/cli/console.h"
#include "app/cli/format_notes.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "app/cli/project_access.h"
#include "app/cli/words.h"
#include "core/formats/dataset_source.h"
#include "core/formats/export_dataset.h"
#include "core/formats/format_registry.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

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

QString ExportCommand::summary() const
{
    return Text::tr("Write a project's labels for another program");
}

QString ExportCommand::example() const
{
    return QStringLiteral("export cells.boxwright --format sagemaker-json --to export --split train");
}

void ExportCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.choice({"--format", "ID", Text::tr("Format to write"), true}, formatIds(/*isWriting=*/true), m_format);
    options.text({"--to", "DIR", Text::tr("Folder to make; an older export there is replaced"), true}, m_to);
    options.choice({"--split", "S", Text::tr("Only images of this split")}, splitWords(), m_split);
    options.flag("--reviewed-only", Text::tr("Only images that a person has reviewed"), m_isReviewedOnly);
    options.flag("--copy-images", Text::tr("Put a copy of every image beside the labels"), m_isCopyingImages);
    options.text({"--attribute", "NAME", Text::tr("Label attribute of manifests (boxes)")}, m_attribute);
    options.text({"--s3-prefix", "s3://...", Text::tr("Address that stands for the image folder in manifests")},
                 m_s3Prefix);
    options.text({"--image-root", "DIR", Text::tr("Folder that paths in the export start from (the project's)")},
                 m_imageRoot);
}

Result<> ExportCommand::run(const Context &context)
{
    const Result<ProjectSnapshot> project = readProject(m_project);
    if (!project)
        return failure(project.error());
    ExportSelection selection;
    selection.split = splitFromWord(m_split);
    selection.reviewedOnly = m_isReviewedOnly;
    DatasetSource source(project->dataset, project->folder, selection);

    WriteOptions write;
    write.to = absolutePath(m_to);
    write.copyImages = m_isCopyingImages;
    if (!m_attribute.isEmpty())
        write.attribute = m_attribute;
    write.s3Prefix = m_s3Prefix;
    write.imageRoot = m_imageRoot.isEmpty() ? project->folder : absolutePath(m_imageRoot);
    write.cancel = context.interrupt.cancelFlag();
    write.progress = context.console.progressSink();
    const Result<ExportReport> report = exportDataset(*datasetFormat(m_format), write, source);
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
