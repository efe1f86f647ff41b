// SPDX-License-Identifier: GPL-3.0-or-later
// A model of the cloud in small: the real graph with a sixteenth of the filters and parameters drawn from a seed.
#pragma once

#include "core/base/file_io.h"
#include "core/mxnet/symbol_writer.h"
#include "core/sagemaker/artifact_hyperparameters.h"
#include "core/sagemaker/model_archive.h"
#include "core/sagemaker/ssd_symbol.h"
#include "tests/support/generated_params.h"

#include <QDir>

namespace boxwright {

/// Writes FOLDER/model.tar.gz; its path.
inline QString writeSmallArtifact(const QString &folder, int classes)
{
    SsdSymbolSpec spec;
    spec.baseNetwork = QStringLiteral("vgg-16");
    spec.classes = classes;
    spec.divisor = 16;
    const SymbolGraph graph = ssdTrainingSymbol(spec);
    const std::vector<ArchivedFile> files{
        {QStringLiteral("hyperparams.json"),
         artifactHyperparametersText({{QStringLiteral("base_network"), spec.baseNetwork},
                                      {QStringLiteral("num_classes"), QString::number(classes)},
                                      {QStringLiteral("learning_rate"), QStringLiteral("0.00225")}})},
        {QStringLiteral("model_algo_1-symbol.json"), symbolJson(graph)},
        {QStringLiteral("model_algo_1-0000.params"), GeneratedParams(graph).file()}};
    const QString path = QDir(folder).filePath(QStringLiteral("model.tar.gz"));
    if (!makeFolder(folder) || !writeModelArchive(path, files, 0))
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

} // namespace boxwright
