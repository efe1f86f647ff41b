// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/split_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "app/cli/project_access.h"
#include "app/cli/words.h"
#include "core/edit/commands/assign_splits.h"
#include "core/review/image_health.h"
#include "core/review/split_lists.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SplitCommand)
};

const QStringList &groupingWords()
{
    static const QStringList words{QStringLiteral("none"), QStringLiteral("folder"), QStringLiteral("pattern"),
                                   QStringLiteral("near-duplicate")};
    return words;
}

/// "80:20" or "70:20:10".
Result<std::array<double, 3>> sharesFrom(const QString &text)
{
    const QStringList parts = text.split(u':');
    std::array<double, 3> shares{};
    bool isFit = parts.size() == 2 || parts.size() == 3;
    for (qsizetype i = 0; isFit && i < parts.size(); ++i)
        shares[static_cast<std::size_t>(i)] = parts[i].trimmed().toDouble(&isFit);
    if (!isFit)
        return failure(Text::tr("--ratio %1: this is not of the form TRAIN:VALIDATION or TRAIN:VALIDATION:TEST, as in "
                                "80:20 or 70:20:10.")
                           .arg(text));
    return shares;
}

std::string jsonText(const SplitPlan &plan, const Dataset &dataset)
{
    using Json = nlohmann::ordered_json;
    const auto counts = [](const std::array<qint64, 3> &values) {
        return Json{{"train", values[0]}, {"validation", values[1]}, {"test", values[2]}};
    };
    Json classes = Json::array();
    for (qsizetype i = 0; i < dataset.classes().size(); ++i)
        classes.push_back(
            {{"name", dataset.classes()[i].name.toStdString()}, {"labels", counts(plan.labels.value(i))}});
    return Json{{"images", counts(plan.images)}, {"groups", plan.groups}, {"classes", classes}}.dump();
}

void print(Console &console, const SplitPlan &plan, const Dataset &dataset)
{
    const auto line = [&console](const QString &name, const std::array<qint64, 3> &counts) {
        console.print(Text::tr("%1  train %2, validation %3, test %4")
                          .arg(name, -12)
                          .arg(counts[0])
                          .arg(counts[1])
                          .arg(counts[2]));
    };
    line(Text::tr("images"), plan.images);
    for (qsizetype i = 0; i < dataset.classes().size(); ++i)
        line(QStringLiteral("  ") + dataset.classes()[i].name, plan.labels.value(i));
    if (plan.groups > 0)
        console.print(Text::tr("%n groups of images were kept together.", nullptr, int(plan.groups)));
}

} // namespace

QString SplitCommand::summary() const
{
    return Text::tr("Distribute images over training, validation and test");
}

QString SplitCommand::example() const
{
    return QStringLiteral("split cells.boxwright --ratio 70:20:10 --group near-duplicate");
}

void SplitCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.text({"--ratio", "T:V[:TEST]", Text::tr("Shares of training, validation and test (80:20)")}, m_ratio);
    options.integer({"--seed", "N", Text::tr("The same seed gives the same split (1)")}, 0, 2'147'483'647, m_seed);
    options.flag("--random", Text::tr("By chance alone; else every class gets the same shares"), m_isRandom);
    options.choice({"--group", "HOW", Text::tr("Keep images together: by folder, name pattern or near-duplicates")},
                   groupingWords(), m_grouping);
    options.text({"--pattern", "REGEX",
                  Text::tr("For --group pattern: images with the same captured text, as in "
                           "\"^(scene\\d+)\"")},
                 m_pattern);
    options.text(
        {"--train-list", "FILE", Text::tr("The training images, one a line; with lists nothing is drawn by lot")},
        m_trainList);
    options.text({"--validation-list", "FILE", Text::tr("The validation images")}, m_validationList);
    options.text({"--test-list", "FILE", Text::tr("The test images")}, m_testList);
    options.flag("--unassigned", Text::tr("Only images that are in no split yet"), m_onlyUnassigned);
}

Result<SplitPlan> SplitCommand::planByLot(const Context &context, const Dataset &dataset, const QString &folder) const
{
    SplitRequest request;
    const Result<std::array<double, 3>> shares = sharesFrom(m_ratio);
    if (!shares)
        return failure(shares.error());
    request.shares = *shares;
    request.seed = static_cast<quint64>(m_seed);
    request.isStratified = !m_isRandom;
    request.onlyUnassigned = m_onlyUnassigned;
    request.pattern = m_pattern;
    request.grouping = static_cast<SplitGrouping>(std::max<qsizetype>(0, groupingWords().indexOf(m_grouping)));
    if (m_grouping.isEmpty() && !m_pattern.isEmpty())
        request.grouping = SplitGrouping::NamePattern;
    if (request.grouping == SplitGrouping::NearDuplicate) {
        Result<QList<QList<ImageId>>> alike =
            nearDuplicates(dataset, folder, context.interrupt.cancelFlag(), context.console.progressSink());
        if (!alike)
            return failure(alike.error());
        request.alike = *std::move(alike);
    }
    return planSplit(dataset, request);
}

Result<SplitPlan> SplitCommand::planByLists(const Context &context, const Dataset &dataset) const
{
    QMap<Split, QString> files;
    const std::pair<Split, QString> lists[] = {
        {Split::Train, m_trainList}, {Split::Validation, m_validationList}, {Split::Test, m_testList}};
    for (const auto &[split, file] : lists) {
        if (!file.isEmpty())
            files.insert(split, absolutePath(file));
    }
    Result<ListedSplits> listed = splitsFromLists(dataset, files);
    if (!listed)
        return failure(listed.error());
    const QStringList &unknown = listed->unknown;
    if (!unknown.isEmpty())
        context.console.note(Text::tr("%n lines name no image of the project, or several of them. The first is %1",
                                      nullptr, int(unknown.size()))
                                 .arg(unknown.first()));
    return std::move(listed->plan);
}

Result<> SplitCommand::run(const Context &context)
{
    const Result<std::unique_ptr<ProjectSession>> session = openForChanges(m_project);
    if (!session)
        return failure(session.error());
    const Dataset dataset = (*session)->dataset();
    const bool hasLists = !(m_trainList + m_validationList + m_testList).isEmpty();
    const Result<SplitPlan> plan =
        hasLists ? planByLists(context, dataset) : planByLot(context, dataset, (*session)->folder());
    if (!plan)
        return failure(plan.error());
    Document &document = (*session)->document();
    document.push(std::make_unique<AssignSplits>(document, plan->splits));
    if (Result<> saved = saveAll(**session); !saved)
        return saved;
    if (context.console.isJson())
        context.console.print(QString::fromStdString(jsonText(*plan, dataset)));
    else
        print(context.console, *plan, dataset);
    return {};
}

} // namespace boxwright::cli
