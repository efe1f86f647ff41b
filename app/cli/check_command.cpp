// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/project_access.h"
#include "app/cli/words.h"
#include "core/review/dataset_statistics.h"
#include "core/review/health_check.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

using Json = nlohmann::ordered_json;

Json histogramJson(const QList<HistogramBin> &bins)
{
    Json json = Json::array();
    for (const HistogramBin &bin : bins)
        json.push_back({{"from", bin.from}, {"count", bin.count}});
    return json;
}

Json findingsJson(const HealthReport &report, const Dataset &dataset)
{
    Json findings = Json::array();
    for (const HealthFinding &finding : report.findings) {
        Json images = Json::array();
        for (const ImageId id : finding.images)
            images.push_back(dataset.image(id)->info.path.toStdString());
        findings.push_back({{"kind", finding.kind.toStdString()},
                            {"severity", severityWord(finding.severity).toStdString()},
                            {"count", finding.count},
                            {"text", finding.text.toStdString()},
                            {"fixes", finding.fixes.size()},
                            {"images", images}});
    }
    return findings;
}

Json statisticsJson(const DatasetStatistics &statistics)
{
    Json classes = Json::array();
    for (const ClassStatistics &item : statistics.classes) {
        Json splits = Json::object();
        for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::None})
            splits[splitWord(split).toStdString()] = item.labels[static_cast<std::size_t>(split)];
        classes.push_back(
            {{"name", item.name.toStdString()}, {"labels", item.total()}, {"images", item.images}, {"splits", splits}});
    }
    return {{"classes", classes},
            {"boxes_per_image", histogramJson(statistics.boxesPerImage)},
            {"size_percent", histogramJson(statistics.sizes)},
            {"aspect", histogramJson(statistics.aspects)}};
}

/// The columns that are not empty.
QString histogramText(const QList<HistogramBin> &bins)
{
    QStringList columns;
    for (const HistogramBin &bin : bins) {
        if (bin.count > 0)
            columns << QStringLiteral("%1: %2").arg(bin.from).arg(bin.count);
    }
    return columns.join(QStringLiteral(", "));
}

void print(Console &console, const DatasetStatistics &statistics)
{
    if (statistics.labels == 0)
        return;
    console.print(Text::tr("Images by their boxes: %1").arg(histogramText(statistics.boxesPerImage)));
    console.print(Text::tr("Boxes by the edge of a square of their area, in percent of the image's, from: %1")
                      .arg(histogramText(statistics.sizes)));
    console.print(Text::tr("Boxes by width / height, from: %1").arg(histogramText(statistics.aspects)));
}

QString sign(Severity severity)
{
    switch (severity) {
    case Severity::Problem:
        return QStringLiteral("!!");
    case Severity::Warning:
        return QStringLiteral(" !");
    default:
        return QStringLiteral("  ");
    }
}

void print(Console &console, const HealthReport &report, const Dataset &dataset)
{
    constexpr qsizetype kExamples = 3;
    for (const HealthFinding &finding : report.findings) {
        console.print(QStringLiteral("%1 %2: %3").arg(sign(finding.severity), finding.kind, finding.text));
        QStringList names;
        for (qsizetype i = 0; i < std::min(kExamples, finding.images.size()); ++i)
            names << dataset.image(finding.images[i])->info.path;
        if (finding.images.size() > kExamples)
            names << QStringLiteral("...");
        if (!names.isEmpty())
            console.print(QStringLiteral("     ") + names.join(QStringLiteral(", ")));
    }
    if (report.findings.isEmpty())
        console.print(Text::tr("Nothing was found."));
}

} // namespace

QString CheckCommand::summary() const
{
    return Text::tr("Look for what spoils a training or an export");
}

QString CheckCommand::example() const
{
    return QStringLiteral("check cells.boxwright --image-shape 512");
}

void CheckCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.integer({"--image-shape", "N", Text::tr("Side of the square that the network will see (300)")}, 32, 4096,
                    m_imageShape);
    options.integer({"--label-width", "N", Text::tr("label_width of a training in the cloud (350)")}, 7, 10'000'000,
                    m_labelWidth);
    options.flag("--quick", Text::tr("Do not open the image files"), m_isQuick);
    options.flag("--fix",
                 Text::tr("First mend what needs no decision: cut boxes at the edge, delete those without area "
                          "and those that repeat another"),
                 m_isFixing);
}

Result<qint64> CheckCommand::fix(const Context &context) const
{
    const Result<std::unique_ptr<ProjectSession>> session = openForChanges(m_project);
    if (!session)
        return failure(session.error());
    HealthOptions options;
    options.folder = (*session)->folder();
    options.looksAtFiles = !m_isQuick; // they tell the sizes that nobody has learned yet
    const Result<HealthReport> report = checkHealth((*session)->dataset(), options, context.interrupt.cancelFlag());
    if (!report)
        return failure(report.error());
    const QList<LabelFix> fixes = report->fixes();
    Document &document = (*session)->document();
    document.push(std::make_unique<AlterLabels>(document, Text::tr("Mend boxes"), fixes));
    if (Result<> saved = saveAll(**session); !saved)
        return failure(saved.error());
    return fixes.size();
}

Result<> CheckCommand::run(const Context &context)
{
    qint64 fixed = 0;
    if (m_isFixing) {
        const Result<qint64> mended = fix(context);
        if (!mended)
            return failure(mended.error());
        fixed = *mended;
    }
    const Result<ProjectSnapshot> project = readProject(m_project);
    if (!project)
        return failure(project.error());
    HealthOptions options;
    options.folder = project->folder;
    options.imageShape = int(m_imageShape);
    options.labelWidth = int(m_labelWidth);
    options.looksAtFiles = !m_isQuick;
    const Result<HealthReport> report =
        checkHealth(project->dataset, options, context.interrupt.cancelFlag(), context.console.progressSink());
    if (!report)
        return failure(report.error());
    Console &console = context.console;
    if (console.isJson()) {
        const Json json{{"findings", findingsJson(*report, project->dataset)},
                        {"fixed", fixed},
                        {"fullest_image", report->fullestImage},
                        {"label_width", report->labelWidth},
                        {"statistics", statisticsJson(statisticsOf(project->dataset))}};
        console.print(QString::fromStdString(json.dump()));
        return {};
    }
    if (m_isFixing)
        console.print(Text::tr("%n boxes were mended.", nullptr, int(fixed)));
    print(console, *report, project->dataset);
    print(console, statisticsOf(project->dataset));
    return {};
}

} // namespace boxwright::cli
