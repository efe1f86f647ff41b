// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/box_health.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BoxHealth)
};

/// Side of a cell of the finest feature map (38 x 38 cells on 300 pixels): what is smaller has no cell of its own.
constexpr double kTinyPixels = 8;
constexpr double kSameBox = 0.95;    ///< IoU: nobody draws two different objects so
constexpr double kSamePixels = 1;    ///< corners this near are one box drawn twice, whatever its size
constexpr double kExtremeAspect = 8; ///< priors have ratios up to 3
constexpr int kHeader = 2;           ///< values of a label vector before its objects
constexpr int kPerObject = 5;

/// Gathers one kind of finding image by image.
struct Gathered
{
    qint64 count = 0;
    QList<ImageId> images;
    QList<LabelFix> fixes;

    void add(ImageId image)
    {
        ++count;
        if (images.isEmpty() || images.last() != image)
            images.append(image);
    }

    void appendTo(QList<HealthFinding> &findings, const char *kind, Severity severity, const QString &text) const
    {
        if (count > 0)
            findings.append({QLatin1String(kind), severity, count, text, images, fixes});
    }
};

bool isSameBox(const Box &a, const Box &b)
{
    const double farthest = std::max({std::abs(a.left - b.left), std::abs(a.top - b.top), std::abs(a.right - b.right),
                                      std::abs(a.bottom - b.bottom)});
    return farthest <= kSamePixels || intersectionOverUnion(a, b) >= kSameBox;
}

class BoxCheck
{
public:
    explicit BoxCheck(const HealthOptions &options)
        : m_options(options)
    {
    }

    void look(const ImageRecord &image)
    {
        for (const Label &label : image.labels)
            lookAtBox(image.info, label);
        lookForPairs(image);
    }

    QList<HealthFinding> findings() const
    {
        QList<HealthFinding> list;
        m_outside.appendTo(list, "box-outside", Severity::Problem,
                           Text::tr("%n boxes reach beyond their image. The cloud refuses or cuts them; the fix cuts "
                                    "them at the edge and deletes those that lie outside.",
                                    nullptr, int(m_outside.count)));
        m_noArea.appendTo(list, "zero-area", Severity::Problem,
                          Text::tr("%n boxes have no area. Nothing can be learned from them; the fix deletes them.",
                                   nullptr, int(m_noArea.count)));
        m_duplicate.appendTo(list, "duplicate-box", Severity::Problem,
                             Text::tr("%n boxes repeat another box of their class. The fix deletes the later one.",
                                      nullptr, int(m_duplicate.count)));
        m_twoClasses.appendTo(list, "two-classes", Severity::Warning,
                              Text::tr("%n boxes have a second class on the same place. Decide which one is right.",
                                       nullptr, int(m_twoClasses.count)));
        m_tiny.appendTo(list, "tiny-box", Severity::Warning,
                        Text::tr("%n boxes are less than %1 pixels wide or high once the image is brought to %2 x %2: "
                                 "a detector hardly sees them. Train with a larger image_shape, or cut the images.",
                                 nullptr, int(m_tiny.count))
                            .arg(kTinyPixels)
                            .arg(m_options.imageShape));
        m_extreme.appendTo(list, "extreme-shape", Severity::Hint,
                           Text::tr("%n boxes are more than %1 times as long as wide: no prior has that shape.",
                                    nullptr, int(m_extreme.count))
                               .arg(kExtremeAspect));
        return list;
    }

private:
    void lookAtBox(const ImageInfo &info, const Label &label)
    {
        if (label.box.isEmpty()) {
            m_noArea.add(info.id);
            m_noArea.fixes.append({info.id, label.id, std::nullopt});
            return;
        }
        const Box &box = label.box;
        if (std::max(box.width() / box.height(), box.height() / box.width()) > kExtremeAspect)
            m_extreme.add(info.id);
        if (!info.size.isValid())
            return;
        const Box clipped = box.clippedTo(info.size);
        if (clipped != box) {
            m_outside.add(info.id);
            m_outside.fixes.append({info.id, label.id, clipped.isEmpty() ? std::nullopt : std::optional<Box>(clipped)});
        }
        const double width = box.width() * m_options.imageShape / info.size.width();
        const double height = box.height() * m_options.imageShape / info.size.height();
        if (std::min(width, height) < kTinyPixels)
            m_tiny.add(info.id);
    }

    /// Sorted by the left edge, so that only neighbours are compared: an image may hold thousands of boxes.
    void lookForPairs(const ImageRecord &image)
    {
        QList<const Label *> labels;
        for (const Label &label : image.labels) {
            if (!label.box.isEmpty())
                labels.append(&label);
        }
        std::stable_sort(labels.begin(), labels.end(),
                         [](const Label *a, const Label *b) { return a->box.left < b->box.left; });
        QList<LabelId> gone;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const Box &box = labels[i]->box;
            // An IoU of 0.95 leaves a twentieth of the width between left edges.
            const double reach = box.left + std::max(box.width() / 10, kSamePixels);
            for (qsizetype j = i + 1; j < labels.size() && labels[j]->box.left <= reach; ++j) {
                if (isSameBox(box, labels[j]->box))
                    takePair(image.info.id, *labels[i], *labels[j], gone);
            }
        }
    }

    void takePair(ImageId image, const Label &a, const Label &b, QList<LabelId> &gone)
    {
        if (a.classId != b.classId) {
            m_twoClasses.add(image);
            return;
        }
        const LabelId later = std::max(a.id, b.id);
        if (gone.contains(later) || gone.contains(std::min(a.id, b.id)))
            return;
        gone.append(later);
        m_duplicate.add(image);
        m_duplicate.fixes.append({image, later, std::nullopt});
    }

    const HealthOptions &m_options;
    Gathered m_outside;
    Gathered m_noArea;
    Gathered m_tiny;
    Gathered m_duplicate;
    Gathered m_twoClasses;
    Gathered m_extreme;
};

} // namespace

QList<HealthFinding> checkBoxes(const Dataset &dataset, const HealthOptions &options)
{
    BoxCheck check(options);
    for (qsizetype i = 0; i < dataset.imageCount(); ++i)
        check.look(dataset.imageAt(i));
    return check.findings();
}

QList<HealthFinding> checkLabelWidth(const Dataset &dataset, const HealthOptions &options, HealthReport &report)
{
    QList<ImageId> tooFull;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &image = dataset.imageAt(i);
        const int labels = int(image.labels.size());
        report.fullestImage = std::max(report.fullestImage, labels);
        if (kHeader + kPerObject * labels > options.labelWidth)
            tooFull.append(image.info.id);
    }
    report.labelWidth = kHeader + kPerObject * report.fullestImage;
    if (tooFull.isEmpty())
        return {};
    return {{QStringLiteral("label-width"),
             Severity::Problem,
             tooFull.size(),
             Text::tr("%n images have more labels than label_width %1 holds: a training in the cloud stops at the "
                      "first. The fullest has %2 labels; set label_width to %3.",
                      nullptr, int(tooFull.size()))
                 .arg(options.labelWidth)
                 .arg(report.fullestImage)
                 .arg(report.labelWidth),
             tooFull,
             {}}};
}

} // namespace boxwright
