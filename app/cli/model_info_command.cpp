// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_info_command.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/parameter_table.h"
#include "core/detect/detector_backend.h"
#include "core/detect/model_weights.h"
#include "core/sagemaker/ssd_recognition.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelInfoCommand)
};

/// What the command tells, whatever the model is.
struct Description
{
    QString kind; ///< "boxwright", "sagemaker" or "mxnet"
    QString name;
    QString baseNetwork; ///< empty: unknown
    int imageShape = 0;
    int classCount = 0;  ///< 0: unknown
    QStringList classes; ///< empty: the model names none
    QMap<QString, QString> hyperparameters;
    std::vector<ParameterRow> parameters;
    QMap<QString, int> operators; ///< of a graph, with how often each comes
    QString note;
};

Result<Description> describeFolder(const QString &path)
{
    const Result<ModelInfo> info = readModelInfo(path);
    if (!info)
        return failure(info.error());
    const Result<ModelWeights> weights = ModelWeights::open(path);
    if (!weights)
        return failure(weights.error());
    Description description;
    description.kind = QStringLiteral("boxwright");
    description.name = info->name;
    description.baseNetwork = info->baseNetwork;
    description.imageShape = info->imageShape;
    description.classes = info->classes;
    description.classCount = int(info->classes.size());
    description.hyperparameters = info->hyperparameters;
    description.parameters = parameterTable(weights->arrays());
    return description;
}

Result<Description> describeArtifact(const QString &path)
{
    const Result<ModelArtifact> artifact = readModelArtifact(path);
    if (!artifact)
        return failure(artifact.error());
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    Description description;
    description.kind = recognized ? QStringLiteral("sagemaker") : QStringLiteral("mxnet");
    description.name = artifact->name();
    description.hyperparameters = artifact->hyperparameters;
    description.baseNetwork = artifact->hyperparameters.value(QStringLiteral("base_network"));
    description.imageShape = artifactImageShape(*artifact);
    description.classCount = artifact->hyperparameters.value(QStringLiteral("num_classes")).toInt();
    description.parameters = parameterTable(artifact->params.tensors());
    for (const SymbolNode &node : artifact->graph.nodes)
        if (!node.isVariable())
            ++description.operators[node.op];
    if (recognized) {
        description.baseNetwork = recognized->spec.baseNetwork;
        description.classCount = recognized->spec.classes;
        description.note = hyperparameterConflict(*artifact, *recognized);
    } else {
        description.note = Text::tr("The network is none of those that this program builds itself: it detects, but is "
                                    "not trained further.");
    }
    return description;
}

Json toJson(const Description &model)
{
    Json json{{"kind", model.kind.toStdString()},
              {"name", model.name.toStdString()},
              {"base_network", model.baseNetwork.isEmpty() ? Json() : Json(model.baseNetwork.toStdString())},
              {"image_shape", model.imageShape},
              {"num_classes", model.classCount > 0 ? Json(model.classCount) : Json()},
              {"classes", Json::array()},
              {"hyperparameters", Json::object()},
              {"parameters", Json::array()}};
    for (const QString &name : model.classes)
        json["classes"].push_back(name.toStdString());
    for (auto value = model.hyperparameters.cbegin(); value != model.hyperparameters.cend(); ++value)
        json["hyperparameters"][value.key().toStdString()] = value->toStdString();
    for (const ParameterRow &row : model.parameters)
        json["parameters"].push_back(
            {{"name", row.name.toStdString()}, {"type", row.type.toStdString()}, {"shape", row.shape}});
    if (!model.operators.isEmpty()) {
        json["operators"] = Json::object();
        for (auto count = model.operators.cbegin(); count != model.operators.cend(); ++count)
            json["operators"][count.key().toStdString()] = *count;
    }
    return json;
}

void print(Console &console, const Description &model)
{
    const QString unknown = Text::tr("unknown");
    console.print(Text::tr("model         %1 (%2)").arg(model.name, model.kind));
    console.print(Text::tr("base network  %1, %2 x %2 pixels")
                      .arg(model.baseNetwork.isEmpty() ? unknown : model.baseNetwork)
                      .arg(model.imageShape));
    const QString count = model.classCount > 0 ? QString::number(model.classCount) : unknown;
    console.print(Text::tr("classes       %1")
                      .arg(model.classes.isEmpty() ? Text::tr("%1, without names").arg(count)
                                                   : model.classes.join(QStringLiteral(", "))));
    for (auto value = model.hyperparameters.cbegin(); value != model.hyperparameters.cend(); ++value)
        console.print(QStringLiteral("  %1 = %2").arg(value.key(), *value));
    if (!model.operators.isEmpty()) {
        QStringList counts;
        for (auto number = model.operators.cbegin(); number != model.operators.cend(); ++number)
            counts << QStringLiteral("%1 %2").arg(number.key()).arg(*number);
        console.print(Text::tr("operators     %1").arg(counts.join(QStringLiteral(", "))));
    }
    qint64 elements = 0;
    for (const ParameterRow &row : model.parameters)
        elements += elementCount(row.shape).value_or(0);
    console.print(Text::tr("parameters    %1 in %2 arrays").arg(elements).arg(model.parameters.size()));
    for (const ParameterRow &row : model.parameters)
        console.print(QStringLiteral("  %1  %2 %3").arg(row.name, row.type, shapeText(row.shape)));
}

} // namespace

QString ModelInfoCommand::summary() const
{
    return Text::tr("Tell what is in a model: network, classes, hyperparameters, parameters");
}

QString ModelInfoCommand::example() const
{
    return QStringLiteral("model info model.tar.gz --json");
}

void ModelInfoCommand::setUp(Options &options)
{
    options.text(
        {"path", "MODEL", Text::tr("Folder of a model, or SageMaker's model.tar.gz, or a folder with its files"), true},
        m_path);
}

Result<> ModelInfoCommand::run(const Context &context)
{
    const Result<Description> model = isModelArtifact(m_path) ? describeArtifact(m_path) : describeFolder(m_path);
    if (!model)
        return failure(model.error());
    if (context.console.isJson())
        context.console.print(QString::fromStdString(toJson(*model).dump()));
    else
        print(context.console, *model);
    if (!model->note.isEmpty())
        context.console.note(model->note);
    return {};
}

} // namespace boxwright::cli
