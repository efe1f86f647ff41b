// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr double kFitMargin = 12;    // view pixels around a fitted image
constexpr double kGrip = 6;          // view pixels around an edge that still grab it
constexpr double kDragThreshold = 3; // view pixels that a hand trembles
constexpr double kWheelStep = 1.2;   // zoom of one notch
constexpr double kBoxShare = 0.4;    // of the view that a box takes that is zoomed to
constexpr double kMostBoxZoom = 12;  // a tiny box is not blown up beyond recognition

Qt::CursorShape cursorOf(Handle handle)
{
    switch (handle) {
    case Handle::Left:
    case Handle::Right:
        return Qt::SizeHorCursor;
    case Handle::Top:
    case Handle::Bottom:
        return Qt::SizeVerCursor;
    case Handle::TopLeft:
    case Handle::BottomRight:
        return Qt::SizeFDiagCursor;
    case Handle::TopRight:
    case Handle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Handle::None:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace

CanvasView::CanvasView(LabelState &state, ToolHost &host, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_drawTool(host)
    , m_selectTool(host)
{
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Image with its boxes"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 160);
    connect(&state, &LabelState::imageChanged, this, &CanvasView::onImageChanged);
    const auto repaint = [this] { update(); };
    connect(&state, &LabelState::selectionChanged, this, repaint);
    connect(&state, &LabelState::contentChanged, this, repaint);
    connect(&state, &LabelState::minConfidenceChanged, this, repaint);
    connect(&state, &LabelState::currentClassChanged, this, repaint);
}

void CanvasView::onImageChanged()
{
    m_drawTool.cancel();
    m_selectTool.cancel();
    m_active = nullptr;
    m_hovered = {};
    m_waitingBox.reset();
    setDrawing(false);
    if (m_state.imageId() == ImageId::None)
        m_image.setImage(nullptr);
    update();
    Q_EMIT previewChanged();
}

void CanvasView::setLoaded(const std::shared_ptr<const LoadedImage> &image)
{
    const QSizeF before = m_state.imageSize().isEmpty() ? m_keptSize : m_state.imageSize();
    m_image.setImage(image);
    m_state.setImageSize(image ? QSizeF(image->size()) : QSizeF());
    if (!m_isViewKept || before != m_state.imageSize())
        fit();
    m_keptSize = m_state.imageSize();
    update();
}

void CanvasView::setEmptyMessage(const QString &text)
{
    m_emptyMessage = text;
    update();
}

void CanvasView::setWaitingBox(const std::optional<Box> &box)
{
    m_waitingBox = box;
    update();
}

bool CanvasView::hasImage() const
{
    return m_image.image() && !m_image.image()->levels.empty() && m_image.image()->id == m_state.imageId();
}

std::optional<Box> CanvasView::boxInWork() const
{
    if (const auto box = m_drawTool.preview().newBox)
        return box;
    const auto moved = m_selectTool.preview().movedLabels;
    return moved.size() == 1 ? std::optional<Box>(moved.cbegin().value()) : std::nullopt;
}

void CanvasView::fit()
{
    m_isFitted = true;
    if (m_image.image() && !m_image.image()->levels.empty())
        m_view = ViewTransform::fitted(m_image.image()->size(), size(), kFitMargin);
    update();
    Q_EMIT viewChanged();
}

void CanvasView::zoomTo(double scale)
{
    const QPointF centre = m_pointer.value_or(QPointF(width() / 2.0, height() / 2.0));
    setView(m_view.zoomedAt(centre, scale));
}

void CanvasView::zoomBy(double factor)
{
    zoomTo(m_view.scale * factor);
}

void CanvasView::zoomToBox(const Box &box)
{
    const double side = std::max({box.width(), box.height(), 1.0});
    const double scale = kBoxShare * std::min(width(), height()) / side;
    ViewTransform view = m_view;
    view.scale =
        std::clamp(scale, ViewTransform::fitted(m_state.imageSize().toSize(), size(), kFitMargin).scale, kMostBoxZoom);
    const QPointF centre((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    view.offset = QPointF(width() / 2.0, height() / 2.0) - centre * view.scale;
    setView(view);
}

void CanvasView::setView(const ViewTransform &view)
{
    if (!m_image.image() || m_image.image()->levels.empty())
        return;
    m_isFitted = false;
    m_view = view.keptInSight(m_image.image()->size(), size());
    update();
    Q_EMIT viewChanged();
}

void CanvasView::beginDrawing()
{
    if (hasImage())
        setDrawing(true);
}

void CanvasView::setDrawing(bool isDrawing)
{
    m_drawTool.setClickClick(isDrawing);
    if (m_isDrawing == isDrawing)
        return;
    m_isDrawing = isDrawing;
    updateCursor();
    update();
    Q_EMIT drawingChanged(isDrawing);
}

void CanvasView::cancel()
{
    const bool wasBusy = !m_drawTool.isIdle() || !m_selectTool.isIdle();
    m_drawTool.cancel();
    m_selectTool.cancel();
    m_active = nullptr;
    if (!wasBusy && m_isDrawing)
        setDrawing(false);
    else if (!wasBusy)
        m_state.setSelection({});
    update();
    Q_EMIT previewChanged();
}

void CanvasView::setBoxesHidden(bool isHidden)
{
    m_areBoxesHidden = isHidden;
    update();
}

PointerEvent CanvasView::pointerEvent(QPointF viewPos, Qt::KeyboardModifiers modifiers) const
{
    return {m_view.toImage(viewPos), modifiers, kDragThreshold / m_view.scale};
}

Hit CanvasView::hitAt(QPointF viewPos) const
{
    if (!hasImage() || m_areBoxesHidden)
        return {};
    const HitTarget target{m_state.image(), m_state.selection(), m_state.minConfidence(), kGrip / m_view.scale};
    return hitTest(target, m_view.toImage(viewPos));
}

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown)) {
        m_isPanning = true;
        m_hasPannedWithSpace = m_isSpaceDown;
        m_panFrom = event->position();
        updateCursor();
        return;
    }
    if (!hasImage() || event->button() == Qt::MiddleButton)
        return;
    Hit hit = hitAt(event->position());
    if (event->button() == Qt::RightButton) {
        // The menu that follows is about what lies under the pointer.
        if (hit.label != LabelId::None && !m_state.selection().contains(hit.label))
            m_state.setSelection({.labels = {hit.label}});
        else if (hit.label == LabelId::None)
            m_state.setSelection({.suggestion = hit.suggestion});
        return;
    }
    const bool ignoresBoxes = event->modifiers().testFlag(Qt::AltModifier);
    const PointerEvent pointer = pointerEvent(event->position(), event->modifiers());
    if (m_isDrawing || ignoresBoxes || hit.isNothing()) {
        if (!m_isDrawing && !ignoresBoxes && m_drawTool.isIdle())
            m_selectTool.press(pointer, {}); // a press beside everything lets go of the selection
        m_active = &m_drawTool;
        m_drawTool.press(pointer, hit);
        if (m_drawTool.isIdle())
            setDrawing(false); // the second click finished a box
    } else {
        m_active = &m_selectTool;
        m_selectTool.press(pointer, hit);
    }
    update();
    Q_EMIT previewChanged();
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_isPanning) {
        ViewTransform moved = m_view;
        moved.offset += event->position() - m_panFrom;
        m_panFrom = event->position();
        setView(moved);
        return;
    }
    const PointerEvent pointer = pointerEvent(event->position(), event->modifiers());
    if (!m_drawTool.isIdle())
        m_drawTool.move(pointer);
    if (!m_selectTool.isIdle())
        m_selectTool.move(pointer);
    hover(event->position());
    const QPointF imagePos = m_view.toImage(event->position());
    const bool isInside = hasImage() && QRectF(QPointF(), m_state.imageSize()).contains(imagePos);
    Q_EMIT pointerMoved(isInside ? std::optional<QPointF>(imagePos) : std::nullopt);
    Q_EMIT previewChanged();
    update();
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isPanning) {
        m_isPanning = false;
        updateCursor();
        return;
    }
    if (event->button() != Qt::LeftButton || !m_active)
        return;
    const bool wasDrawing = m_active == &m_drawTool && !m_drawTool.preview().isEmpty();
    m_active->release(pointerEvent(event->position(), event->modifiers()));
    if (wasDrawing && m_drawTool.isIdle())
        setDrawing(false);
    m_active = nullptr;
    hover(event->position());
    update();
    Q_EMIT previewChanged();
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    if (!event->modifiers().testFlag(Qt::ShiftModifier)) {
        const double notches = event->angleDelta().y() / 120.0;
        m_pointer = event->position();
        setView(m_view.zoomedAt(event->position(), m_view.scale * std::pow(kWheelStep, notches)));
    } else {
        const QPoint delta = pixels.isNull() ? event->angleDelta() / 2 : pixels;
        ViewTransform moved = m_view;
        moved.offset += delta.x() == 0 ? QPointF(delta.y(), 0) : QPointF(delta);
        setView(moved);
    }
    event->accept();
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
            m_hasPannedWithSpace = false;
            updateCursor();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        const bool isTap = m_isSpaceDown && !m_hasPannedWithSpace;
        m_isSpaceDown = false;
        updateCursor();
        if (isTap)
            Q_EMIT spaceTapped();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    m_isSpaceDown = false;
    setBoxesHidden(false);
    QWidget::focusOutEvent(event);
}

void CanvasView::leaveEvent(QEvent *)
{
    m_pointer.reset();
    m_hovered = {};
    update();
    Q_EMIT pointerMoved(std::nullopt);
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isFitted)
        fit();
    else
        setView(m_view);
}

void CanvasView::hover(QPointF viewPos)
{
    m_hovered = m_active ? Hit{} : hitAt(viewPos);
    updateCursor();
}

void CanvasView::updateCursor()
{
    if (m_isPanning)
        setCursor(Qt::ClosedHandCursor);
    else if (m_isSpaceDown)
        setCursor(Qt::OpenHandCursor);
    else if (m_active)
        return;
    else if (m_isDrawing || (m_hovered.isNothing() && hasImage()))
        setCursor(Qt::CrossCursor);
    else if (m_hovered.handle != Handle::None)
        setCursor(cursorOf(m_hovered.handle));
    else if (m_hovered.label != LabelId::None && m_state.selection().contains(m_hovered.label))
        setCursor(Qt::SizeAllCursor);
    else
        setCursor(m_hovered.isNothing() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

} // namespace boxwright
