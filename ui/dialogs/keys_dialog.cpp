// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keys_dialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <cstdlib>

namespace boxwright {

namespace {

/// The first row of the group with which the second column begins: the one nearest to the middle.
qsizetype secondColumn(const QList<Actions::KeyRow> &rows)
{
    qsizetype best = rows.size();
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const bool isNewGroup = rows[i].group != rows[i - 1].group;
        if (isNewGroup && std::abs(2 * i - rows.size()) < std::abs(2 * best - rows.size()))
            best = i;
    }
    return best;
}

} // namespace

KeysDialog::KeysDialog(const QList<Actions::KeyRow> &rows, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keys"));
    auto *sheet = new QWidget(this);
    auto *columns = new QHBoxLayout(sheet);
    columns->setSpacing(40);
    QGridLayout *grid = nullptr;
    QString group;
    int row = 0;
    const qsizetype second = secondColumn(rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool isNewGroup = rows[i].group != group;
        if (!grid || i == second) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(20);
            grid->setVerticalSpacing(4);
            auto *holder = new QVBoxLayout;
            holder->addLayout(grid);
            holder->addStretch(1);
            columns->addLayout(holder);
        }
        if (isNewGroup) {
            auto *heading = new QLabel(rows[i].group, sheet);
            setKind(*heading, "heading");
            heading->setContentsMargins(0, row ? 10 : 0, 0, 2);
            grid->addWidget(heading, row++, 0, 1, 2);
            group = rows[i].group;
        }
        auto *keys = new QLabel(rows[i].keys, sheet);
        setKind(*keys, "title");
        auto *text = new QLabel(rows[i].text, sheet);
        text->setWordWrap(true);
        grid->addWidget(keys, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
        grid->setColumnStretch(1, 1);
    }
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    layout->addWidget(buttons);
    resize(980, 720);
}

} // namespace boxwright
