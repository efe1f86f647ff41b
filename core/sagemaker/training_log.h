// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QMap>

namespace boxwright {

/// One epoch of a training in the cloud, as its log tells it.
struct LoggedEpoch
{
    int epoch = 0;         ///< from 1; the log counts from 0
    double classLoss = -1; ///< the last cross_entropy of the epoch; negative: not told
    double boxLoss = -1;   ///< the last smooth_l1
    double validationMap = -1;
    double seconds = -1; ///< since the epoch before was told
};

/// A training in the cloud.
struct TrainingLog
{
    QDateTime started;                      ///< the first time stamp; UTC
    QMap<QString, QString> hyperparameters; ///< "Final configuration"; empty where the log has none
    QList<LoggedEpoch> epochs;
    double seconds = -1; ///< from the first time stamp to the last
};

/// Reads the log of a SageMaker object-detection job (facts 1.7), as CloudWatch, the notebook or the console give it:
/// lines may carry time stamps of their own in front. Fails where no line tells of an epoch; `name` stands in messages.
Result<TrainingLog> parseTrainingLog(const QByteArray &text, const QString &name);

} // namespace boxwright
