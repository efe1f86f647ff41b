// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_entry.h"

#include <QCoreApplication>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageEntry)
};

} // namespace

Result<> deliverEntry(ImageEntry entry, const QString &file, const ImageLocator &locator, Reading &reading)
{
    for (const FormatNote &problem : entry.problems)
        reading.note(problem.kind, Text::tr("%1: %2", "place, what is wrong there").arg(file, problem.text));
    FormatImage &image = entry.image;
    image.path = locator.locate(image.source);
    if (image.path.isEmpty())
        reading.noteMissingImage(file, image.source);
    for (NamedLabel &item : entry.labels) {
        item.label.classIndex = reading.classes().indexOf(item.name);
        image.labels.push_back(std::move(item.label));
    }
    if (!image.labels.empty())
        image.state = ReviewState::Reviewed;
    return reading.deliver(std::move(image));
}

Result<> notJson(const QString &file, QByteArrayView text, qsizetype position)
{
    const auto line = std::count(text.begin(), text.begin() + position, '\n') + 1;
    return failure(Text::tr("%1, line %2: this is not valid JSON").arg(file).arg(line));
}

} // namespace boxwright
