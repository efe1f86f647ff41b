// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/health_report.h"

#include <QAbstractListModel>

namespace boxwright {

/// The findings of a check as rows. GUI thread; owned by the page.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        SeverityRole = Qt::UserRole, ///< int(Severity)
        CountRole,                   ///< qint64
    };

    using QAbstractListModel::QAbstractListModel;

    void setReport(const HealthReport &report);
    [[nodiscard]] const HealthReport &report() const { return m_report; }
    /// nullptr outside the rows.
    [[nodiscard]] const HealthFinding *finding(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    HealthReport m_report;
};

/// A few words for a kind of finding ("Boxes outside the image"); the kind itself where it is not known.
QString findingTitle(const QString &kind);

} // namespace boxwright
