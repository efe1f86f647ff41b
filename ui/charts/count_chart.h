// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/charts/chart_painting.h"

#include <QFrame>

namespace boxwright {

/// A card with one chart of counts. Its menu (right click, or the menu key) saves it as a picture. GUI thread; owned by
/// its page.
class CountChart : public QFrame
{
    Q_OBJECT

public:
    explicit CountChart(QWidget *parent = nullptr);

    void setContent(const ChartContent &content);
    [[nodiscard]] const ChartContent &content() const { return m_content; }

    /// PNG or SVG by the name's ending, in the light colours, for paper.
    [[nodiscard]] Result<> savePicture(const QString &path) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void askAndSave();

    ChartContent m_content;
};

} // namespace boxwright
