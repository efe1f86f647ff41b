// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <QList>

namespace boxwright {

/// A pair of input channels of a training job: images, and the JSON about them in a channel of its own.
struct SagemakerChannel
{
    Split split = Split::None;
    QString images;      ///< name of the channel and of its folder ("train")
    QString annotations; ///< "train_annotation"
};

/// train, validation, test; the last is ours, SageMaker's training does not know it.
const QList<SagemakerChannel> &sagemakerChannels();

/// The channel of a split; images of no split are trained on.
const SagemakerChannel &sagemakerChannel(Split split);

} // namespace boxwright
