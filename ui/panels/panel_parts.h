// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QListView;
class QWidget;

namespace boxwright {

/// The heading line of a side panel, with a widget at its right end (may be null).
QWidget *makePanelHeading(const QString &text, QWidget *trailing, QWidget *parent);

/// Dim text that says what belongs into an empty panel and how it comes there.
QLabel *makeTeachingLabel(const QString &text, QWidget *parent);

/// How every list of the side panels behaves: no frame, uniform rows, hover, no search by typing (keys have other
/// work).
void prepareList(QListView &list);

/// A hairline between two parts.
QWidget *makeLine(QWidget *parent);

} // namespace boxwright
