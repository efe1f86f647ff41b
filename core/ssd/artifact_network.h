// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/pixel_input.h"
#include "core/sagemaker/ssd_recognition.h"
#include "core/ssd/safetensors.h"
#include "core/ssd/ssd_network.h"

namespace boxwright::ssd {

/// A recognised artifact's parameters in a network of our own, as they are. Takes no more memory than the network
/// itself. Fails, naming the parameter, where one is missing, misshapen or not finite.
Result<std::shared_ptr<SsdNetworkImpl>> networkOfArtifact(const ModelArtifact &artifact,
                                                          const RecognizedSsd &recognized);

/// How images are to be given to a network that takes pixels so: means in the network's order of channels.
Preprocessing preprocessingOf(PixelInput input);

/// Changes the first layer so that the network answers to red, green, blue with the mean subtracted what it answered
/// to `input` before: what training needs, which knows no other way. Exact but for vgg-16 without mean, whose border of
/// one pixel sees another padding.
void takeUsualPixels(SsdNetworkImpl &network, PixelInput input);

/// The weights of an artifact to train further, under the names of our own network, for pixels as training gives them.
/// `pixels` nullopt: as stored beside the artifact, else the likely way. Fails where the network is none of ours.
Result<NamedTensors> tensorsOfArtifact(const QString &path, std::optional<PixelInput> pixels = {});

} // namespace boxwright::ssd
