// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace boxwright {

// The order of classes that a project was exported with last. A class index is all that most files say of a class: a
// model that was trained on the last export would mix up classes that have changed places since.

/// The project's setting that keeps it.
QString classOrderSetting();

/// The names in the setting; empty before the first export.
QStringList classOrderOf(const QString &setting);
/// The setting's text.
QString classOrderText(const QStringList &names);

/// Whether an index that was exported before would mean another class now, or none. New classes at the end change none.
bool changesClassOrder(const QStringList &before, const QStringList &now);

/// "0 cat, 1 dog" for people.
QString numberedClasses(const QStringList &names);

/// Whether these are numbers of classes that nobody has named, as in the answers of a model of the cloud. False for
/// none.
bool areClassNumbers(const QStringList &classes);

/// The names that such numbers have in this order; a number beyond it stays.
QStringList namedByOrder(const QStringList &numbers, const QStringList &order);

} // namespace boxwright
