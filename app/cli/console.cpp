// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

/// Width of the terminal behind the file, 0 where there is none. TERM=dumb knows no control characters.
int terminalColumns([[maybe_unused]] std::FILE *file)
{
#ifdef Q_OS_UNIX
    const QByteArray terminal = qgetenv("TERM");
    if (::isatty(::fileno(file)) == 0 || terminal.isEmpty() || terminal == "dumb")
        return 0;
    winsize size{};
    const bool isKnown = ::ioctl(::fileno(file), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return isKnown ? size.ws_col : 80;
#else
    return 0;
#endif
}

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

Console::Console(std::FILE *output, std::FILE *errors)
    : m_output(output)
    , m_errors(errors)
    , m_progress(terminalColumns(errors))
{
}

Console::~Console()
{
    write(m_errors, m_progress.clear());
}

void Console::write(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (!bytes.isEmpty())
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file);
    if (file == m_errors)
        std::fflush(file);
}

void Console::print(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    write(m_errors, m_progress.clear());
    write(m_output, line + QLatin1Char('\n'));
}

void Console::note(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    write(m_errors, m_progress.clear() + line + QLatin1Char('\n'));
}

void Console::error(const Error &error)
{
    QString line = QStringLiteral("boxwright-cli: ") + oneLine(error.message);
    if (m_isVerbose && !error.detail.isEmpty())
        line += QStringLiteral(" [%1]").arg(oneLine(error.detail));
    note(line);
}

void Console::progress(const Progress &progress, const QString &detail)
{
    const std::lock_guard lock(m_mutex);
    write(m_errors, m_progress.update(progress, detail));
}

ProgressSink Console::progressSink()
{
    return [this](const Progress &value) { progress(value); };
}

Result<> Console::flush()
{
    const std::lock_guard lock(m_mutex);
    write(m_errors, m_progress.clear());
    if (std::fflush(m_output) != 0 || std::ferror(m_output) != 0)
        return failure(Text::tr("Standard output could not take all of the result; is the disk full?"));
    return {};
}

} // namespace boxwright::cli
