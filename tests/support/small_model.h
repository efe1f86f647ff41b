// SPDX-License-Identifier: GPL-3.0-or-later
// A model folder of this program in small, made without LibTorch: the real network with a sixteenth of the filters and
// parameters drawn from a seed.
#pragma once

#include "core/base/file_io.h"
#include "core/detect/model_info.h"
#include "core/mxnet/params_file.h"
#include "core/sagemaker/ssd_symbol.h"
#include "tests/support/generated_params.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace boxwright {

/// The bytes of a safetensors file with these arrays of float32, named without "arg:" and "aux:".
inline QByteArray safetensorsBytes(const std::vector<TensorView> &arrays)
{
    QJsonObject header;
    QByteArray data;
    for (const TensorView &array : arrays) {
        QJsonArray shape;
        for (const qint64 side : array.shape)
            shape.append(side);
        const qsizetype begin = data.size();
        data.append(array.bytes.data(), array.bytes.size());
        header[array.name.section(QLatin1Char(':'), -1)] =
            QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                        {QStringLiteral("shape"), shape},
                        {QStringLiteral("data_offsets"), QJsonArray{begin, data.size()}}};
    }
    const QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact);
    QByteArray length(qsizetype(sizeof(quint64)), Qt::Uninitialized);
    qToLittleEndian(quint64(text.size()), length.data());
    return length + text + data;
}

/// Writes the folder of a model with base network vgg-16 or resnet-50, as a training leaves it.
inline void writeSmallModel(const QString &folder, const QString &baseNetwork, const QStringList &classes)
{
    SsdSymbolSpec spec;
    spec.baseNetwork = baseNetwork;
    spec.classes = int(classes.size());
    spec.divisor = 16;
    const SymbolGraph graph = ssdTrainingSymbol(spec);
    const auto params = ParamsFile::fromBytes(GeneratedParams(graph).file(), QStringLiteral("generated.params"));
    ModelInfo info;
    info.name = QDir(folder).dirName();
    info.baseNetwork = baseNetwork;
    info.imageShape = spec.imageShape;
    info.classes = classes;
    info.hyperparameters = {{QStringLiteral("nms_threshold"), spec.nmsThreshold},
                            {QStringLiteral("nms_topk"), spec.nmsTopk}};
    const QDir model(folder);
    if (!params || !makeFolder(folder) || !writeFile(model.filePath(kModelInfoFile), modelInfoText(info, {})) ||
        !writeFile(model.filePath(kModelWeightsFile), safetensorsBytes(params->tensors())))
        qFatal("%s cannot be written", qPrintable(folder));
}

} // namespace boxwright
