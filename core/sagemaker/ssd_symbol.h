// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mxnet/symbol_graph.h"

#include <QString>

namespace boxwright {

/// What decides the graph that SageMaker's object detection trains.
struct SsdSymbolSpec
{
    QString baseNetwork; ///< vgg-16 or resnet-50
    int imageShape = 300;
    int classes = 1;                               ///< without background
    QString nmsThreshold = QStringLiteral("0.45"); ///< as it is to be spelled
    QString nmsTopk = QStringLiteral("400");
    int divisor = 1; ///< every number of filters is divided by it, prediction layers excepted

    bool operator==(const SsdSymbolSpec &) const = default;
};

/// Whether the cloud has a counterpart of the base network.
bool hasSsdSymbol(const QString &baseNetwork);

/// The training graph of mxnet-ssd's symbol builder (facts 2.1 to 2.6), node for node as SageMaker's files have it:
/// names, order, attributes and their spelling, heads cls_prob, loc_loss, cls_label, det_out. The base network must
/// have a counterpart.
SymbolGraph ssdTrainingSymbol(const SsdSymbolSpec &spec);

} // namespace boxwright
