// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/upload_run.h"

#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTextCursor>
#include <QVBoxLayout>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace boxwright {

namespace {

constexpr int kMostLines = 2'000;
constexpr int kOutputHeight = 140;
constexpr int kPatienceMs = 2'000; ///< for a script to end when it is told to

/// Empty where scripts of the shell do not run.
QString shell()
{
#ifdef Q_OS_UNIX
    return QStringLiteral("/bin/sh");
#else
    return {};
#endif
}

/// A group of its own, so that what the script has started ends with it.
void beginGroup(QProcess &process)
{
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
#else
    Q_UNUSED(process)
#endif
}

void endGroup(QProcess &process, bool isFinal)
{
#ifdef Q_OS_UNIX
    if (process.processId() > 0)
        ::kill(-pid_t(process.processId()), isFinal ? SIGKILL : SIGTERM);
#else
    Q_UNUSED(isFinal)
    process.kill();
#endif
}

} // namespace

UploadRun::UploadRun(QWidget *parent)
    : QWidget(parent)
{
    m_run = new QPushButton;
    m_run->setObjectName(QStringLiteral("runUpload"));
    m_run->setToolTip(tr("Uploads the export, starts the training in the cloud and waits for its end. From then on it "
                         "costs money."));
    m_run->setAutoDefault(false);
    m_words = new QLabel;
    m_words->setObjectName(QStringLiteral("uploadWords"));
    m_words->setWordWrap(true);
    m_output = new QPlainTextEdit;
    m_output->setObjectName(QStringLiteral("uploadOutput"));
    m_output->setAccessibleName(tr("What upload.sh says"));
    m_output->setReadOnly(true);
    m_output->setTabChangesFocus(true);
    m_output->setMaximumBlockCount(kMostLines);
    m_output->setFixedHeight(kOutputHeight);
    m_output->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (isRunning())
            stop();
        else
            start();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_words, 1);
    row->addWidget(m_run, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_output);
    layout->addLayout(row);
    offer({});
}

UploadRun::~UploadRun()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    endGroup(*m_process, /*isFinal=*/false);
    if (!m_process->waitForFinished(kPatienceMs))
        endGroup(*m_process, /*isFinal=*/true);
    m_process->waitForFinished(kPatienceMs);
}

void UploadRun::offer(const QString &script)
{
    if (isRunning())
        return;
    m_script = script;
    const bool canRun = !shell().isEmpty() && !QStandardPaths::findExecutable(QStringLiteral("aws")).isEmpty();
    m_run->setText(tr("Run now"));
    m_words->clear();
    m_output->clear();
    m_output->hide();
    setVisible(canRun && !script.isEmpty());
}

void UploadRun::start()
{
    m_output->clear();
    m_output->show();
    m_line.clear();
    m_isReturned = false;
    m_isStopped = false;
    m_decoder.resetState();
    m_run->setText(tr("Stop"));
    setKind(*m_words, "dim");
    m_words->setText(tr("Running..."));
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setWorkingDirectory(QFileInfo(m_script).absolutePath());
    m_process->setStandardInputFile(QProcess::nullDevice()); // a program that asks gets no answer, and says so
    beginGroup(*m_process);
    connect(m_process.get(), &QProcess::readyRead, this, [this] { take(m_decoder(m_process->readAll())); });
    connect(m_process.get(), &QProcess::finished, this, &UploadRun::endWithStatus);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(tr("upload.sh could not be started: %1").arg(m_process->errorString()), "bad");
    });
    m_process->start(shell(), {m_script});
    if (isRunning())
        Q_EMIT started();
}

void UploadRun::stop()
{
    if (!isRunning())
        return;
    endGroup(*m_process, /*isFinal=*/m_isStopped); // who asks twice means it
    m_isStopped = true;
}

void UploadRun::take(const QString &text)
{
    for (const QChar sign : text) {
        if (sign == QLatin1Char('\n')) {
            showLine();
            QTextCursor end(m_output->document());
            end.movePosition(QTextCursor::End);
            end.insertBlock();
            m_line.clear();
            m_isReturned = false;
        } else if (sign == QLatin1Char('\r')) {
            m_isReturned = true;
        } else {
            if (m_isReturned)
                m_line.clear();
            m_isReturned = false;
            m_line += sign;
        }
    }
    showLine();
    m_output->ensureCursorVisible();
}

void UploadRun::showLine()
{
    QTextCursor cursor(m_output->document());
    cursor.movePosition(QTextCursor::End);
    cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(m_line);
    m_output->setTextCursor(cursor);
}

void UploadRun::end(const QString &words, const char *kind)
{
    m_process.release()->deleteLater(); // whose signal this answers
    m_run->setText(tr("Run now"));
    setKind(*m_words, kind);
    m_words->setText(words);
    Q_EMIT finished();
}

void UploadRun::endWithStatus(int exitCode, QProcess::ExitStatus status)
{
    if (m_isStopped)
        end(tr("Stopped. A training that had started in the cloud goes on there."), "warn");
    else if (status != QProcess::NormalExit)
        end(tr("upload.sh was ended from outside."), "bad");
    else if (exitCode != 0)
        end(tr("upload.sh has failed with exit status %1; what it said last tells why.").arg(exitCode), "bad");
    else
        end(tr("The training in the cloud has ended."), "title");
}

} // namespace boxwright
