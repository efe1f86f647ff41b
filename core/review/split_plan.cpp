// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/split_plan.h"

#include "core/base/seeded_random.h"
#include "core/review/image_groups.h"
#include "core/review/split_balance.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>
#include <numeric>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SplitPlan)
};

constexpr Split kSplits[] = {Split::Train, Split::Validation, Split::Test};

int placeOf(Split split)
{
    return split == Split::None ? -1 : static_cast<int>(split) - 1;
}

Result<std::array<double, 3>> sharesOf(const SplitRequest &request)
{
    std::array<double, 3> shares = request.shares;
    double sum = 0;
    for (const double share : shares) {
        if (!std::isfinite(share) || share < 0)
            return failure(Text::tr("The share %1 of a split is no number from 0").arg(share));
        sum += share;
    }
    if (!(sum > 0) || !std::isfinite(sum))
        return failure(Text::tr("The shares of the splits are all 0"));
    for (double &share : shares)
        share /= sum;
    return shares;
}

/// Labels of one group by class, in the order of the classes.
QList<qint64> labelCounts(const QList<qsizetype> &group, const Dataset &dataset,
                          const QHash<ClassId, qsizetype> &places)
{
    QList<qint64> counts(places.size(), 0);
    for (const qsizetype image : group) {
        for (const Label &label : dataset.imageAt(image).labels)
            ++counts[places.value(label.classId, 0)];
    }
    return counts;
}

/// Groups whose images all have a split stay; a group of which some have one follows the first of them, so that what
/// belongs together comes together.
Split fixedSplit(const QList<qsizetype> &group, const Dataset &dataset)
{
    for (const qsizetype image : group) {
        if (dataset.imageAt(image).info.split != Split::None)
            return dataset.imageAt(image).info.split;
    }
    return Split::None;
}

void shuffle(QList<qsizetype> &order, quint64 seed)
{
    SeededRandom random(seed);
    for (qsizetype i = order.size() - 1; i > 0; --i)
        order.swapItemsAt(i, random.wholeBetween(0, int(i)));
}

QHash<ClassId, qsizetype> classPlaces(const Dataset &dataset)
{
    QHash<ClassId, qsizetype> places;
    for (const LabelClass &item : dataset.classes())
        places.insert(item.id, places.size());
    return places;
}

} // namespace

void countImages(SplitPlan &plan, const Dataset &dataset)
{
    const QHash<ClassId, qsizetype> places = classPlaces(dataset);
    plan.labels.resize(places.size());
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        const int split = placeOf(plan.splits.value(image.info.id, image.info.split));
        if (split < 0)
            continue;
        ++plan.images[split];
        for (const Label &label : image.labels)
            ++plan.labels[places.value(label.classId, 0)][split];
    }
}

Result<SplitPlan> planSplit(const Dataset &dataset, const SplitRequest &request)
{
    const Result<std::array<double, 3>> shares = sharesOf(request);
    if (!shares)
        return failure(shares.error());
    const Result<QList<QList<qsizetype>>> groups = imageGroups(dataset, request);
    if (!groups)
        return failure(groups.error());
    const QHash<ClassId, qsizetype> places = classPlaces(dataset);

    SplitBalance balance(*shares, dataset.imageCount(), request.isStratified ? places.size() : 0);
    SplitPlan plan;
    QList<qsizetype> open;
    const auto assign = [&](qsizetype group, int split) {
        for (const qsizetype image : (*groups)[group]) {
            const ImageInfo &info = dataset.imageAt(image).info;
            if (!request.onlyUnassigned || info.split == Split::None)
                plan.splits.insert(info.id, kSplits[split]);
        }
    };
    for (qsizetype i = 0; i < groups->size(); ++i) {
        const QList<qsizetype> &group = (*groups)[i];
        plan.groups += group.size() > 1 ? 1 : 0;
        balance.add({group.size(), labelCounts(group, dataset, places)});
        const int fixed = request.onlyUnassigned ? placeOf(fixedSplit(group, dataset)) : -1;
        if (fixed < 0) {
            open.append(i);
            continue;
        }
        balance.take(i, fixed);
        assign(i, fixed);
    }
    shuffle(open, request.seed);
    balance.distribute(open, assign);
    countImages(plan, dataset);
    return plan;
}

} // namespace boxwright
