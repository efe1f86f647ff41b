// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of CanvasView.
#include "ui/canvas/canvas_view.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace boxwright {

RenderContext CanvasView::renderContext() const
{
    RenderContext context;
    context.view = m_view;
    context.viewSize = size();
    context.image = m_state.image();
    context.dataset = &m_state.dataset();
    context.selection = m_state.selection();
    context.hovered = m_hovered;
    context.preview = m_drawTool.preview();
    if (!context.preview.newBox)
        context.preview.newBox = m_waitingBox;
    context.preview.movedLabels = m_selectTool.preview().movedLabels;
    context.newBoxClass = m_state.currentClass();
    context.minConfidence = m_state.minConfidence();
    context.tokens = tokensFor(palette());
    context.chipFont = themeFont(12, true);
    return context;
}

void CanvasView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_image.paint(painter, m_view, {size(), devicePixelRatioF(), tokensFor(palette()).surround});
    if (hasImage() && !m_areBoxesHidden)
        paintBoxes(painter, renderContext());
    paintCrosshair(painter);
    paintMessage(painter);
}

/// Guides through the pointer while a box can be begun: they show where its edges will lie.
void CanvasView::paintCrosshair(QPainter &painter)
{
    const bool isWanted = m_isDrawing || (m_hovered.isNothing() && !m_active) || m_active == &m_drawTool;
    if (!m_pointer || !hasImage() || !isWanted || m_isPanning || m_isSpaceDown)
        return;
    const QRectF image =
        m_view.toView(Box{0, 0, m_state.imageSize().width(), m_state.imageSize().height()}) & QRectF(rect());
    if (!image.contains(*m_pointer))
        return;
    const double x = std::floor(m_pointer->x()) + 0.5;
    const double y = std::floor(m_pointer->y()) + 0.5;
    const QLineF lines[] = {{image.left(), y, image.right(), y}, {x, image.top(), x, image.bottom()}};
    painter.setPen(QPen(QColor(0, 0, 0, m_isDrawing ? 130 : 60), 1));
    painter.drawLines(lines, 2);
    QPen light(QColor(255, 255, 255, m_isDrawing ? 200 : 110), 1, Qt::CustomDashLine);
    light.setDashPattern({4, 4});
    painter.setPen(light);
    painter.drawLines(lines, 2);
}

void CanvasView::paintMessage(QPainter &painter)
{
    const bool isBroken = hasImage() == false && m_image.image() && m_image.image()->id == m_state.imageId() &&
                          m_state.imageId() != ImageId::None;
    const QString text = isBroken                             ? m_image.image()->problem
                         : m_state.imageId() == ImageId::None ? m_emptyMessage
                                                              : QString();
    if (text.isEmpty())
        return;
    const Tokens &tokens = tokensFor(palette());
    const QPointF centre(width() / 2.0, height() / 2.0);
    paintIcon(painter, Icon::Image, QRectF(centre.x() - 24, centre.y() - 70, 48, 48), tokens.dim);
    painter.setPen(tokens.isDark ? tokens.dim : tokens.text);
    painter.setFont(themeFont(isBroken ? 13 : 15));
    const QRectF textRect(centre.x() - width() * 0.4, centre.y() - 8, width() * 0.8, height() / 2.0);
    painter.drawText(textRect, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

} // namespace boxwright
