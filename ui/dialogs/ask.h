// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QString>

class QWidget;

namespace boxwright {

/// The one door to message boxes, file and colour dialogs: every question and every complaint of the window goes
/// through here. All of them block until the person has answered; all return an empty value where the person gave up.

/// Says what went wrong; the detail is one click away.
void tellError(QWidget *parent, const Error &error);
void tellInformation(QWidget *parent, const QString &text);

/// A question with the verb on the button that does it. `text` says what will happen.
bool askToGoOn(QWidget *parent, const QString &text, const QString &verb);

QString askFolder(QWidget *parent, const QString &title, const QString &start = {});
/// `filter` as QFileDialog's ("Boxwright project (*.boxwright)").
QString askOpenFile(QWidget *parent, const QString &title, const QString &start, const QString &filter);
QString askSaveFile(QWidget *parent, const QString &title, const QString &start, const QString &filter);

/// An invalid colour where the person gave up.
QColor askColor(QWidget *parent, const QString &title, const QColor &start);

} // namespace boxwright
