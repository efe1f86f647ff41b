// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/artifact_hyperparameters.h"

#include "core/base/json_text.h"

namespace boxwright {

namespace {

struct Preset
{
    const char *name;
    const char *value;
};

/// Order of a genuine file (aws-samples greengrass, hyperparams.json), values of default-input.json (facts 1.1).
constexpr Preset kPresets[]{
    {"label_width", "350"},
    {"early_stopping_min_epochs", "10"},
    {"epochs", "30"},
    {"overlap_threshold", "0.5"},
    {"lr_scheduler_factor", "0.1"},
    {"_num_kv_servers", "auto"},
    {"weight_decay", "0.0005"},
    {"mini_batch_size", "32"},
    {"use_pretrained_model", "0"},
    {"freeze_layer_pattern", ""},
    {"lr_scheduler_step", ""},
    {"early_stopping", "False"},
    {"early_stopping_patience", "5"},
    {"momentum", "0.9"},
    {"num_training_samples", ""},
    {"optimizer", "sgd"},
    {"_tuning_objective_metric", ""},
    {"early_stopping_tolerance", "0.0"},
    {"learning_rate", "0.001"},
    {"kv_store", "device"},
    {"nms_threshold", "0.45"},
    {"num_classes", ""},
    {"base_network", "vgg-16"},
    {"nms_topk", "400"},
    {"_kvstore", "device"},
    {"image_shape", "300"},
};

} // namespace

QByteArray artifactHyperparametersText(const QMap<QString, QString> &values)
{
    QByteArray text;
    for (const Preset &preset : kPresets) {
        const QString name = QLatin1String(preset.name);
        text += text.isEmpty() ? "{" : ", ";
        text += jsonString(name) + ": " + jsonString(values.value(name, QLatin1String(preset.value)));
    }
    return text + '}';
}

} // namespace boxwright
