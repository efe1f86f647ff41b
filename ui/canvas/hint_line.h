// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QSettings;

namespace boxwright {

/// One line at the foot of the canvas that says which keys do what now. A hint goes for good after its keys were used
/// three times; how often is kept in the settings. A message (what just happened) goes before hints for some seconds.
class HintLine : public QWidget
{
    Q_OBJECT

public:
    struct Hint
    {
        QString id; ///< names it in the settings
        QString text;
    };

    HintLine(QSettings &settings, QWidget *parent);

    /// The hint that fits now; an empty id for none.
    void setHint(const Hint &hint);
    /// The person did what the hint says.
    void countUse(const QString &id);
    void showMessage(const QString &text);
    [[nodiscard]] QString shownText() const;

    /// Keeps to the foot of its parent.
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void refresh();

    QSettings &m_settings;
    Hint m_hint;
    QString m_message;
    int m_messageTimer = 0;
};

} // namespace boxwright
