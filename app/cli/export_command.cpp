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
#include "core/formats/export_preview.h"
#include "core/formats/format_registry.h"
#include "core/session/class_order.h"
#include "core/session/s3_place.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

std::string jsonText(const ExportReport &report, const QStringList &classes, const std::optional<HandOverReport> &job)
{
    nlohmann::ordered_json json{{"folder", report.folder.toStdString()},
                                {"images", report.images},
                                {"labels", report.labels},
                                {"classes", nlohmann::ordered_json::array()},
                                {"notes", nlohmann::ordered_json::array()}};
    for (const QString &name : classes)
        json["classes"].push_back(name.toStdString());
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
    options.flag("--without-empty", Text::tr("No images that were confirmed to be empty"), m_isWithoutEmpty);
    m_classes.setUp(options);
    options.flag("--copy-images", Text::tr("Put a copy of every image beside the labels"), m_isCopyingImages);
    options.flag("--upright", Text::tr("Turn copies upright, so that they need no EXIF orientation"), m_isUpright);
    options.text({"--attribute", "NAME", Text::tr("Label attribute of manifests (boxes)")}, m_attribute);
    options.text({"--s3-prefix", "s3://...", Text::tr("Address that stands for the image folder in manifests")},
                 m_s3Prefix);
    options.integer({"--resize", "N",
                     Text::tr("Make copies (recordio: packed images) smaller until their shorter edge has N pixels")},
                    0, 65535, m_shorterEdge);
    options.integer({"--quality", "Q", Text::tr("JPEG quality of images that are encoded anew (95)")}, 1, 100,
                    m_jpegQuality);
    options.text({"--image-root", "DIR", Text::tr("Folder that paths in the export start from (the project's)")},
                 m_imageRoot);
    options.flag("--accept-class-order",
                 Text::tr("Export although the order of classes is not that of the last export"), m_isOrderAccepted);
    options.flag("--preview", Text::tr("Say what would be exported and what the format cannot carry; write nothing"),
                 m_isPreview);
    m_job.setUp(options);
}

WriteOptions ExportCommand::writeOptions(const Context &context, const ProjectSnapshot &project) const
{
    const S3Place place = s3PlaceIn(project.settings, project.folder);
    WriteOptions write;
    write.to = absolutePath(m_to);
    write.copyImages = m_isCopyingImages;
    if (!m_attribute.isEmpty())
        write.attribute = m_attribute;
    write.s3Prefix = m_s3Prefix.isEmpty() ? place.prefix : m_s3Prefix;
    const bool isRemembered = !place.folder.isEmpty() && write.s3Prefix == place.prefix;
    write.imageRoot = isRemembered ? place.folder : project.folder;
    if (!m_imageRoot.isEmpty())
        write.imageRoot = absolutePath(m_imageRoot);
    write.bakesOrientation = m_isUpright;
    write.shorterEdge = static_cast<int>(m_shorterEdge);
    write.jpegQuality = static_cast<int>(m_jpegQuality);
    write.cancel = context.interrupt.cancelFlag();
    write.progress = context.console.progressSink();
    return write;
}

Result<> ExportCommand::preview(const Context &context, FormatSource &source) const
{
    ExportReport report;
    report.folder = absolutePath(m_to);
    report.notes = previewExport(*datasetFormat(m_format), source);
    report.images = source.imageCount();
    source.rewind();
    while (const std::optional<FormatImage> image = source.next())
        report.labels += static_cast<qint64>(image->labels.size());
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(report, source.classes(), std::nullopt)));
    else
        print(context.console, report, std::nullopt);
    return {};
}

/// In the project, where nobody holds it.
void ExportCommand::remember(const Context &context, const ProjectSnapshot &project, const WriteOptions &write,
                             const QStringList &classes) const
{
    const bool isSameOrder = classOrderOf(project.settings.value(classOrderSetting())) == classes;
    const S3Place place{m_s3Prefix.isEmpty() ? QString() : write.s3Prefix, write.imageRoot};
    const bool isSamePlace = place.prefix.isEmpty() || place == s3PlaceIn(project.settings, project.folder);
    if (isSameOrder && isSamePlace)
        return;
    const Result<std::unique_ptr<ProjectSession>> session = openForChanges(m_project);
    if (session) {
        (*session)->setSetting(classOrderSetting(), classOrderText(classes));
        if (!isSamePlace)
            rememberS3Place(**session, place);
    }
    if (!session || !saveAll(**session))
        context.console.note(Text::tr("The order of the classes could not be kept in the project; the next export "
                                      "cannot be compared with this one."));
}

Result<> ExportCommand::run(const Context &context)
{
    const Result<ProjectSnapshot> project = readProject(m_project);
    if (!project)
        return failure(project.error());
    const Result<ClassChoice> choice = m_classes.choice();
    if (!choice)
        return failure(choice.error());
    ExportSelection selection;
    selection.split = splitFromWord(m_split);
    selection.reviewedOnly = m_isReviewedOnly;
    selection.includeEmpty = !m_isWithoutEmpty;
    DatasetSource everything(project->dataset, project->folder, selection);
    const Result<ClassRoutes> routes = routeClasses(everything.classes(), *choice);
    if (!routes)
        return failure(routes.error());
    RoutedSource source(everything, *routes);
    const QStringList classes = source.classes();
    context.console.note(Text::tr("Classes in this order: %1").arg(numberedClasses(classes)));
    if (m_isPreview)
        return preview(context, source);
    const QStringList before = classOrderOf(project->settings.value(classOrderSetting()));
    if (changesClassOrder(before, classes) && !m_isOrderAccepted)
        return failure(
            Text::tr("The classes were exported in another order before: %1. What was trained on that export "
                     "would take one class for another; say --accept-class-order to export all the same.")
                .arg(numberedClasses(before)));

    WriteOptions write = writeOptions(context, *project);
    const bool isPacked = datasetFormat(m_format)->abilities().packsImages;
    if (!write.copyImages && (write.bakesOrientation || (write.shorterEdge > 0 && !isPacked)))
        return failure(Text::tr("Only copies can be turned or made smaller; say --copy-images as well."));
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
        const Result<HandOverReport> written = writeHandOver(m_format, report->folder, int(classes.size()), *handOver);
        if (!written)
            return failure(written.error());
        job = *written;
    }
    remember(context, *project, write, classes);
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(*report, classes, job)));
    else
        print(context.console, *report, job);
    return {};
}

} // namespace boxwright::cli
