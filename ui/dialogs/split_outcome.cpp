// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/split_outcome.h"

#include "core/edit/commands/assign_splits.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace boxwright {

namespace {

constexpr qsizetype kMostClasses = 8; ///< lines of the outcome

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SplitOutcome)
};

QString countsText(const QString &name, const std::array<qint64, 3> &counts)
{
    return Text::tr("%1: %2 training, %3 validation, %4 test").arg(name).arg(counts[0]).arg(counts[1]).arg(counts[2]);
}

} // namespace

QString splitOutcomeText(const SplitPlan &plan, const Dataset &dataset)
{
    QStringList lines{countsText(Text::tr("Images"), plan.images)};
    const qsizetype shown = std::min(kMostClasses, dataset.classes().size());
    for (qsizetype i = 0; i < shown; ++i)
        lines << countsText(dataset.classes()[i].name, plan.labels.value(i));
    if (shown < dataset.classes().size())
        lines << QStringLiteral("...");
    return lines.join(QLatin1Char('\n'));
}

void carryOut(const SplitPlan &plan, Document &document, QDialog &dialog)
{
    QObject::disconnect(&document, nullptr, &dialog, nullptr);
    document.push(std::make_unique<AssignSplits>(document, plan.splits));
    dialog.accept();
}

} // namespace boxwright
