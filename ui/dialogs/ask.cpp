// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ask.h"

#include <QColorDialog>
#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace boxwright {

namespace {

void tell(QWidget *parent, QMessageBox::Icon icon, const Error &error)
{
    QMessageBox box(icon, QCoreApplication::applicationName(), error.message, QMessageBox::Ok, parent);
    box.setObjectName(QStringLiteral("messageBox"));
    if (!error.detail.isEmpty())
        box.setDetailedText(error.detail);
    box.exec();
}

} // namespace

void tellError(QWidget *parent, const Error &error)
{
    tell(parent, QMessageBox::Warning, error);
}

void tellInformation(QWidget *parent, const QString &text)
{
    tell(parent, QMessageBox::Information, {text, {}});
}

bool askToGoOn(QWidget *parent, const QString &text, const QString &verb)
{
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), text, QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("messageBox"));
    const QPushButton *goOn = box.addButton(verb, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == goOn;
}

QString askFolder(QWidget *parent, const QString &title, const QString &start)
{
    return QFileDialog::getExistingDirectory(parent, title, start);
}

QString askOpenFile(QWidget *parent, const QString &title, const QString &start, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, start, filter);
}

QString askSaveFile(QWidget *parent, const QString &title, const QString &start, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, start, filter);
}

QColor askColor(QWidget *parent, const QString &title, const QColor &start)
{
    return QColorDialog::getColor(start, parent, title);
}

} // namespace boxwright
