// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/info_command.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/project_access.h"
#include "app/cli/words.h"
#include "core/detect/detector_backend.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InfoCommand)
};

using Json = nlohmann::ordered_json;

Json projectJson(const Dataset &dataset)
{
    Json classes = Json::array();
    const QList<qint64> counts = dataset.labelCounts();
    for (qsizetype index = 0; index < dataset.classes().size(); ++index)
        classes.push_back({{"name", dataset.classes()[index].name.toStdString()}, {"labels", counts[index]}});
    Json splits = Json::object();
    for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::None})
        splits[splitWord(split).toStdString()] = 0;
    Json states = Json::object();
    for (const ReviewState state : {ReviewState::NotYet, ReviewState::Reviewed, ReviewState::Empty})
        states[stateWord(state).toStdString()] = 0;
    for (qsizetype index = 0; index < dataset.imageCount(); ++index) {
        const ImageInfo &image = dataset.imageAt(index).info;
        Json &split = splits[splitWord(image.split).toStdString()];
        split = split.get<int>() + 1;
        Json &state = states[stateWord(image.state).toStdString()];
        state = state.get<int>() + 1;
    }
    return {{"images", dataset.imageCount()},
            {"labels", dataset.labelCount()},
            {"classes", classes},
            {"splits", splits},
            {"states", states}};
}

Json modelJson(const ModelInfo &model)
{
    Json json{{"name", model.name.toStdString()},
              {"base_network", model.baseNetwork.toStdString()},
              {"image_shape", model.imageShape},
              {"classes", Json::array()},
              {"mAP", nullptr},
              {"hyperparameters", Json::object()}};
    for (const QString &name : model.classes)
        json["classes"].push_back(name.toStdString());
    if (model.validationMap >= 0)
        json["mAP"] = model.validationMap;
    for (auto value = model.hyperparameters.cbegin(); value != model.hyperparameters.cend(); ++value)
        json["hyperparameters"][value.key().toStdString()] = value->toStdString();
    return json;
}

/// Counts by word, as one line.
QString countsText(const Json &counts)
{
    QStringList parts;
    for (const auto &[word, count] : counts.items())
        parts << QStringLiteral("%1 %2").arg(QString::fromStdString(word)).arg(count.get<qint64>());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString InfoCommand::summary() const
{
    return Text::tr("Tell what is in a project or a model");
}

QString InfoCommand::example() const
{
    return QStringLiteral("info cells.boxwright --json");
}

void InfoCommand::setUp(Options &options)
{
    options.text({"path", "P|MODEL", Text::tr("Project file or folder of a model"), true}, m_path);
}

Result<> InfoCommand::run(const Context &context)
{
    return QFileInfo(m_path).isDir() ? tellModel(context) : tellProject(context);
}

Result<> InfoCommand::tellProject(const Context &context) const
{
    const Result<ProjectSnapshot> project = readProject(m_path);
    if (!project)
        return failure(project.error());
    const Json json = projectJson(project->dataset);
    Console &console = context.console;
    if (console.isJson()) {
        console.print(QString::fromStdString(json.dump()));
        return {};
    }
    console.print(Text::tr("images   %1").arg(project->dataset.imageCount()));
    console.print(Text::tr("labels   %1").arg(project->dataset.labelCount()));
    for (const Json &item : json["classes"])
        console.print(QStringLiteral("  %1  %2")
                          .arg(item["labels"].get<qint64>(), 7)
                          .arg(QString::fromStdString(item["name"].get<std::string>())));
    console.print(Text::tr("splits   %1").arg(countsText(json["splits"])));
    console.print(Text::tr("states   %1").arg(countsText(json["states"])));
    return {};
}

Result<> InfoCommand::tellModel(const Context &context) const
{
    const Result<ModelInfo> model = readModelInfo(m_path);
    if (!model)
        return failure(model.error());
    Console &console = context.console;
    if (console.isJson()) {
        console.print(QString::fromStdString(modelJson(*model).dump()));
        return {};
    }
    console.print(Text::tr("model         %1").arg(model->name));
    console.print(Text::tr("base network  %1, %2 x %2 pixels").arg(model->baseNetwork).arg(model->imageShape));
    console.print(Text::tr("classes       %1").arg(model->classes.join(QStringLiteral(", "))));
    if (model->validationMap >= 0)
        console.print(Text::tr("mAP           %1").arg(model->validationMap, 0, 'f', 4));
    for (auto value = model->hyperparameters.cbegin(); value != model->hyperparameters.cend(); ++value)
        console.print(QStringLiteral("  %1 = %2").arg(value.key(), *value));
    return {};
}

} // namespace boxwright::cli
