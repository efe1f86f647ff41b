// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace boxwright {

/// A choice with a title and one line that says what it costs and gives; the chosen one wears the accent.
/// text() is the title. Checkable; put it into a QButtonGroup.
class PresetCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PresetCard(const QString &title, QWidget *parent = nullptr);

    void setDetail(const QString &detail);
    [[nodiscard]] QString detail() const { return m_detail; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_detail;
};

} // namespace boxwright
