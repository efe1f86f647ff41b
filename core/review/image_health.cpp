// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/image_health.h"

#include "core/imaging/image_reader.h"
#include "core/imaging/image_signature.h"
#include "core/model/image_paths.h"

#include <QCoreApplication>
#include <QImageReader>
#include <QSet>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageHealth)
};

/// File name without folders, ending and letter case: what exports tell images apart by.
QString stemOf(const QString &path)
{
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1).toLower();
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : name;
}

void append(QList<HealthFinding> &findings, const char *kind, Severity severity, const QList<ImageId> &images,
            const QString &text)
{
    if (!images.isEmpty())
        findings.append({QLatin1String(kind), severity, images.size(), text, images, {}});
}

/// Whether the file holds three channels of 8 bits, told from its header. A palette does: it is a way of packing.
bool hasThreeChannels(const QString &path)
{
    const QImageReader reader(path);
    switch (reader.imageFormat()) {
    case QImage::Format_Invalid: // some decoders do not tell
    case QImage::Format_RGB32:
    case QImage::Format_RGB888:
    case QImage::Format_Indexed8:
    case QImage::Format_Mono:
        return true;
    default:
        return false;
    }
}

QList<QList<ImageId>> idsOf(const QList<QList<qsizetype>> &groups, const Dataset &dataset)
{
    QList<QList<ImageId>> ids;
    for (const QList<qsizetype> &group : groups) {
        QList<ImageId> images;
        for (const qsizetype place : group)
            images << dataset.imageAt(place).info.id;
        ids << images;
    }
    return ids;
}

void appendDuplicates(const QList<QList<ImageId>> &groups, const Dataset &dataset, QList<HealthFinding> &findings)
{
    QList<ImageId> within;
    QList<ImageId> across;
    for (const QList<ImageId> &group : groups) {
        QSet<Split> splits;
        for (const ImageId id : group) {
            const Split split = dataset.image(id)->info.split;
            splits.insert(split == Split::None ? Split::Train : split); // as every export and training takes it
        }
        (splits.size() > 1 ? across : within) += group;
    }
    append(findings, "near-duplicate-across-splits", Severity::Problem, across,
           Text::tr("%n images are nearly the same as one of another split: the detector is tested on what it has "
                    "learned. Split the data set again with near-duplicates kept together.",
                    nullptr, int(across.size())));
    append(findings, "near-duplicate", Severity::Hint, within,
           Text::tr("%n images are nearly the same as another one of their split.", nullptr, int(within.size())));
}

} // namespace

QList<HealthFinding> checkImages(const Dataset &dataset)
{
    QHash<QString, QList<ImageId>> byName;
    QList<ImageId> unreviewed;
    bool hasValidation = false;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        byName[stemOf(info.path)].append(info.id);
        hasValidation = hasValidation || info.split == Split::Validation;
        if (info.state == ReviewState::NotYet)
            unreviewed.append(info.id);
    }
    QList<ImageId> colliding;
    for (const QList<ImageId> &images : std::as_const(byName)) {
        if (images.size() > 1)
            colliding += images;
    }
    std::sort(colliding.begin(), colliding.end());
    QList<HealthFinding> findings;
    append(findings, "name-collision", Severity::Warning, colliding,
           Text::tr("%n images share their name with one of another folder or ending. Formats with one file per image "
                    "give them new names.",
                    nullptr, int(colliding.size())));
    append(findings, "not-reviewed", Severity::Warning, unreviewed,
           Text::tr("%n images are not reviewed. Objects without a label on them are learned as background.", nullptr,
                    int(unreviewed.size())));
    if (!hasValidation && dataset.imageCount() > 0)
        findings.append({QStringLiteral("no-validation"),
                         Severity::Warning,
                         1,
                         Text::tr("No image is in the validation split: nothing tells how good a detector is, and a "
                                  "training in the cloud is refused. Split the data set."),
                         {},
                         {}});
    return findings;
}

Result<QList<HealthFinding>> checkFiles(const Dataset &dataset, const HealthOptions &options, const CancelFlag &cancel,
                                        const ProgressSink &progress)
{
    const QStringList paths = imagePaths(dataset, options.folder);
    const auto signatures = signaturesOf(paths, cancel, progress);
    if (!signatures)
        return failure(signatures.error());
    QList<ImageId> unreadable;
    QList<ImageId> otherChannels;
    QList<ImageId> otherKinds;
    for (qsizetype i = 0; i < paths.size() && !cancel.isCancelled(); ++i) {
        const ImageId id = dataset.imageAt(i).info.id;
        if (!(*signatures)[i]) {
            unreadable << id;
            continue;
        }
        if (!hasThreeChannels(paths[i]))
            otherChannels << id;
        const Result<ImageHeader> header = readImageHeader(paths[i]);
        if (header && header->format != "jpeg" && header->format != "png")
            otherKinds << id;
    }
    QList<HealthFinding> findings;
    append(findings, "unreadable-image", Severity::Problem, unreadable,
           Text::tr("%n images cannot be read: their files are missing or broken.", nullptr, int(unreadable.size())));
    append(findings, "other-channels", Severity::Warning, otherChannels,
           Text::tr("%n images are grey, have an alpha channel or 16 bits. Boxwright makes three channels of them; the "
                    "cloud takes three channels only. Export them as recordio, which packs them so.",
                    nullptr, int(otherChannels.size())));
    append(findings, "other-file-kind", Severity::Warning, otherKinds,
           Text::tr("%n images are neither JPEG nor PNG, which is all that the cloud reads.", nullptr,
                    int(otherKinds.size())));
    appendDuplicates(idsOf(alikeGroups(*signatures, cancel), dataset), dataset, findings);
    if (cancel.isCancelled())
        return failure(Text::tr("The check was stopped"));
    return findings;
}

Result<QList<QList<ImageId>>> nearDuplicates(const Dataset &dataset, const QString &folder, const CancelFlag &cancel,
                                             const ProgressSink &progress)
{
    const auto signatures = signaturesOf(imagePaths(dataset, folder), cancel, progress);
    if (!signatures)
        return failure(signatures.error());
    QList<QList<ImageId>> groups = idsOf(alikeGroups(*signatures, cancel), dataset);
    return cancel.isCancelled() ? Result<QList<QList<ImageId>>>(failure(Text::tr("The check was stopped"))) : groups;
}

} // namespace boxwright
