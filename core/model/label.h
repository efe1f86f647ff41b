// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/box.h"
#include "core/model/ids.h"

#include <QColor>
#include <QFlags>
#include <QString>

namespace boxwright {

/// A class of objects. The order in which classes are exported is `position`, from 0 without gaps; it changes only
/// when a person changes it.
struct LabelClass
{
    ClassId id = ClassId::None;
    QString name;
    QColor color;
    int hotkey = 0;   ///< digit key: 1..9, 10 for the key 0, 11..20 with Shift; 0 for none
    int position = 0; ///< class index in exports

    bool operator==(const LabelClass &) const = default;
};

enum class LabelFlag : quint8
{
    Difficult = 1,
    Occluded = 2,
    Truncated = 4,
    Crowd = 8,
};
Q_DECLARE_FLAGS(LabelFlags, LabelFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(LabelFlags)

/// Where a label comes from.
enum class Origin : quint8
{
    Person = 0, ///< drawn, or a suggestion that a person changed
    Model = 1,  ///< a suggestion accepted as it was; `originDetail` names the model
    Import = 2, ///< read from a file; `originDetail` names the format
};

/// A box with a class, made or accepted by a person.
struct Label
{
    LabelId id = LabelId::None;
    ClassId classId = ClassId::None;
    Box box;
    LabelFlags flags;
    Origin origin = Origin::Person;
    QString originDetail;
    double confidence = -1; ///< 0..1 where the source gave one, else negative
    QString extra; ///< what a format brought along and we do not understand, as JSON text; kept for the way back

    bool operator==(const Label &) const = default;
};

/// What a model found on an image, shown but not yet accepted. Never exported as a label.
struct Suggestion
{
    SuggestionId id = SuggestionId::None;
    ClassId classId = ClassId::None;
    Box box;
    double confidence = 0; ///< 0..1
    QString model;         ///< name of the run or model that found it

    bool operator==(const Suggestion &) const = default;
};

} // namespace boxwright
