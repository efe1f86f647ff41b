// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/health_report.h"

#include <QMap>

#include <algorithm>

namespace boxwright {

QList<LabelFix> HealthReport::fixes() const
{
    QMap<LabelId, LabelFix> byLabel;
    for (const HealthFinding &finding : findings) {
        for (const LabelFix &fix : finding.fixes) {
            const auto known = byLabel.find(fix.label);
            if (known == byLabel.end())
                byLabel.insert(fix.label, fix);
            else if (!fix.box)
                known->box.reset();
        }
    }
    return byLabel.values();
}

const HealthFinding *HealthReport::finding(const QString &kind) const
{
    const auto at = std::find_if(findings.begin(), findings.end(),
                                 [&kind](const HealthFinding &finding) { return finding.kind == kind; });
    return at != findings.end() ? &*at : nullptr;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Problem:
        return QStringLiteral("problem");
    case Severity::Warning:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("hint");
    }
}

} // namespace boxwright
