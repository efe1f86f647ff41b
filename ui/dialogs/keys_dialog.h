// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"

#include <QDialog>

namespace boxwright {

/// The sheet of all keys, by group.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const QList<Actions::KeyRow> &rows, QWidget *parent);
};

} // namespace boxwright
