// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/commands/alter_labels.h"
#include "core/model/ids.h"

#include <QList>
#include <QString>

namespace boxwright {

/// How much a finding matters.
enum class Severity : quint8
{
    Problem, ///< a training or an export fails or learns something wrong
    Warning, ///< a person should look
    Hint,    ///< worth knowing
};

/// Something about a data set that a person should know.
struct HealthFinding
{
    QString kind; ///< "box-outside"; never translated, the same in every version
    Severity severity = Severity::Warning;
    qint64 count = 0;      ///< of boxes, images or classes, by kind
    QString text;          ///< translated, whole sentences: what was found, what follows, what to do
    QList<ImageId> images; ///< each once, rising, but those that are alike one after another; empty: none is meant
    QList<LabelFix> fixes; ///< what cures it without losing anything; empty where a person must decide
};

/// What was found, the worst first.
struct HealthReport
{
    QList<HealthFinding> findings;
    int fullestImage = 0;      ///< most labels on one image
    int labelWidth = 0;        ///< the least label_width that holds them
    qint64 imagesLookedAt = 0; ///< files that were opened

    /// All fixes together, each label once; a label that goes needs no other box.
    [[nodiscard]] QList<LabelFix> fixes() const;
    [[nodiscard]] const HealthFinding *finding(const QString &kind) const;
};

/// "problem", "warning", "hint"; never translated.
QString severityWord(Severity severity);

} // namespace boxwright
