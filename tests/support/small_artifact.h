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

inline SymbolGraph smallGraph(int classes)
{
    SsdSymbolSpec spec;
    spec.baseNetwork = QStringLiteral("vgg-16");
    spec.classes = classes;
    spec.divisor = 16;
    return ssdTrainingSymbol(spec);
}

/// Writes FOLDER/model.tar.gz with that graph of a vgg-16; its path.
inline QString writeArtifactOf(const SymbolGraph &graph, const QString &folder, int classes)
{
    const std::vector<ArchivedFile> files{
        {QStringLiteral("hyperparams.json"),
         artifactHyperparametersText({{QStringLiteral("base_network"), QStringLiteral("vgg-16")},
                                      {QStringLiteral("num_classes"), QString::number(classes)},
                                      {QStringLiteral("learning_rate"), QStringLiteral("0.00225")}})},
        {QStringLiteral("model_algo_1-symbol.json"), symbolJson(graph)},
        {QStringLiteral("model_algo_1-0000.params"), GeneratedParams(graph).file()}};
    const QString path = QDir(folder).filePath(QStringLiteral("model.tar.gz"));
    if (!makeFolder(folder) || !writeModelArchive(path, files, 0))
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

/// Writes FOLDER/model.tar.gz; its path.
inline QString writeSmallArtifact(const QString &folder, int classes)
{
    return writeArtifactOf(smallGraph(classes), folder, classes);
}

/// The same with another activation, so that its network is none of this program's.
inline QString writeForeignArtifact(const QString &folder, int classes)
{
    SymbolGraph graph = smallGraph(classes);
    for (SymbolNode &node : graph.nodes)
        if (node.op == QLatin1String("Activation"))
            node.attributes.set(QStringLiteral("act_type"), QStringLiteral("softrelu"));
    return writeArtifactOf(graph, folder, classes);
}

} // namespace boxwright
