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
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

std::string jsonText(const ExportReport &report, const std::optional<HandOverReport> &job)
{
    nlohmann::ordered_json json{{"folder", report.folder.toStdString()},
                                {"images", report.images},
                                {"labels", report.labels},
                                {"notes", nlohmann::ordered_json::array()}};
    for (const FormatNote &note : report.notes)
        json["notes"].push_back({{"kind", note.kind.toStdString()}, {"text", note.text.toStdString()}});
    if (job)
        json["training_job"] = {{"request", job->requestFile.toStdString()},
                                {"upload", job->uploadScript.toStdString()},
                                {"num_classes", job->data.classes},
                                {"num_training_samples", job->data.trainingImages},
                                {"label_width", job->data.labelWidth}};
    return json.dump();
}

void print(Console &console, const ExportReport &report, const std::optional<HandOverReport> &job)
{
    printNotes(console, report.notes);
    console.print(Text::tr("%1: %2 images, %3 labels")
                      .arg(report.folder, QString::number(report.images), QString::number(report.labels)));
    if (job)
        console.print(Text::tr("%1: num_classes %2, num_training_samples %3, label_width %4; start it with %5")
                          .arg(job->requestFile, QString::number(job->data.classes),
                               QString::number(job->data.trainingImages), QString::number(job->data.labelWidth),
                               job->uploadScript));
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
    options.integer({"--resize", "N", Text::tr("recordio: make images smaller until their shorter edge has N pixels")},
                    0, 65535, m_shorterEdge);
    options.integer({"--quality", "Q", Text::tr("recordio: JPEG quality of images that are encoded anew (95)")}, 1, 100,
                    m_jpegQuality);
    options.text({"--image-root", "DIR", Text::tr("Folder that paths in the export start from (the project's)")},
                 m_imageRoot);
    m_job.setUp(options);
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
    write.shorterEdge = static_cast<int>(m_shorterEdge);
    write.jpegQuality = static_cast<int>(m_jpegQuality);
    write.cancel = context.interrupt.cancelFlag();
    write.progress = context.console.progressSink();

    std::optional<CloudHandOver> handOver;
    if (m_job.isWanted()) {
        Result<CloudHandOver> wanted = m_job.handOver(QFileInfo(m_project).completeBaseName(), context.console);
        if (!wanted)
            return failure(wanted.error());
        handOver = *std::move(wanted);
        if (Result<> ready = prepareHandOver(m_format, handOver->job, write, source); !ready)
            return ready;
    }
    const Result<ExportReport> report = exportDataset(*datasetFormat(m_format), write, source);
    if (!report)
        return failure(report.error());
    std::optional<HandOverReport> job;
    if (handOver) {
        const int classes = int(project->dataset.classes().size());
        const Result<HandOverReport> written = writeHandOver(m_format, report->folder, classes, *handOver);
        if (!written)
            return failure(written.error());
        job = *written;
    }
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(*report, job)));
    else
        print(context.console, *report, job);
    return {};
}

} // namespace boxwright::cli
