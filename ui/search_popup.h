// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFrame>
#include <QList>

#include <functional>

class QLineEdit;
class QListWidget;

namespace boxwright {

/// Something that a person can look for by its name.
struct SearchEntry
{
    QString text;
    QString detail; ///< dim, at the right: a key, or what it is
    QColor swatch;  ///< of a class
    std::function<void()> run;
};

/// A field in which a person types a few letters and picks what they fit: an action, a class, an image. Deletes itself
/// when it closes. GUI thread.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    /// Entries in the order in which they are offered.
    SearchPopup(QList<SearchEntry> entries, QWidget *window);

    /// Opens below the window's upper edge, in the middle.
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void pickCurrent();

    QList<SearchEntry> m_entries;
    QLineEdit *m_text;
    QListWidget *m_list;
};

/// Whether every word of the text stands in the name, in any case and order; how well, the smaller the better: 0 where
/// the name begins with it. Negative: not at all.
int searchRank(const QString &name, const QString &text);

} // namespace boxwright
