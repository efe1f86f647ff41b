// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recordio_labels.h"

#include "core/formats/recordio_extra.h"
#include "core/mxnet/record_list.h"

namespace boxwright {

namespace {

constexpr qsizetype kBoxValues = 5; ///< class and corners

std::vector<float> tailOf(const FormatLabel &label)
{
    std::vector<float> tail = parseObjectTail(label.extra);
    const bool isDifficult = label.flags.testFlag(LabelFlag::Difficult);
    if (tail.empty() && isDifficult)
        tail.push_back(1);
    // A person may have changed the flag since.
    if (!tail.empty() && (tail[0] != 0) != isDifficult)
        tail[0] = isDifficult ? 1 : 0;
    return tail;
}

} // namespace

FormatLabel toFormatLabel(std::span<const float> object, QSize size)
{
    FormatLabel label;
    label.classIndex = static_cast<int>(object[0]);
    label.box = {shortestDecimal(object[1]) * size.width(), shortestDecimal(object[2]) * size.height(),
                 shortestDecimal(object[3]) * size.width(), shortestDecimal(object[4]) * size.height()};
    const std::span<const float> rest = object.subspan(kBoxValues);
    if (rest.empty())
        return label;
    const std::vector<float> tail(rest.begin(), rest.end());
    label.flags.setFlag(LabelFlag::Difficult, tail[0] != 0);
    if (tail != std::vector<float>{1})
        label.extra = objectTailText(tail);
    return label;
}

qsizetype tailWidth(const FormatLabel &label)
{
    return static_cast<qsizetype>(tailOf(label).size());
}

void appendObject(const FormatLabel &label, QSize size, DetectionLabels &labels)
{
    std::vector<float> object{static_cast<float>(label.classIndex), static_cast<float>(label.box.left / size.width()),
                              static_cast<float>(label.box.top / size.height()),
                              static_cast<float>(label.box.right / size.width()),
                              static_cast<float>(label.box.bottom / size.height())};
    const std::vector<float> tail = tailOf(label);
    object.insert(object.end(), tail.begin(), tail.end());
    object.resize(static_cast<size_t>(labels.objectWidth));
    labels.objects.insert(labels.objects.end(), object.begin(), object.end());
}

} // namespace boxwright
