// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search_popup.h"

#include "ui/panels/panel_parts.h"
#include "ui/panels/row_painting.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

constexpr QSize kSize{480, 380};
constexpr int kTop = 44;
constexpr qsizetype kMostShown = 60;
constexpr int kDetailRole = Qt::UserRole;
constexpr int kEntryRole = Qt::UserRole + 1;

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowContent content;
        content.swatch = index.data(Qt::DecorationRole).value<QColor>();
        content.text = index.data().toString();
        content.trailing = index.data(kDetailRole).toString();
        paintRow(*painter, option, content);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, kRowHeight};
    }
};

} // namespace

int searchRank(const QString &name, const QString &text)
{
    if (name.startsWith(text, Qt::CaseInsensitive))
        return 0;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!name.contains(word, Qt::CaseInsensitive))
            return -1;
    }
    return 1;
}

SearchPopup::SearchPopup(QList<SearchEntry> entries, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_entries(std::move(entries))
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("searchPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setKind(*this, "card");
    setFixedSize(kSize);
    m_text->setObjectName(QStringLiteral("searchText"));
    m_text->setAccessibleName(tr("Search actions, images and classes"));
    m_text->setPlaceholderText(tr("What do you want to do, or see?"));
    m_text->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("searchList"));
    m_list->setAccessibleName(tr("What fits"));
    prepareList(*m_list);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    connect(m_text, &QLineEdit::textChanged, this, &SearchPopup::filter);
    connect(m_text, &QLineEdit::returnPressed, this, &SearchPopup::pickCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &SearchPopup::pickCurrent);
    filter({});
}

void SearchPopup::open()
{
    const QWidget *window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, kTop)));
    show();
    m_text->setFocus();
}

void SearchPopup::filter(const QString &text)
{
    QList<std::pair<int, qsizetype>> fitting;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (const int rank = searchRank(m_entries[i].text, text.trimmed()); rank >= 0)
            fitting.append({rank, i});
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_list->clear();
    for (const auto &[rank, i] : fitting.mid(0, kMostShown)) {
        auto *item = new QListWidgetItem(m_entries[i].text, m_list);
        item->setData(Qt::DecorationRole, m_entries[i].swatch.isValid() ? m_entries[i].swatch : QColor(0, 0, 0, 0));
        item->setData(kDetailRole, m_entries[i].detail);
        item->setData(kEntryRole, i);
    }
    m_list->setCurrentRow(0);
}

void SearchPopup::pickCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const std::function<void()> run = item ? m_entries[item->data(kEntryRole).toLongLong()].run : nullptr;
    close();
    if (run)
        run();
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace boxwright
