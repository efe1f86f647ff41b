// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"

#include <memory>
#include <vector>

namespace boxwright {

/// All classes, images, labels and suggestions of a project. A plain value: copying it is cheap (images are shared
/// until one of the copies changes them), so a copy is the immutable snapshot that a worker thread gets.
class Dataset
{
public:
    Dataset() = default;
    /// Images and classes in any order; ids must be unique.
    Dataset(QList<LabelClass> classes, std::vector<ImageRecord> images);

    /// In export order.
    [[nodiscard]] const QList<LabelClass> &classes() const { return m_classes; }
    [[nodiscard]] const LabelClass *labelClass(ClassId id) const;
    [[nodiscard]] const LabelClass *classNamed(const QString &name) const;
    [[nodiscard]] QStringList classNames() const;

    /// Images are ordered by id, that is, in the order in which they came.
    [[nodiscard]] qsizetype imageCount() const { return m_images.size(); }
    [[nodiscard]] const ImageRecord &imageAt(qsizetype index) const { return *m_images[index]; }
    [[nodiscard]] const ImageRecord *image(ImageId id) const;
    /// -1 where there is none.
    [[nodiscard]] qsizetype indexOf(ImageId id) const;

    [[nodiscard]] qint64 labelCount() const;
    /// Labels of each class, in the order of classes().
    [[nodiscard]] QList<qint64> labelCounts() const;

    /// The edits must fit: what is added is not there, what changes or goes is there, equal to `before`.
    void apply(const Change &change);

    /// The highest id in use, 0 for none; the Document counts on from there.
    [[nodiscard]] qint64 highestId() const;

private:
    void applyEdit(const ClassEdit &edit);
    void applyEdit(const ImageEdit &edit);
    void applyEdit(const LabelEdit &edit);
    void applyEdit(const SuggestionEdit &edit);
    ImageRecord &detachedImage(ImageId id);

    QList<LabelClass> m_classes;
    QList<std::shared_ptr<ImageRecord>> m_images; ///< shared by copies of the data set: written to by detachedImage()
};

} // namespace boxwright
