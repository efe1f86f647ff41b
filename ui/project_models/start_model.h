// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace boxwright {

/// A model that a training can go on from.
struct StartModel
{
    QString name;
    QString path; ///< of its folder or archive
    QString baseNetwork;
    double bestMap = -1;
    int imageShape = 0;
    QStringList classes; ///< numbers where nobody has named them
};

} // namespace boxwright
