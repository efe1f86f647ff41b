// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <QCoreApplication>

#include <atomic>
#include <csignal>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Interrupt)
};

/// A signal handler gets no context of its own, hence the one pointer.
std::atomic<Interrupt *> s_current = nullptr;
static_assert(std::atomic<Interrupt *>::is_always_lock_free);

extern "C" void onSignal(int number)
{
    std::signal(number, SIG_DFL); // the second one is not ours
    if (Interrupt *current = s_current.load())
        current->ask();
}

} // namespace

Interrupt::Interrupt()
    : m_message(Text::tr("Stopping at the next safe point; Ctrl-C once more ends at once.").toUtf8())
{
    m_message.prepend('\n').append('\n');
    s_current = this;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    s_current = nullptr;
}

void Interrupt::ask()
{
    m_cancel.cancel();
    m_training.stop();
#ifdef Q_OS_UNIX
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, m_message.constData(), std::size_t(m_message.size()));
#endif
}

} // namespace boxwright::cli
