// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evaluation.h"
#include "core/detect/training.h"
#include "core/session/project_session.h"

namespace boxwright {

/// The images that a training learns from and is judged by, as values.
struct TrainingSnapshot
{
    QStringList classes;
    std::vector<TrainingImage> train;
    std::vector<TrainingImage> validation;
    int skippedUnreviewed = 0; ///< images without labels that nobody has confirmed to be empty
    int skippedProblem = 0;    ///< images that cannot be read
    int skippedBoxes = 0;      ///< labels whose box has no area, which nothing can be learned from
};

/// Takes images with labels and images confirmed to be empty. Images of split None count as training images; where the
/// project has no validation image, every fifth by a seeded shuffle is put aside for it. Crowd labels are left out.
TrainingSnapshot trainingSnapshot(const ProjectSession &session, quint64 seed);

/// Puts the classes into another order; nothing where `order` does not hold the same names. A model that is trained
/// further knows its classes by number.
void takeClassOrder(TrainingSnapshot &snapshot, const QStringList &order);

/// An image with what is on it, for measuring a model.
struct TruthImage
{
    ImageId id = ImageId::None;
    QString path; ///< absolute
    std::vector<TruthBox> boxes;
};

/// The images of one split for an evaluation (Split::None: all). Images that cannot be read, and those that nobody has
/// confirmed to be empty, are left out.
std::vector<TruthImage> evaluationImages(const ProjectSession &session, Split split);

} // namespace boxwright
