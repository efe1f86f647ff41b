// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_command.h"

#include "app/cli/console.h"
#include "app/cli/format_notes.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "app/cli/project_access.h"
#include "app/cli/words.h"
#include "core/formats/format_registry.h"
#include "core/model/image_paths.h"
#include "core/session/import_dataset.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

std::string jsonText(const ImportReport &report)
{
    nlohmann::ordered_json json{{"images", report.images},
                                {"merged", report.merged},
                                {"labels", report.labels},
                                {"suggestions", report.suggestions},
                                {"new_classes", nlohmann::ordered_json::array()},
                                {"notes", nlohmann::ordered_json::array()}};
    for (const QString &name : report.newClasses)
        json["new_classes"].push_back(name.toStdString());
    for (const FormatNote &note : report.notes)
        json["notes"].push_back({{"kind", note.kind.toStdString()}, {"text", note.text.toStdString()}});
    return json.dump();
}

void print(Console &console, const ImportReport &report)
{
    printNotes(console, report.notes);
    console.print(Text::tr("new images          %1").arg(report.images));
    console.print(Text::tr("known images        %1 got labels").arg(report.merged));
    console.print(Text::tr("labels              %1").arg(report.labels));
    if (report.suggestions > 0)
        console.print(Text::tr("suggestions         %1").arg(report.suggestions));
    if (!report.newClasses.isEmpty())
        console.print(Text::tr("new classes         %1").arg(report.newClasses.join(QStringLiteral(", "))));
}

} // namespace

QString ImportCommand::summary() const
{
    return Text::tr("Take a data set of another format into a project");
}

QString ImportCommand::example() const
{
    return QStringLiteral("import cells.boxwright --format voc --from VOC2007");
}

void ImportCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.choice({"--format", "ID", Text::tr("Format; told from the content where it is not given")},
                   formatIds(/*isWriting=*/false), m_format);
    options.text({"--from", "PATH", Text::tr("File or folder to read"), true}, m_from);
    options.text({"--images", "DIR", Text::tr("Where the images lie (beside the annotations)")}, m_images);
    options.text({"--s3-prefix", "s3://...", Text::tr("Address in the labels that stands for the folder of --images")},
                 m_s3Prefix);
    options.choice({"--split", "S", Text::tr("Put all images into this split")}, splitWords(), m_split);
}

Result<> ImportCommand::run(const Context &context)
{
    ReadOptions read;
    read.from = absolutePath(m_from);
    read.imageFolder = m_images.isEmpty() ? QString() : absolutePath(m_images);
    read.s3Prefix = m_s3Prefix;
    read.cancel = context.interrupt.cancelFlag();
    read.progress = context.console.progressSink();
    const Result<const DatasetFormat *> format =
        m_format.isEmpty() ? formatOf(read.from) : Result<const DatasetFormat *>(datasetFormat(m_format));
    if (!format)
        return failure(format.error());

    // Opened first: what is held elsewhere should not cost the reading.
    const Result<std::unique_ptr<ProjectSession>> session = openForChanges(m_project);
    if (!session)
        return failure(session.error());
    read.knownImages = [&session] { return imagePaths((*session)->dataset(), (*session)->folder()); };
    const Result<ImportPlan> plan = readImport(**format, read);
    if (!plan)
        return failure(plan.error());
    const Result<ImportReport> report = applyImport(**session, *plan, splitFromWord(m_split));
    if (!report)
        return failure(report.error());
    if (auto saved = saveAll(**session); !saved)
        return saved;

    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(*report)));
    else
        print(context.console, *report);
    return {};
}

} // namespace boxwright::cli
