// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/hyperparameters.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;

namespace boxwright {

/// Every hyperparameter with what it does, checked while it is typed. Base network, start and counts are not here: the
/// Train page and the data set say them. Modal; owned by its caller.
class HyperparametersDialog : public QDialog
{
    Q_OBJECT

public:
    /// Shows `values`; "Reset" goes back to `preset`.
    HyperparametersDialog(const Hyperparameters &values, const Hyperparameters &preset, QWidget *parent = nullptr);

    /// What differs from the preset, by name.
    [[nodiscard]] QMap<QString, QString> changedValues() const;

private:
    void addRow(QGridLayout &grid, const QString &name, const QString &label, const QString &explanation);
    QWidget *makeEditor(const QString &name);
    [[nodiscard]] QString valueOf(const QString &name) const;
    void showValues(const QMap<QString, QString> &values);
    void check();

    Hyperparameters m_presetValues;
    QMap<QString, QString> m_preset;
    QMap<QString, QWidget *> m_editors; ///< by name of the hyperparameter
    QLabel *m_problem = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace boxwright
