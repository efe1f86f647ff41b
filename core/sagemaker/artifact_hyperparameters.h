// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace boxwright {

/// hyperparams.json of an artifact: the 26 keys in the order in which SageMaker writes them (facts 1.1, 1.9), each a
/// text. What `values` lacks has the value of the container's default-input.json; what it has besides is left out.
QByteArray artifactHyperparametersText(const QMap<QString, QString> &values);

} // namespace boxwright
