// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/set_review_state.h"

#include "core/edit/commands/label_selection.h"
#include "core/edit/document.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

QString stepName(ReviewState state)
{
    switch (state) {
    case ReviewState::Reviewed:
        return QCoreApplication::translate("Command", "Mark as reviewed");
    case ReviewState::Empty:
        return QCoreApplication::translate("Command", "Mark as empty");
    case ReviewState::NotYet:
        break;
    }
    return QCoreApplication::translate("Command", "Mark as not yet reviewed");
}

} // namespace

SetReviewState::SetReviewState(Document &document, QList<ImageId> images, ReviewState state)
    : Command(document, stepName(state))
    , m_images(std::move(images))
    , m_state(state)
{
}

Change SetReviewState::makeChange()
{
    return alteredImages(document().dataset(), m_images, [this](const ImageRecord &image, ImageInfo &info) {
        if (m_state != ReviewState::Empty || image.labels.isEmpty())
            info.state = m_state;
    });
}

} // namespace boxwright
