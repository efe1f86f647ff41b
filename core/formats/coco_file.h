// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/mapped_file.h"

#include <functional>
#include <span>
#include <vector>

namespace boxwright {

/// A COCO file (https://cocodataset.org/#format-data), looked through once and kept as places in the text: an image
/// costs 8 bytes and an annotation 8 more, whatever they hold. The lists may come in any order; ids may be any numbers
/// or texts. Views point into the file, which lives as long as this.
class CocoFile
{
public:
    /// Asked now and then while the file is looked through; an error ends it.
    using Going = std::function<Result<>()>;

    /// A row of "categories".
    struct Category
    {
        QByteArrayView id; ///< raw
        QString name;      ///< unique in the file
        QByteArrayView raw;
    };

    /// Fails with a message that names file and place: broken JSON, no list of images, or COCO of a kind without boxes
    /// (captions, panoptic).
    static Result<CocoFile> open(const QString &path, const Going &going = {});

    /// Whether the text begins as COCO with images does. Looks at no more than it must.
    static bool recognizes(QByteArrayView text);

    [[nodiscard]] const std::vector<Category> &categories() const { return m_categories; }
    /// Raw; empty where the file has none.
    [[nodiscard]] QByteArrayView categoryList() const { return m_categoryList; }
    [[nodiscard]] QByteArrayView info() const { return m_info; }
    [[nodiscard]] QByteArrayView licenses() const { return m_licenses; }

    [[nodiscard]] qsizetype imageCount() const { return static_cast<qsizetype>(m_images.size()); }
    [[nodiscard]] QByteArrayView image(qsizetype index) const { return valueAt(m_images[index]); }
    /// Places of the image's annotations, in file order.
    [[nodiscard]] std::span<const qsizetype> annotationsOf(qsizetype index) const;
    [[nodiscard]] QByteArrayView valueAt(qsizetype place) const { return m_file.text().sliced(place); }
    /// Annotations whose image is not in the file.
    [[nodiscard]] qint64 orphans() const { return m_orphans; }

private:
    explicit CocoFile(MappedFile file);

    struct Index;
    Result<> build(const QString &name, const Going &going);
    void readCategories(QByteArrayView list);
    void group(Index &index);

    MappedFile m_file;
    std::vector<Category> m_categories;
    QByteArrayView m_categoryList;
    QByteArrayView m_info;
    QByteArrayView m_licenses;
    std::vector<qsizetype> m_images;      ///< places
    std::vector<qsizetype> m_annotations; ///< places, those of one image together
    std::vector<qsizetype> m_starts;      ///< image -> first of its annotations; one more at the end
    qint64 m_orphans = 0;
};

/// An id as it is compared: 7 and 7.0 are one.
QByteArrayView cocoId(QByteArrayView raw);

} // namespace boxwright
