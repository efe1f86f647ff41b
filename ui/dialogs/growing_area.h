// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace boxwright {

/// A frameless area in a dialog's layout that wants to be as large as what it holds, as long as the screen has room for
/// the rest of the dialog too; then it scrolls. A dialog that has grown beyond the screen's edge moves back. GUI
/// thread; owned by its dialog.
class GrowingArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `content`, and belongs to the dialog, into whose layout it must be put.
    GrowingArea(QWidget *content, QWidget *dialog);

    [[nodiscard]] QSize sizeHint() const override { return m_wanted.isValid() ? m_wanted : wanted(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] QSize wanted() const;
    [[nodiscard]] int heightOfOthers() const;
    void fit();
    void keepOnScreen();

    QWidget &m_dialog;
    QSize m_wanted; ///< as the layout knows it; invalid before the first request
};

} // namespace boxwright
