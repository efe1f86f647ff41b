// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace boxwright::cli {

/// One option ("--to") or positional ("project").
struct OptionSpec
{
    const char *name;
    const char *placeholder; ///< what stands for the value in the help ("DIR")
    QString help;            ///< translated
    bool isRequired = false;
};

/// Declares what a command takes; what does not fit is wrong usage and ends the program with exit status 2. The targets
/// must outlive the parsing. The only place beside main.cpp that knows CLI11.
class Options
{
public:
    explicit Options(CLI::App &app)
        : m_app(app)
    {
    }

    void text(const OptionSpec &spec, QString &target);
    void texts(const OptionSpec &spec, QStringList &target);
    void choice(const OptionSpec &spec, const QStringList &allowed, QString &target);
    /// Between `least` and `most`, both included.
    void integer(const OptionSpec &spec, qint64 least, qint64 most, qint64 &target);
    void number(const OptionSpec &spec, double least, double most, double &target);
    void flag(const char *name, const QString &help, bool &target);

private:
    CLI::App &m_app;
};

} // namespace boxwright::cli
