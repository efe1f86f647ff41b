// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/box_painter.h"

#include "ui/theme/contrast.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

constexpr double kLine = 2;          // outline of a label
constexpr double kHandleSide = 7;    // grip of a selected box
constexpr double kChipMinSide = 14;  // a box with no side of that many view pixels gets no chip
constexpr qsizetype kMaxChips = 400; // more chips or fills than that hide the image instead of explaining it
constexpr double kFill = 0.1;

/// View rectangle on whole pixels, at least one pixel wide and high.
QRectF snapped(const QRectF &rect)
{
    const double left = std::round(rect.left());
    const double top = std::round(rect.top());
    return {left, top, std::max(1.0, std::round(rect.right()) - left), std::max(1.0, std::round(rect.bottom()) - top)};
}

/// The four sides of an outline as filled rectangles: the raster engine fills those far faster than it strokes.
void appendOutline(QList<QRectF> &sides, const QRectF &rect, double width)
{
    const double w = std::min(width, rect.width());
    const double h = std::min(width, rect.height());
    sides.append({rect.left(), rect.top(), rect.width(), h});
    sides.append({rect.left(), rect.bottom() - h, rect.width(), h});
    sides.append({rect.left(), rect.top() + h, w, std::max(0.0, rect.height() - 2 * h)});
    sides.append({rect.right() - w, rect.top() + h, w, std::max(0.0, rect.height() - 2 * h)});
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

class BoxPainter
{
public:
    BoxPainter(QPainter &painter, const RenderContext &context)
        : m_painter(painter)
        , m_context(context)
        , m_metrics(context.chipFont)
        , m_shown(context.view.shownPart(context.viewSize))
        , m_viewRect(QPointF(), context.viewSize)
    {
        m_painter.setFont(context.chipFont);
    }

    void paintSuggestions();
    void paintLabels();
    void paintSelected();
    void paintNewBox();

private:
    struct Batch
    {
        QList<QRectF> fills;
        QList<QRectF> sides;
    };
    struct Chip
    {
        QRectF box; ///< view
        QString text;
        QColor background;
        QColor foreground;
        bool isBold = true;
    };

    [[nodiscard]] bool isShown(const Box &box) const
    {
        return box.right >= m_shown.left && box.left <= m_shown.right && box.bottom >= m_shown.top &&
               box.top <= m_shown.bottom;
    }
    [[nodiscard]] Box boxOf(const Label &label) const
    {
        const auto moved = m_context.preview.movedLabels.constFind(label.id);
        return moved == m_context.preview.movedLabels.cend() ? label.box : *moved;
    }
    [[nodiscard]] const LabelClass *classOf(ClassId id) const { return m_context.dataset->labelClass(id); }
    [[nodiscard]] QColor colorOf(ClassId id) const
    {
        const LabelClass *labelClass = classOf(id);
        return labelClass ? labelClass->color : m_context.tokens.accent;
    }
    [[nodiscard]] bool hasRoomForChip(const QRectF &rect) const
    {
        return std::max(rect.width(), rect.height()) >= kChipMinSide;
    }
    void paintChip(const Chip &chip);
    void paintHandles(const QRectF &rect);
    [[nodiscard]] QString nameOf(const Label &label) const;

    QPainter &m_painter;
    const RenderContext &m_context;
    QFontMetricsF m_metrics;
    Box m_shown;
    QRectF m_viewRect;
};

void BoxPainter::paintSuggestions()
{
    QList<const Suggestion *> shown;
    for (const Suggestion &suggestion : m_context.image->suggestions) {
        if (suggestion.confidence >= m_context.minConfidence && isShown(suggestion.box))
            shown.append(&suggestion);
    }
    const bool hasChips = shown.size() <= kMaxChips;
    QHash<ClassId, QList<QLineF>> lines;
    for (const Suggestion *suggestion : shown) {
        const QRectF rect = snapped(m_context.view.toView(suggestion->box)).adjusted(0.5, 0.5, -0.5, -0.5);
        lines[suggestion->classId] << QLineF(rect.topLeft(), rect.topRight())
                                   << QLineF(rect.topRight(), rect.bottomRight())
                                   << QLineF(rect.bottomLeft(), rect.bottomRight())
                                   << QLineF(rect.topLeft(), rect.bottomLeft());
    }
    for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
        m_painter.setPen(QPen(QColor(0, 0, 0, 150), kLine));
        m_painter.drawLines(it.value());
        QPen pen(colorOf(it.key()), kLine, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({3, 2}); // in widths of the line
        m_painter.setPen(pen);
        m_painter.drawLines(it.value());
    }
    for (const Suggestion *suggestion : shown) {
        const QRectF rect = snapped(m_context.view.toView(suggestion->box));
        const bool isSelected = suggestion->id == m_context.selection.suggestion;
        const bool isHovered = suggestion->id == m_context.hovered.suggestion;
        if (isSelected || isHovered) {
            m_painter.setPen(QPen(isSelected ? QColor(Qt::white) : colorOf(suggestion->classId), 1.5));
            m_painter.setBrush(withAlpha(colorOf(suggestion->classId), isSelected ? kFill : kFill / 2));
            m_painter.drawRect(rect);
        }
        const LabelClass *labelClass = classOf(suggestion->classId);
        if (labelClass && (isSelected || isHovered || (hasChips && hasRoomForChip(rect)))) {
            const QString confidence = QLocale().toString(suggestion->confidence, 'f', 2);
            paintChip({rect, labelClass->name + QLatin1Char(' ') + confidence, m_context.tokens.chip,
                       labelClass->color.lighter(labelClass->color.lightness() < 110 ? 170 : 115), false});
        }
    }
}

QString BoxPainter::nameOf(const Label &label) const
{
    const LabelClass *labelClass = classOf(label.classId);
    QString name = labelClass ? labelClass->name : QString();
    // The marks are the keys that set them.
    const std::pair<LabelFlag, QLatin1Char> marks[] = {{LabelFlag::Difficult, QLatin1Char('X')},
                                                       {LabelFlag::Occluded, QLatin1Char('O')},
                                                       {LabelFlag::Truncated, QLatin1Char('T')},
                                                       {LabelFlag::Crowd, QLatin1Char('C')}};
    QString set;
    for (const auto &[flag, mark] : marks) {
        if (label.flags.testFlag(flag))
            set += mark;
    }
    return set.isEmpty() ? name : name + QStringLiteral(" · ") + set;
}

void BoxPainter::paintLabels()
{
    QHash<ClassId, Batch> batches;
    QList<const Label *> shown;
    for (const Label &label : m_context.image->labels) {
        const Box box = boxOf(label);
        if (!isShown(box))
            continue;
        shown.append(&label);
        const QRectF rect = snapped(m_context.view.toView(box));
        Batch &batch = batches[label.classId];
        batch.fills.append(rect & m_viewRect);
        appendOutline(batch.sides, rect, kLine);
    }
    const bool isCrowded = shown.size() > kMaxChips;
    m_painter.setPen(Qt::NoPen);
    for (auto it = batches.cbegin(); it != batches.cend(); ++it) {
        if (!isCrowded) {
            m_painter.setBrush(withAlpha(colorOf(it.key()), kFill));
            m_painter.drawRects(it->fills);
        }
        m_painter.setBrush(colorOf(it.key()));
        m_painter.drawRects(it->sides);
    }
    if (isCrowded)
        return;
    for (const Label *label : shown) {
        const QRectF rect = snapped(m_context.view.toView(boxOf(*label)));
        const QColor color = colorOf(label->classId);
        if (hasRoomForChip(rect))
            paintChip({rect, nameOf(*label), color, textOn(color)});
    }
}

void BoxPainter::paintSelected()
{
    if (const Label *hovered = m_context.image->label(m_context.hovered.label);
        hovered && !m_context.selection.contains(hovered->id)) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(withAlpha(colorOf(hovered->classId), kFill));
        m_painter.drawRect(snapped(m_context.view.toView(boxOf(*hovered))));
    }
    const bool hasHandles = m_context.selection.labels.size() == 1;
    for (const LabelId id : m_context.selection.labels) {
        const Label *label = m_context.image->label(id);
        if (!label || !isShown(boxOf(*label)))
            continue;
        const QRectF rect = snapped(m_context.view.toView(boxOf(*label)));
        const QColor color = colorOf(label->classId);
        QList<QRectF> outer;
        appendOutline(outer, rect.adjusted(-1, -1, 1, 1), 1);
        QList<QRectF> inner;
        appendOutline(inner, rect, kLine);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(withAlpha(color, kFill));
        m_painter.drawRect(rect);
        m_painter.setBrush(color);
        m_painter.drawRects(inner);
        m_painter.setBrush(QColor(Qt::white));
        m_painter.drawRects(outer);
        paintChip({rect, nameOf(*label), color, textOn(color)});
        if (hasHandles)
            paintHandles(rect);
    }
}

void BoxPainter::paintHandles(const QRectF &rect)
{
    // A box too small for eight grips shows its corners; one smaller still shows none and moves as a whole.
    const double side = std::min(rect.width(), rect.height());
    const Box box{rect.left(), rect.top(), rect.right(), rect.bottom()};
    m_painter.setPen(QPen(QColor(0, 0, 0, 160), 1));
    m_painter.setBrush(QColor(Qt::white));
    for (const Handle handle : kHandles) {
        const bool isCorner = handle == Handle::TopLeft || handle == Handle::TopRight ||
                              handle == Handle::BottomRight || handle == Handle::BottomLeft;
        if ((!isCorner && side < 3 * kHandleSide) || side < kHandleSide)
            continue;
        const QPointF at = handlePos(box, handle);
        m_painter.drawRect(QRectF(std::round(at.x() - kHandleSide / 2), std::round(at.y() - kHandleSide / 2),
                                  kHandleSide, kHandleSide));
    }
}

void BoxPainter::paintNewBox()
{
    if (!m_context.preview.newBox)
        return;
    const QRectF rect = snapped(m_context.view.toView(*m_context.preview.newBox));
    const QColor color = colorOf(m_context.newBoxClass);
    QList<QRectF> sides;
    appendOutline(sides, rect, kLine);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(withAlpha(color, kFill));
    m_painter.drawRect(rect);
    m_painter.setBrush(color);
    m_painter.drawRects(sides);
    const QLocale locale;
    const QString size = QStringLiteral("%1 × %2").arg(locale.toString(qRound(m_context.preview.newBox->width())),
                                                       locale.toString(qRound(m_context.preview.newBox->height())));
    const LabelClass *labelClass = classOf(m_context.newBoxClass);
    paintChip({rect, labelClass ? labelClass->name + QStringLiteral("  ") + size : size, color, textOn(color)});
}

/// Above the box; inside it where the view ends above.
void BoxPainter::paintChip(const Chip &chip)
{
    if (chip.text.isEmpty())
        return;
    QFont font = m_context.chipFont;
    font.setWeight(chip.isBold ? font.weight() : QFont::Normal);
    m_painter.setFont(font);
    const QString text = m_metrics.elidedText(chip.text, Qt::ElideRight, 220);
    const double height = std::ceil(m_metrics.height()) + 2;
    const double width = std::ceil(m_metrics.horizontalAdvance(text)) + 10;
    QRectF rect(chip.box.left(), chip.box.top() - height, width, height);
    if (rect.top() < 0)
        rect.moveTop(std::max(0.0, chip.box.top()));
    rect.moveLeft(std::clamp(rect.left(), 0.0, std::max(0.0, m_viewRect.width() - width)));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(chip.background);
    m_painter.drawRect(rect);
    m_painter.setPen(chip.foreground);
    m_painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace

void paintBoxes(QPainter &painter, const RenderContext &context)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    BoxPainter boxes(painter, context);
    if (context.image && context.dataset) {
        boxes.paintSuggestions();
        boxes.paintLabels();
        boxes.paintSelected();
    }
    if (context.dataset)
        boxes.paintNewBox();
    painter.restore();
}

} // namespace boxwright
