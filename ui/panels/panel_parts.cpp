// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel_parts.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>

namespace boxwright {

QWidget *makePanelHeading(const QString &text, QWidget *trailing, QWidget *parent)
{
    auto *heading = new QWidget(parent);
    heading->setFixedHeight(38);
    auto *layout = new QHBoxLayout(heading);
    layout->setContentsMargins(14, 6, 10, 0);
    auto *label = new QLabel(text, heading);
    setKind(*label, "heading");
    layout->addWidget(label, 1);
    if (trailing)
        layout->addWidget(trailing);
    return heading;
}

QLabel *makeTeachingLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setKind(*label, "small");
    label->setWordWrap(true);
    label->setContentsMargins(14, 2, 14, 6);
    return label;
}

void prepareList(QListView &list)
{
    list.setFrameShape(QFrame::NoFrame);
    list.setUniformItemSizes(true);
    list.setMouseTracking(true);
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

QWidget *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    setKind(*line, "line");
    line->setFixedHeight(1);
    return line;
}

} // namespace boxwright
