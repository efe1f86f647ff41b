// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace boxwright::cli {

namespace {

void finish(CLI::Option *option, const OptionSpec &spec)
{
    option->option_text(spec.placeholder);
    if (spec.isRequired)
        option->required();
}

} // namespace

void Options::text(const OptionSpec &spec, QString &target)
{
    auto take = [&target](const std::string &value) { target = QString::fromStdString(value); };
    finish(m_app.add_option_function<std::string>(spec.name, take, spec.help.toStdString()), spec);
}

void Options::texts(const OptionSpec &spec, QStringList &target)
{
    auto take = [&target](const std::vector<std::string> &values) {
        target.clear();
        for (const std::string &value : values)
            target << QString::fromStdString(value);
    };
    finish(m_app.add_option_function<std::vector<std::string>>(spec.name, take, spec.help.toStdString()), spec);
}

void Options::choice(const OptionSpec &spec, const QStringList &allowed, QString &target)
{
    std::vector<std::string> words;
    for (const QString &word : allowed)
        words.push_back(word.toStdString());
    auto take = [&target](const std::string &value) { target = QString::fromStdString(value); };
    CLI::Option *option = m_app.add_option_function<std::string>(spec.name, take, spec.help.toStdString());
    finish(option->check(CLI::IsMember(words)), spec);
}

void Options::integer(const OptionSpec &spec, qint64 least, qint64 most, qint64 &target)
{
    auto take = [&target](const std::int64_t &value) { target = value; };
    CLI::Option *option = m_app.add_option_function<std::int64_t>(spec.name, take, spec.help.toStdString());
    finish(option->check(CLI::Range(std::int64_t{least}, std::int64_t{most})), spec);
}

void Options::number(const OptionSpec &spec, double least, double most, double &target)
{
    CLI::Option *option = m_app.add_option(spec.name, target, spec.help.toStdString());
    finish(option->check(CLI::Range(least, most)), spec);
}

void Options::flag(const char *name, const QString &help, bool &target)
{
    m_app.add_flag(name, target, help.toStdString());
}

} // namespace boxwright::cli
