// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_images.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SagemakerImages)
};

ReviewState stateOf(const AnnotatedImage &entry)
{
    if (entry.isHumanAnnotated == false)
        return ReviewState::NotYet; // a model's work that nobody has checked
    if (!entry.boxes.empty())
        return ReviewState::Reviewed;
    // Only what a person said counts as empty, and boxes that were refused were something.
    return entry.isHumanAnnotated == true && entry.problems.isEmpty() ? ReviewState::Empty : ReviewState::NotYet;
}

} // namespace

FormatImage toFormatImage(AnnotatedImage entry, Reading &reading)
{
    FormatImage image;
    image.source = entry.source;
    image.size = entry.size;
    image.state = stateOf(entry);
    image.extra = std::move(entry.extra);
    image.labels.reserve(entry.boxes.size());
    for (AnnotatedBox &box : entry.boxes) {
        FormatLabel label;
        label.classIndex = reading.classes().indexOf(box.classId, entry.classNames);
        label.box = box.box;
        label.confidence = box.confidence;
        label.isSuggestion = entry.isHumanAnnotated == false;
        label.extra = std::move(box.extra);
        image.labels.push_back(std::move(label));
    }
    return image;
}

void tellProblems(const AnnotatedImage &entry, const QString &where, Reading &reading)
{
    for (const AnnotationProblem &problem : entry.problems)
        reading.note(problem.kind, Text::tr("%1: %2", "place, what is wrong there").arg(where, problem.text));
}

QMap<int, QString> numberedNames(const QStringList &classes)
{
    QMap<int, QString> names;
    for (int i = 0; i < classes.size(); ++i)
        names.insert(i, classes[i]);
    return names;
}

AnnotatedImage toAnnotated(const FormatImage &image, const QMap<int, QString> &classes)
{
    AnnotatedImage entry;
    entry.size = image.size;
    entry.extra = image.extra;
    entry.classNames = classes;
    entry.boxes.reserve(image.labels.size());
    for (const FormatLabel &label : image.labels)
        entry.boxes.push_back({label.classIndex, label.box, label.confidence, label.extra});
    return entry;
}

bool isLabelled(const FormatImage &image)
{
    return !image.labels.empty();
}

} // namespace boxwright
