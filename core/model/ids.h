// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace boxwright {

/// Ids are given once by the Document, rise, and are never used again; 0 is no id.
/// They are types of their own so that one cannot stand where another is meant.
enum class ImageId : qint64
{
    None = 0
};
enum class LabelId : qint64
{
    None = 0
};
enum class ClassId : qint64
{
    None = 0
};
enum class SuggestionId : qint64
{
    None = 0
};

template<class Id>
constexpr qint64 toNumber(Id id)
{
    return static_cast<qint64>(id);
}

} // namespace boxwright
