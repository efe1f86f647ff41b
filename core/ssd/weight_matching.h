// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssd/safetensors.h"
#include "core/ssd/ssd_network.h"

#include <functional>

namespace boxwright::ssd {

/// What happened to each tensor of a weight file.
struct WeightReport
{
    QStringList taken;
    QStringList missing;   ///< of the base network, not in the file
    QStringList unused;    ///< in the file, not of the base network
    QStringList misshapen; ///< "name: 64 x 3 x 3 x 3 in the file, 32 x 3 x 3 x 3 in the network"
};

/// Every parameter and buffer of a network under its name. The tensors are the network's own.
NamedTensors namedTensors(const SsdNetworkImpl &network);

/// Copies the tensors of a file into those of the network that have the same name and shape, whatever the element type.
/// `isWanted` tells which of the network's tensors the file should hold; the others are left alone.
WeightReport copyMatching(const SsdNetworkImpl &network, const NamedTensors &file,
                          const std::function<bool(const QString &)> &isWanted);

/// Which part of the usual filters the network of these weights has (NetworkSpec::widthDivisor): 1 where nothing else
/// is told.
int widthDivisorOf(const NamedTensors &weights);

/// The first names of a list, and that there are more.
QString someNames(const QStringList &names);

} // namespace boxwright::ssd
