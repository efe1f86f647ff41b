// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

namespace boxwright {

/// Types a path into the next file dialog, which blocks whoever opened it, and confirms it.
class FileDialogAnswer
{
public:
    explicit FileDialogAnswer(const QString &path)
    {
        m_timer.setInterval(10);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            m_timer.stop();
            auto *line = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            line->setText(path);
            m_isGiven = true;
            QTest::keyClick(line, Qt::Key_Return);
        });
        m_timer.start();
    }

    [[nodiscard]] bool isGiven() const { return m_isGiven; }

private:
    QTimer m_timer;
    bool m_isGiven = false;
};

} // namespace boxwright
