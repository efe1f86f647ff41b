// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/class_health.h"

#include "core/model/dataset.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassHealth)
};

constexpr qint64 kFewLabels = 20; ///< below that a detector learns the examples by heart

/// What is known of one class.
struct ClassFacts
{
    QString name;
    int position = 0;
    qint64 labels = 0;
    qint64 validation = 0;
    QList<ImageId> images;

    [[nodiscard]] QString text() const { return QStringLiteral("%1 (%2)").arg(name).arg(labels); }
};

/// Each once, rising: an image may have several of the classes.
QList<ImageId> inOrder(QList<ImageId> images)
{
    std::sort(images.begin(), images.end());
    images.erase(std::unique(images.begin(), images.end()), images.end());
    return images;
}

QList<ClassFacts> factsOf(const Dataset &dataset, bool &hasValidation)
{
    QList<ClassFacts> facts;
    QMap<ClassId, qsizetype> places;
    for (const LabelClass &item : dataset.classes()) {
        places.insert(item.id, facts.size());
        facts.append({item.name, item.position, 0, 0, {}});
    }
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        const bool isValidation = image.info.split == Split::Validation;
        hasValidation = hasValidation || isValidation;
        for (const Label &label : image.labels) {
            ClassFacts &item = facts[places.value(label.classId, 0)];
            ++item.labels;
            item.validation += isValidation ? 1 : 0;
            if (item.images.isEmpty() || item.images.last() != image.info.id)
                item.images.append(image.info.id);
        }
    }
    return facts;
}

} // namespace

QList<HealthFinding> checkClasses(const Dataset &dataset)
{
    bool hasValidation = false;
    const QList<ClassFacts> facts = factsOf(dataset, hasValidation);
    QStringList gaps;
    QStringList few;
    QStringList unvalidated;
    QList<ImageId> fewImages;
    QList<ImageId> unvalidatedImages;
    for (const ClassFacts &item : facts) {
        if (item.labels == 0) {
            gaps << QStringLiteral("%1 %2").arg(item.position).arg(item.name);
            continue;
        }
        if (item.labels < kFewLabels) {
            few << item.text();
            fewImages += item.images;
        }
        if (hasValidation && item.validation == 0) {
            unvalidated << item.text();
            unvalidatedImages += item.images;
        }
    }
    QList<HealthFinding> findings;
    const QString separator = QStringLiteral(", ");
    if (!gaps.isEmpty())
        findings.append({QStringLiteral("class-gap"),
                         Severity::Warning,
                         gaps.size(),
                         Text::tr("%n classes have no label: %1. Their numbers stand empty in every export, and a "
                                  "detector is trained for a class that it never sees. Label them or delete them.",
                                  nullptr, int(gaps.size()))
                             .arg(gaps.join(separator)),
                         {},
                         {}});
    if (!few.isEmpty())
        findings.append({QStringLiteral("few-labels"),
                         Severity::Warning,
                         few.size(),
                         Text::tr("%n classes have fewer than %1 labels: %2. A detector needs more examples of them.",
                                  nullptr, int(few.size()))
                             .arg(kFewLabels)
                             .arg(few.join(separator)),
                         inOrder(fewImages),
                         {}});
    if (!unvalidated.isEmpty())
        findings.append({QStringLiteral("class-not-validated"),
                         Severity::Warning,
                         unvalidated.size(),
                         Text::tr("%n classes have no label in the validation split: %1. Nothing tells how well they "
                                  "are found; split the data set by class.",
                                  nullptr, int(unvalidated.size()))
                             .arg(unvalidated.join(separator)),
                         inOrder(unvalidatedImages),
                         {}});
    return findings;
}

} // namespace boxwright
