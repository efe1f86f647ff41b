// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace boxwright {

/// ImageNet weights that their makers offer to everybody.
struct PublicWeights
{
    QString name;        ///< what a person asks for ("vgg-16")
    QString baseNetwork; ///< "vgg-16"
    QString address;     ///< a default: it may move, and can be changed
    QByteArray sha256;   ///< first digits or all of them; torch's files carry eight in their names
    int megabytes = 0;
    QString origin; ///< translated
};

/// Those that Boxwright knows (facts, weights.md); the first of each base network is the one to take.
std::vector<PublicWeights> publicWeights();

/// By name; nullopt for one that is not in the list.
std::optional<PublicWeights> findPublicWeights(const QString &name);

/// The name that the file has at its address.
QString fileNameOf(const PublicWeights &weights);

/// Where fetched weights are kept: below the cache folder of the person.
QString weightsFolder();

} // namespace boxwright
