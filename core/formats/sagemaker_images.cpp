// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_images.h"

#include "core/imaging/image_reader.h"

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

FormatImage toFormatImage(AnnotatedImage entry, const QString &where, Reading &reading)
{
    FormatImage image;
    image.source = entry.source;
    image.size = entry.size;
    image.state = stateOf(entry);
    image.extra = entry.extra;
    image.labels.reserve(entry.boxes.size());
    for (AnnotatedBox &box : entry.boxes) {
        FormatLabel label;
        label.classIndex = reading.classes().indexOf(box.classId, entry.classNames);
        label.box = box.box;
        label.confidence = box.confidence;
        label.isSuggestion = entry.isHumanAnnotated == false;
        label.extra = box.extra;
        image.labels.push_back(std::move(label));
    }
    for (const AnnotationProblem &problem : entry.problems)
        reading.note(problem.kind, Text::tr("%1: %2", "place, what is wrong there").arg(where, problem.text));
    return image;
}

AnnotatedImage toAnnotated(const FormatImage &image, const QStringList &classes)
{
    AnnotatedImage entry;
    entry.size = image.size;
    entry.extra = image.extra;
    for (int i = 0; i < classes.size(); ++i)
        entry.classNames.insert(i, classes[i]);
    for (const FormatLabel &label : image.labels)
        entry.boxes.push_back({label.classIndex, label.box, label.confidence, label.extra});
    return entry;
}

QSize sizeForExport(const FormatImage &image)
{
    if (image.size.isValid())
        return image.size;
    const Result<ImageHeader> header = readImageHeader(image.path);
    return header ? header->size : QSize();
}

bool isLabelled(const FormatImage &image)
{
    return !image.labels.empty();
}

} // namespace boxwright
