// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringDecoder>
#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace boxwright {

/// Runs the upload.sh of an export when a person says so, and shows what it prints. Offered only where the program aws
/// is found, and where scripts of the shell run. GUI thread; owned by the export dialog; its end stops the script.
class UploadRun : public QWidget
{
    Q_OBJECT

public:
    explicit UploadRun(QWidget *parent = nullptr);
    ~UploadRun() override;

    /// The script that can be run from now on; empty: none. What was said of another one goes.
    void offer(const QString &script);
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }
    /// Ends the script and what it has started on this computer.
    void stop();

Q_SIGNALS:
    void started();
    void finished();

private:
    void start();
    void take(const QString &text);
    void showLine();
    void end(const QString &words, const char *kind);
    void endWithStatus(int exitCode, QProcess::ExitStatus status);

    QString m_script;
    std::unique_ptr<QProcess> m_process;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QString m_line;            ///< the last one, which may go on
    bool m_isReturned = false; ///< what comes next replaces it, as figures of progress do
    bool m_isStopped = false;
    QPushButton *m_run = nullptr;
    QLabel *m_words = nullptr;
    QPlainTextEdit *m_output = nullptr;
};

} // namespace boxwright
