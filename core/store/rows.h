// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/image_record.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace boxwright {

// The tables of a project file, and how the values of the model become rows and come back. The only place that knows
// the columns. Whatever a row holds, reading it is safe: a value that cannot be is replaced or the row is left out, and
// a note says so.

/// A table and its columns in the order of toRow() and of the readers; the first is the id.
struct TableColumns
{
    QString name;
    QStringList columns; ///< each with its SQL type behind a space

    [[nodiscard]] QString definition() const;
    [[nodiscard]] QString select() const;
    [[nodiscard]] QString upsert() const;
    [[nodiscard]] QString remove() const;
};

const TableColumns &classTable();
const TableColumns &imageTable();
const TableColumns &labelTable();
const TableColumns &suggestionTable();
/// Key and value: "next_id", and settings under "setting/KEY".
const TableColumns &metaTable();

/// The statements that make them all.
QStringList tableDefinitions();

QVariantList toRow(const LabelClass &labelClass);
QVariantList toRow(const ImageInfo &image);
QVariantList toRow(ImageId image, const Label &label);
QVariantList toRow(ImageId image, const Suggestion &suggestion);

/// A label or suggestion with the image that its row names.
template<class T>
struct OnImage
{
    ImageId image = ImageId::None;
    T value;
};

std::optional<LabelClass> readClass(const QSqlQuery &row, QStringList &notes);
std::optional<ImageInfo> readImage(const QSqlQuery &row, QStringList &notes);
std::optional<OnImage<Label>> readLabel(const QSqlQuery &row, QStringList &notes);
std::optional<OnImage<Suggestion>> readSuggestion(const QSqlQuery &row, QStringList &notes);

} // namespace boxwright
