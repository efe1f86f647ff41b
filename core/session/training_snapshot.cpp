// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/training_snapshot.h"

#include <QHash>

#include <algorithm>
#include <random>

namespace boxwright {

namespace {

constexpr size_t kValidationShare = 5; // one image of so many

QHash<ClassId, int> classIndexes(const Dataset &dataset)
{
    QHash<ClassId, int> indexes;
    for (const LabelClass &item : dataset.classes())
        indexes.insert(item.id, item.position);
    return indexes;
}

/// Someone has said what is on the image. Labels say it, and so does "reviewed" or "empty" without labels.
bool isAnswered(const ImageRecord &image)
{
    return !image.labels.isEmpty() || image.info.state != ReviewState::NotYet;
}

TrainingImage imageWithoutBoxes(const ProjectSession &session, const ImageRecord &image)
{
    return {image.info.id, session.absoluteImagePath(image.info), {}};
}

/// Fisher and Yates with the generator's plain numbers: std::shuffle differs from library to library.
void shuffle(std::vector<TrainingImage> &images, quint64 seed)
{
    std::mt19937_64 generator(seed);
    for (size_t i = images.size(); i > 1; --i)
        std::swap(images[i - 1], images[generator() % i]);
}

void putAsideForValidation(TrainingSnapshot &snapshot, quint64 seed)
{
    shuffle(snapshot.train, seed);
    const auto first = snapshot.train.end() - static_cast<std::ptrdiff_t>(snapshot.train.size() / kValidationShare);
    snapshot.validation.assign(std::make_move_iterator(first), std::make_move_iterator(snapshot.train.end()));
    snapshot.train.erase(first, snapshot.train.end());
    const auto byId = [](const TrainingImage &a, const TrainingImage &b) { return a.id < b.id; };
    std::sort(snapshot.train.begin(), snapshot.train.end(), byId);
    std::sort(snapshot.validation.begin(), snapshot.validation.end(), byId);
}

} // namespace

TrainingSnapshot trainingSnapshot(const ProjectSession &session, quint64 seed)
{
    TrainingSnapshot snapshot;
    const Dataset &dataset = session.dataset();
    const QHash<ClassId, int> indexes = classIndexes(dataset);
    snapshot.classes = dataset.classNames();
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        if (image.info.split == Split::Test)
            continue;
        if (!image.info.problem.isEmpty()) {
            ++snapshot.skippedProblem;
            continue;
        }
        if (!isAnswered(image)) {
            ++snapshot.skippedUnreviewed;
            continue;
        }
        TrainingImage taken = imageWithoutBoxes(session, image);
        for (const Label &label : image.labels) {
            if (label.box.isEmpty())
                ++snapshot.skippedBoxes;
            else if (!label.flags.testFlag(LabelFlag::Crowd))
                taken.boxes.push_back(
                    {indexes.value(label.classId), label.box, label.flags.testFlag(LabelFlag::Difficult)});
        }
        (image.info.split == Split::Validation ? snapshot.validation : snapshot.train).push_back(std::move(taken));
    }
    if (snapshot.validation.empty())
        putAsideForValidation(snapshot, seed);
    return snapshot;
}

void takeClassOrder(TrainingSnapshot &snapshot, const QStringList &order)
{
    if (order == snapshot.classes || order.size() != snapshot.classes.size())
        return;
    std::vector<int> places;
    for (const QString &name : std::as_const(snapshot.classes)) {
        const auto place = int(order.indexOf(name));
        if (place < 0)
            return;
        places.push_back(place);
    }
    for (std::vector<TrainingImage> *images : {&snapshot.train, &snapshot.validation}) {
        for (TrainingImage &image : *images) {
            for (TrainingBox &box : image.boxes)
                box.classIndex = places[size_t(box.classIndex)];
        }
    }
    snapshot.classes = order;
}

std::vector<TruthImage> evaluationImages(const ProjectSession &session, Split split)
{
    std::vector<TruthImage> images;
    const Dataset &dataset = session.dataset();
    const QHash<ClassId, int> indexes = classIndexes(dataset);
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        const bool isWanted = split == Split::None || image.info.split == split;
        if (!isWanted || !image.info.problem.isEmpty() || !isAnswered(image))
            continue;
        TruthImage taken{image.info.id, session.absoluteImagePath(image.info), {}};
        for (const Label &label : image.labels) {
            if (!label.box.isEmpty())
                taken.boxes.push_back({indexes.value(label.classId), label.box,
                                       label.flags.testFlag(LabelFlag::Difficult),
                                       label.flags.testFlag(LabelFlag::Crowd)});
        }
        images.push_back(std::move(taken));
    }
    return images;
}

} // namespace boxwright
