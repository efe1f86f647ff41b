// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/dataset.h"

#include <QHash>

#include <array>

namespace boxwright {

/// Which images must not be torn apart, so that no scene is learned and tested at once.
enum class SplitGrouping
{
    None,
    Folder,        ///< images of one folder
    NamePattern,   ///< images whose names have the same captured text
    NearDuplicate, ///< images that look alike
};

struct SplitRequest
{
    std::array<double, 3> shares{0.8, 0.2, 0}; ///< train, validation, test; only their ratio counts
    quint64 seed = 1;
    bool isStratified = true;    ///< every class in the same shares as the images
    bool onlyUnassigned = false; ///< images that have a split keep it, and count
    SplitGrouping grouping = SplitGrouping::None;
    QString pattern; ///< of NamePattern: a regular expression on the file name; its first group, else the whole match
    QList<QList<ImageId>> alike; ///< of NearDuplicate: what nearDuplicates() found
};

/// What a plan comes to.
struct SplitPlan
{
    QHash<ImageId, Split> splits;
    std::array<qint64, 3> images{};      ///< of each split, those included that keep theirs
    QList<std::array<qint64, 3>> labels; ///< of each class in the order of Dataset::classes()
    qint64 groups = 0;                   ///< that were kept together, single images aside
};

/// Counts what the data set comes to once the plan's splits are its own.
void countImages(SplitPlan &plan, const Dataset &dataset);

/// Distributes images over the splits. The same data set, request and seed give the same plan on every machine.
/// Stratified: iterative stratification (Sechidis, Tsoumakas, Vlahavas 2011), with groups in place of examples. Fails
/// on shares that are no numbers or all 0, and on a pattern that is no regular expression or that no name matches.
Result<SplitPlan> planSplit(const Dataset &dataset, const SplitRequest &request);

} // namespace boxwright
