// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dataset.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <atomic>

namespace boxwright {

namespace {

template<class Item>
void editList(QList<Item> &items, const std::optional<Item> &before, const std::optional<Item> &after)
{
    const auto id = before ? before->id : after->id;
    const auto at = std::lower_bound(items.begin(), items.end(), id,
                                     [](const Item &item, auto wanted) { return item.id < wanted; });
    [[maybe_unused]] const bool there = at != items.end() && at->id == id;
    Q_ASSERT(there == before.has_value());
    if (before && after)
        *at = *after;
    else if (before)
        items.erase(at);
    else
        items.insert(at, *after);
}

void insertById(QList<std::shared_ptr<ImageRecord>> &images, QList<std::shared_ptr<ImageRecord>> coming)
{
    const auto byId = [](const auto &a, const auto &b) { return a->info.id < b->info.id; };
    std::sort(coming.begin(), coming.end(), byId);
    const qsizetype before = images.size();
    images.append(std::move(coming));
    const auto seam = images.begin() + before;
    if (before > 0 && seam != images.end() && byId(*seam, *(seam - 1)))
        std::inplace_merge(images.begin(), seam, images.end(), byId);
}

} // namespace

Dataset::Dataset(QList<LabelClass> classes, std::vector<ImageRecord> images)
    : m_classes(std::move(classes))
{
    const auto byId = [](const auto &a, const auto &b) { return a.id < b.id; };
    std::sort(m_classes.begin(), m_classes.end(),
              [](const LabelClass &a, const LabelClass &b) { return a.position < b.position; });
    m_images.reserve(static_cast<qsizetype>(images.size()));
    for (ImageRecord &image : images) {
        if (!std::is_sorted(image.labels.cbegin(), image.labels.cend(), byId))
            std::sort(image.labels.begin(), image.labels.end(), byId);
        if (!std::is_sorted(image.suggestions.cbegin(), image.suggestions.cend(), byId))
            std::sort(image.suggestions.begin(), image.suggestions.end(), byId);
        m_images.append(std::make_shared<ImageRecord>(std::move(image)));
    }
    const auto byImageId = [](const auto &a, const auto &b) { return a->info.id < b->info.id; };
    if (!std::is_sorted(m_images.cbegin(), m_images.cend(), byImageId))
        std::sort(m_images.begin(), m_images.end(), byImageId);
}

const LabelClass *Dataset::labelClass(ClassId id) const
{
    const auto at =
        std::find_if(m_classes.begin(), m_classes.end(), [id](const LabelClass &item) { return item.id == id; });
    return at != m_classes.end() ? &*at : nullptr;
}

const LabelClass *Dataset::classNamed(const QString &name) const
{
    const auto at =
        std::find_if(m_classes.begin(), m_classes.end(), [&name](const LabelClass &item) { return item.name == name; });
    return at != m_classes.end() ? &*at : nullptr;
}

QStringList Dataset::classNames() const
{
    QStringList names;
    for (const LabelClass &item : m_classes)
        names.append(item.name);
    return names;
}

const ImageRecord *Dataset::image(ImageId id) const
{
    const qsizetype index = indexOf(id);
    return index >= 0 ? m_images[index].get() : nullptr;
}

qsizetype Dataset::indexOf(ImageId id) const
{
    const auto at = std::lower_bound(m_images.begin(), m_images.end(), id,
                                     [](const auto &image, ImageId wanted) { return image->info.id < wanted; });
    return at != m_images.end() && (*at)->info.id == id ? at - m_images.begin() : -1;
}

qint64 Dataset::labelCount() const
{
    qint64 count = 0;
    for (const auto &image : m_images)
        count += image->labels.size();
    return count;
}

QList<qint64> Dataset::labelCounts() const
{
    QHash<ClassId, qsizetype> places;
    for (qsizetype i = 0; i < m_classes.size(); ++i)
        places.insert(m_classes[i].id, i);
    QList<qint64> counts(m_classes.size(), 0);
    for (const auto &image : m_images) {
        for (const Label &label : image->labels) {
            const auto place = places.constFind(label.classId);
            if (place != places.cend())
                ++counts[*place];
        }
    }
    return counts;
}

void Dataset::apply(const Change &change)
{
    // Images come before and go after everything else, each group at once: one by one a large change would move the
    // list for every image. No command lets an image come and go in one change.
    QList<std::shared_ptr<ImageRecord>> coming;
    QSet<ImageId> going;
    for (const Edit &edit : change.edits) {
        const auto *image = std::get_if<ImageEdit>(&edit);
        if (image && !image->before)
            coming.append(std::make_shared<ImageRecord>(ImageRecord{*image->after, {}, {}}));
        else if (image && !image->after)
            going.insert(image->before->id);
    }
    insertById(m_images, std::move(coming));
    for (const Edit &edit : change.edits)
        std::visit([this](const auto &value) { applyEdit(value); }, edit);
    if (!going.isEmpty())
        m_images.removeIf([&going](const auto &image) { return going.contains(image->info.id); });
}

qint64 Dataset::highestId() const
{
    qint64 highest = 0;
    for (const LabelClass &item : m_classes)
        highest = std::max(highest, toNumber(item.id));
    for (const auto &image : m_images) {
        highest = std::max(highest, toNumber(image->info.id));
        if (!image->labels.isEmpty())
            highest = std::max(highest, toNumber(image->labels.back().id));
        if (!image->suggestions.isEmpty())
            highest = std::max(highest, toNumber(image->suggestions.back().id));
    }
    return highest;
}

void Dataset::applyEdit(const ClassEdit &edit)
{
    const ClassId id = edit.before ? edit.before->id : edit.after->id;
    m_classes.removeIf([id](const LabelClass &item) { return item.id == id; });
    if (!edit.after)
        return;
    const auto at = std::upper_bound(m_classes.begin(), m_classes.end(), *edit.after,
                                     [](const LabelClass &a, const LabelClass &b) { return a.position < b.position; });
    m_classes.insert(at, *edit.after);
}

void Dataset::applyEdit(const ImageEdit &edit)
{
    if (edit.before && edit.after)
        detachedImage(edit.after->id).info = *edit.after;
}

void Dataset::applyEdit(const LabelEdit &edit)
{
    editList(detachedImage(edit.image).labels, edit.before, edit.after);
}

void Dataset::applyEdit(const SuggestionEdit &edit)
{
    editList(detachedImage(edit.image).suggestions, edit.before, edit.after);
}

ImageRecord &Dataset::detachedImage(ImageId id)
{
    const qsizetype index = indexOf(id);
    Q_ASSERT(index >= 0);
    // After the list is this data set's own, a record that nobody else holds belongs to it alone, because a copy takes
    // hold of every record.
    std::shared_ptr<ImageRecord> &record = m_images[index];
    if (record.use_count() > 1)
        record = std::make_shared<ImageRecord>(*record);
    else
        std::atomic_thread_fence(std::memory_order_acquire); // the last reader let go: after its reads
    return *record;
}

} // namespace boxwright
