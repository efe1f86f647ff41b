// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/label.h"

#include <QList>
#include <QSize>

namespace boxwright {

enum class Split : quint8
{
    None = 0,
    Train = 1,
    Validation = 2,
    Test = 3
};

/// What a person has said about an image.
enum class ReviewState : quint8
{
    NotYet = 0,   ///< nobody has looked, or nobody has finished
    Reviewed = 1, ///< every object has its label
    Empty = 2,    ///< looked at: there is nothing
};

/// An image without its labels.
struct ImageInfo
{
    ImageId id = ImageId::None;
    QString path; ///< '/' separated; relative to the project's folder where the file lies below it, else absolute
    QSize size;   ///< as a person sees it (orientation applied); invalid while nobody has read the header
    int orientation = 1; ///< EXIF 1..8
    Split split = Split::None;
    ReviewState state = ReviewState::NotYet;
    QString problem; ///< why the image cannot be shown, translated; empty when it can
    QString extra;   ///< as Label::extra, for the image's own entry

    bool operator==(const ImageInfo &) const = default;
};

/// An image with its labels and suggestions, each list ordered by id.
struct ImageRecord
{
    ImageInfo info;
    QList<Label> labels;
    QList<Suggestion> suggestions;

    [[nodiscard]] const Label *label(LabelId id) const;
    [[nodiscard]] const Suggestion *suggestion(SuggestionId id) const;
};

} // namespace boxwright
