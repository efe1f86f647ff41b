// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/class_choice_table.h"

#include <QHeaderView>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kShownRows = 5;

} // namespace

ClassChoiceTable::ClassChoiceTable(const QStringList &classes, QWidget *parent)
    : QTableWidget(static_cast<int>(classes.size()), 2, parent)
    , m_classes(classes)
{
    setHorizontalHeaderLabels({tr("Class"), tr("Exported as")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    for (int row = 0; row < rowCount(); ++row) {
        auto *name = new QTableWidgetItem(classes[row]);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setCheckState(Qt::Checked);
        setItem(row, 0, name);
        setItem(row, 1, new QTableWidgetItem(classes[row]));
    }
    const int rows = std::min(rowCount(), kShownRows);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() +
                   2 * frameWidth());
    connect(this, &QTableWidget::itemChanged, this, &ClassChoiceTable::changed);
}

ClassChoice ClassChoiceTable::choice() const
{
    ClassChoice choice;
    for (int row = 0; row < rowCount(); ++row) {
        const QString name = item(row, 1)->text().trimmed();
        if (item(row, 0)->checkState() != Qt::Checked)
            choice.dropped.append(m_classes[row]);
        else if (!name.isEmpty() && name != m_classes[row])
            choice.names.insert(m_classes[row], name);
    }
    return choice;
}

} // namespace boxwright
