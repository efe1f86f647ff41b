// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QPointF>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace boxwright {

/// What a curve or a word of a headline stands for; the theme gives it its colour and line.
enum class ChartRole
{
    Main,     ///< the value that counts
    First,    ///< first part of a sum
    Second,   ///< second part
    Earlier,  ///< an earlier run, dashed
    Earliest, ///< the run before that, dotted
    Plain,    ///< words
    Quiet,    ///< second-rank words
};

/// A card with one chart of curves over epochs. Its headline carries the values in the colours of the curves and so is
/// the legend too. Qt Charts is only set up when the first curve is shown. GUI thread; owned by its page.
class MetricChart : public QFrame
{
    Q_OBJECT

public:
    struct Words
    {
        QString text;
        ChartRole role = ChartRole::Plain;
    };
    struct Curve
    {
        ChartRole role = ChartRole::Main;
        QList<QPointF> points;
    };

    explicit MetricChart(QWidget *parent = nullptr);
    ~MetricChart() override;

    void setHeadline(const QList<Words> &words);
    /// Epochs on the horizontal axis, from 0; at least 1.
    void setEpochs(int epochs);
    /// Upper end of the vertical axis, which starts at 0; 0 fits it to the curves.
    void setTop(double top);
    void setCurves(const QList<Curve> &curves);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Plot;

    void showHeadline();
    void showCurves();

    QVBoxLayout *m_layout = nullptr;
    QLabel *m_headline = nullptr;
    QList<Words> m_words;
    QList<Curve> m_curves;
    int m_epochs = 1;
    double m_top = 0;
    std::unique_ptr<Plot> m_plot; ///< from the first curve on
};

} // namespace boxwright
