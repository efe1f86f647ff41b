// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/metric_chart.h"

#include "ui/theme/theme.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLineSeries>
#include <QPen>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr int kPlotHeight = 180;
constexpr int kTicks = 5;
constexpr double kLineWidth = 2;

QColor colorOf(ChartRole role, const Tokens &tokens)
{
    switch (role) {
    case ChartRole::Main:
        return tokens.accent;
    case ChartRole::First:
        return tokens.warn;
    case ChartRole::Second:
        return tokens.ok;
    case ChartRole::Plain:
        return tokens.text;
    case ChartRole::Earlier:
    case ChartRole::Earliest:
    case ChartRole::Quiet:
        break;
    }
    return tokens.dim;
}

QPen penOf(ChartRole role, const Tokens &tokens)
{
    QPen pen(colorOf(role, tokens), kLineWidth);
    if (role == ChartRole::Earlier)
        pen.setStyle(Qt::DashLine);
    else if (role == ChartRole::Earliest)
        pen.setStyle(Qt::DotLine);
    return pen;
}

/// The next of 1, 2, 5, 10, 20, ... (times a power of ten) that is not below.
double roundedUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

} // namespace

/// The part that Qt Charts draws. Its view is a child of the card.
class MetricChart::Plot
{
public:
    explicit Plot(QWidget &card)
        : m_view(new QChartView(&card))
    {
        m_chart = m_view->chart();
        m_chart->setBackgroundVisible(false);
        m_chart->setMargins({});
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
        m_chart->legend()->hide();
        m_x = new QValueAxis(m_chart);
        m_y = new QValueAxis(m_chart);
        m_x->setLabelFormat(QStringLiteral("%d"));
        m_x->setGridLineVisible(false);
        m_y->setTickCount(kTicks);
        m_y->setLineVisible(false);
        m_chart->addAxis(m_x, Qt::AlignBottom);
        m_chart->addAxis(m_y, Qt::AlignRight);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->setRenderHint(QPainter::Antialiasing);
        m_view->setMinimumHeight(kPlotHeight);
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->setBackgroundBrush(Qt::NoBrush);
        m_view->viewport()->setAutoFillBackground(false);
        m_view->setStyleSheet(QStringLiteral("background: transparent"));
    }

    [[nodiscard]] QWidget *widget() const { return m_view; }

    void show(const QList<Curve> &curves, int epochs, double top, const Tokens &tokens)
    {
        while (m_series.size() < curves.size())
            m_series << addSeries();
        double highest = 0;
        for (qsizetype i = 0; i < m_series.size(); ++i) {
            const Curve curve = curves.value(i);
            m_series[i]->replace(curve.points);
            m_series[i]->setPen(penOf(curve.role, tokens));
            for (const QPointF &point : curve.points)
                highest = std::max(highest, point.y());
        }
        const double end = top > 0 ? top : roundedUp(highest);
        m_y->setRange(0, end);
        m_y->setLabelFormat(end >= 20 ? QStringLiteral("%.0f") : QStringLiteral("%.2f"));
        m_x->setRange(0, epochs);
        const int every = std::max(1, int(roundedUp(epochs / 8.0)));
        m_x->setTickType(QValueAxis::TicksDynamic);
        m_x->setTickAnchor(0);
        m_x->setTickInterval(every);
        dress(tokens);
    }

private:
    QLineSeries *addSeries()
    {
        auto *series = new QLineSeries(m_chart);
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        return series;
    }

    void dress(const Tokens &tokens)
    {
        for (QValueAxis *axis : {m_x, m_y}) {
            axis->setLabelsFont(themeFont(11));
            axis->setLabelsColor(tokens.dim);
            axis->setGridLineColor(tokens.border);
            axis->setLinePenColor(tokens.border);
        }
    }

    QChartView *m_view = nullptr;
    QChart *m_chart = nullptr;
    QValueAxis *m_x = nullptr;
    QValueAxis *m_y = nullptr;
    QList<QLineSeries *> m_series;
};

MetricChart::MetricChart(QWidget *parent)
    : QFrame(parent)
{
    setKind(*this, "card");
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(16, 12, 12, 8);
    m_headline = new QLabel(this);
    m_headline->setTextFormat(Qt::RichText);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_layout->addWidget(m_headline);
    m_layout->addStretch();
}

MetricChart::~MetricChart() = default;

void MetricChart::setHeadline(const QList<Words> &words)
{
    m_words = words;
    showHeadline();
}

void MetricChart::setEpochs(int epochs)
{
    m_epochs = std::max(1, epochs);
}

void MetricChart::setTop(double top)
{
    m_top = top;
}

void MetricChart::setCurves(const QList<Curve> &curves)
{
    m_curves = curves;
    showCurves();
}

void MetricChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    const bool isColors = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (!isColors)
        return;
    showHeadline();
    if (m_plot)
        showCurves();
}

void MetricChart::showHeadline()
{
    const Tokens &tokens = tokensFor(palette());
    QString html;
    for (const Words &words : std::as_const(m_words)) {
        const bool isQuiet = words.role == ChartRole::Quiet;
        html += QStringLiteral("<span style=\"color:%1;font-weight:%2\">%3</span> ")
                    .arg(colorOf(words.role, tokens).name(), isQuiet ? QStringLiteral("400") : QStringLiteral("600"),
                         words.text.toHtmlEscaped());
    }
    m_headline->setText(html);
}

void MetricChart::showCurves()
{
    if (!m_plot) {
        m_plot = std::make_unique<Plot>(*this);
        std::unique_ptr<QLayoutItem> stretch(m_layout->takeAt(1)); // it kept the place
        m_layout->addWidget(m_plot->widget(), 1);
    }
    m_plot->show(m_curves, m_epochs, m_top, tokensFor(palette()));
}

} // namespace boxwright
