// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/split_balance.h"

#include <algorithm>

namespace boxwright {

SplitBalance::SplitBalance(const std::array<double, 3> &shares, qint64 images, qsizetype classes)
    : m_shares(shares)
    , m_images(static_cast<double>(images))
    , m_classes(classes)
    , m_totals(classes, 0)
    , m_takenLabels(classes)
{
}

void SplitBalance::add(const Group &group)
{
    m_groups.append(group);
    for (qsizetype i = 0; i < m_classes; ++i)
        m_totals[i] += static_cast<double>(group.labels[i]);
}

void SplitBalance::take(qsizetype group, int split)
{
    m_taken[split] += static_cast<double>(m_groups[group].images);
    for (qsizetype i = 0; i < m_classes; ++i)
        m_takenLabels[i][split] += static_cast<double>(m_groups[group].labels[i]);
}

/// What the split lacks: of images where byClass < 0, else of labels of that class.
double SplitBalance::need(int split, qsizetype byClass) const
{
    if (byClass < 0)
        return m_shares[split] * m_images - m_taken[split];
    return m_shares[split] * m_totals[byClass] - m_takenLabels[byClass][split];
}

int SplitBalance::neediest(qsizetype byClass) const
{
    int best = -1;
    for (int split = 0; split < 3; ++split) {
        if (m_shares[split] <= 0)
            continue;
        const auto isBetter = [&] {
            const double mine = need(split, byClass);
            const double theirs = need(best, byClass);
            if (mine != theirs)
                return mine > theirs;
            return need(split, -1) > need(best, -1);
        };
        if (best < 0 || isBetter())
            best = split;
    }
    return best;
}

/// The class with the fewest labels that nobody has given out: it has the least choice, so it comes first. -1: none.
static qsizetype rarestOpenClass(const QList<qint64> &open)
{
    qsizetype rarest = -1;
    for (qsizetype i = 0; i < open.size(); ++i) {
        if (open[i] > 0 && (rarest < 0 || open[i] < open[rarest]))
            rarest = i;
    }
    return rarest;
}

void SplitBalance::distribute(QList<qsizetype> order, const std::function<void(qsizetype, int)> &assign)
{
    QList<qint64> open(m_classes, 0);
    for (const qsizetype group : std::as_const(order)) {
        for (qsizetype i = 0; i < m_classes; ++i)
            open[i] += m_groups[group].labels[i];
    }
    // Large groups first: small ones even out what those leave.
    std::stable_sort(order.begin(), order.end(),
                     [this](qsizetype a, qsizetype b) { return m_groups[a].images > m_groups[b].images; });
    while (!order.isEmpty()) {
        const qsizetype rarest = rarestOpenClass(open);
        QList<qsizetype> rest;
        for (const qsizetype group : std::as_const(order)) {
            if (rarest >= 0 && m_groups[group].labels[rarest] == 0) {
                rest.append(group);
                continue;
            }
            const int split = neediest(rarest);
            take(group, split);
            assign(group, split);
            for (qsizetype i = 0; i < m_classes; ++i)
                open[i] -= m_groups[group].labels[i];
        }
        order = rest;
    }
}

} // namespace boxwright
