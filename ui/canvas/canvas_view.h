// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/box_painter.h"
#include "ui/canvas/image_painter.h"
#include "ui/label/label_state.h"
#include "ui/tools/draw_tool.h"
#include "ui/tools/select_tool.h"

#include <QWidget>

#include <optional>

namespace boxwright {

/// The image with its boxes. Turns pointer and wheel into image coordinates for the tools; owns the view transform.
/// Keeps showing the last picture, without boxes, until the next image is decoded.
class CanvasView : public QWidget
{
    Q_OBJECT

public:
    CanvasView(LabelState &state, ToolHost &host, QWidget *parent = nullptr);

    /// The decoded image, or why there is none.
    void setLoaded(const std::shared_ptr<const LoadedImage> &image);
    /// Nothing to show at all: a message that teaches.
    void setEmptyMessage(const QString &text);

    [[nodiscard]] const ViewTransform &viewTransform() const { return m_view; }
    /// The box that a tool is drawing or changing, where there is exactly one.
    [[nodiscard]] std::optional<Box> boxInWork() const;
    /// A drawn box that waits for the name of its class; it is shown until this is called without one.
    void setWaitingBox(const std::optional<Box> &box);
    /// Where an image box lies in this widget.
    [[nodiscard]] QRect viewRect(const Box &box) const { return m_view.toView(box).toAlignedRect(); }

    void fit();
    void zoomTo(double scale);
    void zoomBy(double factor);
    /// Shows the box with some of its surroundings.
    void zoomToBox(const Box &box);
    /// Whether the next image of the same size is shown at the same zoom and place.
    void setViewKept(bool isKept) { m_isViewKept = isKept; }
    [[nodiscard]] bool isViewKept() const { return m_isViewKept; }
    /// The next press draws wherever it is.
    void beginDrawing();
    [[nodiscard]] bool isDrawing() const { return m_isDrawing; }
    /// Esc: gives up what a tool is doing, then drawing, then the selection.
    void cancel();
    void setBoxesHidden(bool isHidden);

Q_SIGNALS:
    void viewChanged();
    /// nullopt: the pointer is not over the image.
    void pointerMoved(const std::optional<QPointF> &imagePos);
    /// What boxInWork() says has changed.
    void previewChanged();
    void drawingChanged(bool isDrawing);
    /// The space bar was pressed and let go without a drag.
    void spaceTapped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override { mousePressEvent(event); }
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool focusNextPrevChild(bool) override { return false; } // Tab goes to the next box; F6 leaves the canvas

private:
    [[nodiscard]] bool hasImage() const;
    [[nodiscard]] PointerEvent pointerEvent(QPointF viewPos, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] Hit hitAt(QPointF viewPos) const;
    [[nodiscard]] RenderContext renderContext() const;
    void setView(const ViewTransform &view);
    void setDrawing(bool isDrawing);
    void hover(QPointF viewPos);
    void updateCursor();
    void paintCrosshair(QPainter &painter);
    void paintMessage(QPainter &painter);
    void onImageChanged();

    LabelState &m_state;
    ImagePainter m_image;
    ViewTransform m_view;
    bool m_isFitted = true;
    bool m_isViewKept = false;
    QSizeF m_keptSize; ///< of the image before
    DrawTool m_drawTool;
    SelectTool m_selectTool;
    Tool *m_active = nullptr; ///< the tool that has the button
    bool m_isDrawing = false;
    bool m_isPanning = false;
    bool m_isSpaceDown = false;
    bool m_hasPannedWithSpace = false;
    bool m_areBoxesHidden = false;
    QPointF m_panFrom;
    std::optional<QPointF> m_pointer; ///< view
    std::optional<Box> m_waitingBox;
    Hit m_hovered;
    QString m_emptyMessage;
};

} // namespace boxwright
