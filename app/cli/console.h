// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_line.h"
#include "core/base/result.h"

#include <cstdio>
#include <mutex>

namespace boxwright::cli {

/// The program's two voices: results on standard output, everything else on standard error. UTF-8. Thread-safe, since
/// progress may come from workers. Owned by main().
class Console
{
public:
    Console(std::FILE *output, std::FILE *errors);
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    /// Whether results are one JSON document; the commands obey it.
    void setJson(bool isJson) { m_isJson = isJson; }
    [[nodiscard]] bool isJson() const { return m_isJson; }
    /// Failures also tell their detail.
    void setVerbose(bool isVerbose) { m_isVerbose = isVerbose; }

    /// One line of result.
    void print(const QString &line);
    /// One line that a person should read.
    void note(const QString &line);
    /// One line, "boxwright-cli: ...".
    void error(const Error &error);

    /// See ProgressLine.
    void progress(const Progress &progress, const QString &detail = {});
    ProgressSink progressSink();

    /// Takes an open bar away and hands everything over; fails where standard output took not all of it.
    Result<> flush();

private:
    void write(std::FILE *file, const QString &text);

    std::mutex m_mutex;
    std::FILE *m_output;
    std::FILE *m_errors;
    ProgressLine m_progress;
    bool m_isJson = false;
    bool m_isVerbose = false;
};

} // namespace boxwright::cli
