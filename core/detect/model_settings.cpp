// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/model_settings.h"

#include "core/base/file_io.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

using Json = nlohmann::ordered_json;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelSettings)
};

constexpr qint64 kMaxBytes = 1 << 20;

/// Fills the settings; says what is wrong, empty where nothing is.
QString readInto(const Json &json, ModelSettings &settings)
{
    if (!json.is_object())
        return Text::tr("it is no JSON object");
    const Json classes = json.value("classes", Json::array());
    if (!classes.is_array())
        return Text::tr("classes is no list");
    for (const Json &name : classes) {
        if (!name.is_string())
            return Text::tr("classes holds something that is no text");
        settings.classes << QString::fromStdString(name.get<std::string>());
    }
    const Json pixels = json.value("preprocess", Json());
    if (pixels.is_null())
        return {};
    const QString name = pixels.is_string() ? QString::fromStdString(pixels.get<std::string>()) : QString();
    settings.pixels = pixelInputFromName(name);
    return settings.pixels ? QString()
                           : Text::tr("preprocess is none of %1").arg(pixelInputNames().join(QStringLiteral(", ")));
}

} // namespace

QString modelSettingsFile(const QString &model)
{
    return QDir::cleanPath(QFileInfo(model).absoluteFilePath()) + QStringLiteral(".boxwright.json");
}

Result<ModelSettings> readModelSettings(const QString &model)
{
    const QString file = modelSettingsFile(model);
    if (!QFileInfo::exists(file))
        return ModelSettings();
    const Result<QByteArray> content = readFile(file, kMaxBytes);
    if (!content)
        return failure(content.error());
    ModelSettings settings;
    const Json json = Json::parse(content->begin(), content->end(), nullptr, /*allow_exceptions=*/false);
    const QString problem = readInto(json, settings);
    if (!problem.isEmpty())
        return failure(Text::tr("%1 cannot be understood: %2").arg(QDir::toNativeSeparators(file), problem));
    return settings;
}

Result<> writeModelSettings(const QString &model, const ModelSettings &settings)
{
    Json json;
    json["classes"] = Json::array();
    for (const QString &name : settings.classes)
        json["classes"].push_back(name.toStdString());
    if (settings.pixels)
        json["preprocess"] = pixelInputName(*settings.pixels).toStdString();
    return writeFile(modelSettingsFile(model), QByteArray::fromStdString(json.dump(2)) + '\n');
}

} // namespace boxwright
