// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_channels.h"

#include <algorithm>

namespace boxwright {

const QList<SagemakerChannel> &sagemakerChannels()
{
    static const QList<SagemakerChannel> channels{
        {Split::Train, QStringLiteral("train"), QStringLiteral("train_annotation")},
        {Split::Validation, QStringLiteral("validation"), QStringLiteral("validation_annotation")},
        {Split::Test, QStringLiteral("test"), QStringLiteral("test_annotation")},
    };
    return channels;
}

const SagemakerChannel &sagemakerChannel(Split split)
{
    const QList<SagemakerChannel> &channels = sagemakerChannels();
    const auto at = std::find_if(channels.begin(), channels.end(),
                                 [split](const SagemakerChannel &channel) { return channel.split == split; });
    return at != channels.end() ? *at : channels.first();
}

} // namespace boxwright
