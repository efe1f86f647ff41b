// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/detect/training.h"

#include <QByteArray>

namespace boxwright::cli {

/// Makes Ctrl-C (and SIGTERM) a polite request: the work in hand ends at the next safe point and keeps what is
/// complete. The second one ends the program at once. One at a time, owned by main(); the flags are read by any thread.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] const CancelFlag &cancelFlag() const { return m_cancel; }
    [[nodiscard]] const TrainingControl &trainingControl() const { return m_training; }
    [[nodiscard]] bool isAsked() const { return m_cancel.isCancelled(); }

    /// What the signal handler does; only stores to atomics and writes prepared bytes.
    void ask();

private:
    CancelFlag m_cancel;
    TrainingControl m_training;
    QByteArray m_message; ///< encoded beforehand: a signal handler must not
};

} // namespace boxwright::cli
