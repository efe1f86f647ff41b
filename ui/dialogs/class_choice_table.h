// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/class_choice.h"

#include <QTableWidget>

namespace boxwright {

/// Which classes are exported and under what names: a row for each, with a mark and a name that can be changed. Classes
/// under one name are merged. GUI thread; owned by the form.
class ClassChoiceTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit ClassChoiceTable(const QStringList &classes, QWidget *parent = nullptr);

    /// Plain where nothing was changed.
    [[nodiscard]] ClassChoice choice() const;

Q_SIGNALS:
    void changed();

private:
    const QStringList m_classes;
};

} // namespace boxwright
