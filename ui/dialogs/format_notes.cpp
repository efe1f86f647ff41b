// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/format_notes.h"

#include <QCoreApplication>
#include <QMap>
#include <QPlainTextEdit>

namespace boxwright {

namespace {

constexpr int kShownOfAKind = 10;
constexpr int kViewHeight = 110;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FormatNotes)
};

} // namespace

QString formatNotesText(const QList<FormatNote> &notes)
{
    QStringList kinds;
    QMap<QString, QStringList> texts;
    for (const FormatNote &note : notes) {
        if (!texts.contains(note.kind))
            kinds << note.kind;
        texts[note.kind] << note.text;
    }
    QStringList lines;
    for (const QString &kind : std::as_const(kinds)) {
        const QStringList &ofKind = texts[kind];
        lines += ofKind.mid(0, kShownOfAKind);
        if (ofKind.size() > kShownOfAKind)
            lines << Text::tr("... and %n more of this sort", nullptr, int(ofKind.size() - kShownOfAKind));
    }
    return lines.join(QLatin1Char('\n'));
}

QPlainTextEdit *makeNotesView()
{
    auto *view = new QPlainTextEdit;
    view->setObjectName(QStringLiteral("notes"));
    view->setAccessibleName(Text::tr("Notes"));
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFixedHeight(kViewHeight);
    view->hide();
    return view;
}

void showNotes(QPlainTextEdit &view, const QList<FormatNote> &notes)
{
    view.setPlainText(formatNotesText(notes));
    view.setVisible(!notes.isEmpty());
}

} // namespace boxwright
