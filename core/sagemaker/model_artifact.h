// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/params_file.h"
#include "core/mxnet/symbol_graph.h"

#include <QMap>

namespace boxwright {

/// A trained network as SageMaker's object detection hands it out (facts 1.9), or as MXNet exports one: a symbol graph
/// and its parameters. A value; copies share the parameters. It holds neither class names nor preprocessing.
struct ModelArtifact
{
    QString path;                           ///< of the archive or folder
    QString symbolName;                     ///< "model_algo_1-symbol.json"
    QString paramsName;                     ///< "model_algo_1-0000.params"
    QMap<QString, QString> hyperparameters; ///< hyperparams.json; empty where there is none
    SymbolGraph graph;
    ParamsFile params;

    /// The parameter or running statistic of a variable, nullptr where the file has none of that name.
    [[nodiscard]] const TensorView *find(const QString &variable) const;
    /// File name of `path` without its endings, for titles.
    [[nodiscard]] QString name() const;
};

/// Whether the path is to be read as an artifact: a file, or a folder that holds a symbol file and no model.json.
bool isModelArtifact(const QString &path);

/// Reads model.tar.gz (a plain tar as well), a folder with the same files, or one of its files *-symbol.json. Files are
/// found by their endings: *-symbol.json, *-NNNN.params (of several epochs the last) and hyperparams.json, which may be
/// missing. Of several symbols model_algo_1-symbol.json counts. Names what is missing, damaged or ambiguous. A folder's
/// parameters are mapped, an archive's are held in memory.
Result<ModelArtifact> readModelArtifact(const QString &path);

/// hyperparams.json: a flat object; numbers and words are taken as they are spelled.
Result<QMap<QString, QString>> parseArtifactHyperparameters(const QByteArray &json, const QString &name);

} // namespace boxwright
