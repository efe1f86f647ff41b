// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/model_info.h"

#include "core/base/file_io.h"
#include "core/detect/artifact_info.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace boxwright {

namespace {

using Json = nlohmann::ordered_json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelInfo)
};

constexpr const char *kFormat = "boxwright-model";
constexpr int kVersion = 1;

// Bounds that no real model leaves: what a damaged or hostile file says must not make the program allocate at will.
constexpr qint64 kMaxBytes = 16 << 20;
constexpr int kMinImageShape = 300;
constexpr int kMaxImageShape = 4096;
constexpr size_t kMaxClasses = 10'000;

QString toText(const Json &value)
{
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

/// A member, or null where there is none.
const Json &member(const Json &object, const char *name)
{
    static const Json null;
    const auto found = object.find(name);
    return found == object.end() ? null : *found;
}

bool isTextList(const Json &value)
{
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json &v) { return v.is_string(); });
}

/// Fills `info`; returns what is wrong, empty where nothing is.
QString readInto(const Json &json, ModelInfo &info)
{
    if (!json.is_object() || toText(member(json, "format")) != QLatin1String(kFormat))
        return Text::tr("it is not a Boxwright model");
    const Json &version = member(json, "version");
    if (!version.is_number_integer() || version.get<int64_t>() < 1)
        return Text::tr("version is not a number from 1");
    if (version.get<int64_t>() > kVersion)
        return Text::tr("it is of version %1, and this program reads up to version %2; please use a newer Boxwright")
            .arg(version.get<int64_t>())
            .arg(kVersion);
    info.name = toText(member(json, "name"));
    info.baseNetwork = toText(member(json, "base_network"));
    if (info.baseNetwork.isEmpty())
        return Text::tr("base_network is missing");
    const Json &shape = member(json, "image_shape");
    const bool isShape =
        shape.is_number_integer() && shape.get<int64_t>() >= kMinImageShape && shape.get<int64_t>() <= kMaxImageShape;
    if (!isShape)
        return Text::tr("image_shape is not a number from %1 to %2").arg(kMinImageShape).arg(kMaxImageShape);
    info.imageShape = shape.get<int>();
    const Json &classes = member(json, "classes");
    if (!isTextList(classes) || classes.empty() || classes.size() > kMaxClasses)
        return Text::tr("classes is not a list of 1 to %1 names").arg(kMaxClasses);
    for (const Json &name : classes)
        info.classes << toText(name);
    const Json &map = member(json, "validation_map");
    info.validationMap = map.is_number() ? map.get<double>() : -1;
    const Json &hyperparameters = member(json, "hyperparameters");
    if (hyperparameters.is_object())
        for (const auto &[name, value] : hyperparameters.items())
            info.hyperparameters.insert(QString::fromStdString(name), toText(value));
    return {};
}

Result<ModelInfo> readFolderInfo(const QString &modelFolder)
{
    const QString file = QDir(modelFolder).filePath(kModelInfoFile);
    const Result<QByteArray> content = readFile(file, kMaxBytes);
    if (!content)
        return failure(content.error());
    const Json json = Json::parse(content->begin(), content->end(), nullptr, /*allow_exceptions=*/false);
    ModelInfo info;
    info.folder = QDir(modelFolder).absolutePath();
    const QString problem = json.is_discarded() ? Text::tr("it is not JSON") : readInto(json, info);
    if (!problem.isEmpty())
        return failure(Text::tr("%1 does not describe a model: %2").arg(QDir::toNativeSeparators(file), problem));
    if (info.name.isEmpty())
        info.name = QDir(info.folder).dirName();
    return info;
}

Result<ModelInfo> readArtifactInfo(const QString &path)
{
    const Result<ModelArtifact> artifact = readModelArtifact(path);
    if (!artifact)
        return failure(artifact.error());
    const Result<ModelSettings> settings = readModelSettings(path);
    if (!settings)
        return failure(settings.error());
    Result<ModelInfo> info = artifactInfo(*artifact, recognizeSsd(*artifact), settings->classes);
    if (info)
        info->pixels = settings->pixels.value_or(usualPixelInput(*artifact));
    return info;
}

} // namespace

QByteArray modelInfoText(const ModelInfo &info, const QString &libraries)
{
    Json json;
    json["format"] = kFormat;
    json["version"] = kVersion;
    json["name"] = info.name.toStdString();
    json["base_network"] = info.baseNetwork.toStdString();
    json["image_shape"] = info.imageShape;
    json["classes"] = Json::array();
    for (const QString &name : info.classes)
        json["classes"].push_back(name.toStdString());
    json["validation_map"] = info.validationMap >= 0 ? Json(info.validationMap) : Json();
    json["hyperparameters"] = Json::object();
    for (auto entry = info.hyperparameters.begin(); entry != info.hyperparameters.end(); ++entry)
        json["hyperparameters"][entry.key().toStdString()] = entry.value().toStdString();
    json["libraries"] = libraries.toStdString();
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

Result<ModelInfo> readModelInfo(const QString &model)
{
    return isModelArtifact(model) ? readArtifactInfo(model) : readFolderInfo(model);
}

} // namespace boxwright
