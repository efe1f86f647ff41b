// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <array>
#include <functional>

namespace boxwright {

/// Decides group by group which split needs it most. Lives in one planSplit().
class SplitBalance
{
public:
    struct Group
    {
        qint64 images = 0;
        QList<qint64> labels; ///< by class
    };

    /// `classes` = 0: only images are counted.
    SplitBalance(const std::array<double, 3> &shares, qint64 images, qsizetype classes);

    /// Every group once, before any is taken.
    void add(const Group &group);
    /// The group is in that split (0 train, 1 validation, 2 test).
    void take(qsizetype group, int split);
    /// Gives each of the groups to a split, in an order of its own where classes are counted.
    void distribute(QList<qsizetype> order, const std::function<void(qsizetype group, int split)> &assign);

private:
    [[nodiscard]] int neediest(qsizetype byClass) const;
    [[nodiscard]] double need(int split, qsizetype byClass) const;

    std::array<double, 3> m_shares;
    double m_images = 0; ///< of the whole data set
    qsizetype m_classes;
    QList<Group> m_groups;
    QList<double> m_totals;          ///< labels of each class in the whole data set
    std::array<double, 3> m_taken{}; ///< images of each split
    QList<std::array<double, 3>> m_takenLabels;
};

} // namespace boxwright
