// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/command_list.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <exception>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Program)
};

using App = CLI::App; // lupdate takes "CLI::App *f()" for a member of CLI and then finds no context for its texts

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

/// What a person types before or behind any command.
struct Common
{
    bool isJson = false;
    bool isVerbose = false;
};

/// Where a command hangs: "model info" stands below "model", which is made for the first of its kind.
App *placeOf(App &program, const QString &group)
{
    if (group.isEmpty())
        return &program;
    const auto isGroup = [&](const App *app) { return app->get_name() == group.toStdString(); };
    const std::vector<App *> existing = program.get_subcommands(isGroup);
    if (!existing.empty())
        return existing.front();
    CLI::App *made =
        program.add_subcommand(group.toStdString(), Text::tr("What can be done with a model").toStdString());
    made->require_subcommand(1);
    return made;
}

App *addCommand(App &program, Command &command, Common &common)
{
    const QString name = QString::fromLatin1(command.name());
    App *place = placeOf(program, name.section(u' ', 0, -2));
    CLI::App *app = place->add_subcommand(name.section(u' ', -1).toStdString(), command.summary().toStdString());
    app->footer(Text::tr("Example:").toStdString() + "\n  boxwright-cli " + command.example().toStdString());
    Options options(*app);
    command.setUp(options);
    options.flag("--json", Text::tr("Give the result as one JSON document"), common.isJson);
    options.flag("--verbose", Text::tr("Tell more of what failed"), common.isVerbose);
    return app;
}

int reportWrongUsage(const QString &message)
{
    Console console(stdout, stderr);
    console.error({message, {}});
    console.note(Text::tr("\"boxwright-cli --help\" and \"boxwright-cli COMMAND --help\" tell what is possible."));
    return kWrongUsage;
}

/// What stands where the command should and is none; empty where all is well (CLI11 only says that one is missing).
QString unknownCommand(const std::vector<std::unique_ptr<Command>> &commands, const QStringList &words)
{
    const auto first = std::find_if(words.begin(), words.end(),
                                    [](const QString &word) { return !word.startsWith(QLatin1Char('-')); });
    if (first == words.end())
        return {};
    const bool isKnown = std::any_of(commands.begin(), commands.end(), [&](const auto &command) {
        return *first == QString::fromLatin1(command->name()).section(u' ', 0, 0);
    });
    return isKnown ? QString() : *first;
}

int runCommand(Command &command, const Common &common)
{
    Console console(stdout, stderr);
    console.setJson(common.isJson);
    console.setVerbose(common.isVerbose);
    Interrupt interrupt;
    Result<> result;
    try {
        result = command.run({console, interrupt});
    } catch (const std::exception &exception) {
        result =
            failure(Text::tr("An unexpected error stopped the work: %1").arg(QString::fromLocal8Bit(exception.what())));
    }
    const Result<> flushed = console.flush();
    if (result && !flushed)
        result = failure(flushed.error());
    if (!result)
        console.error(result.error());
    return result ? kDone : kFailed;
}

} // namespace

int runProgram(const QStringList &words)
{
    CLI::App program(Text::tr("Boxwright: label boxes, train a detector, export. No display needed.").toStdString(),
                     "boxwright-cli");
    program.set_version_flag("--version", "boxwright-cli " BOXWRIGHT_VERSION);
    program.require_subcommand(1);
    Common common;
    const std::vector<std::unique_ptr<Command>> commands = makeCommands();
    std::vector<CLI::App *> apps;
    for (const std::unique_ptr<Command> &command : commands)
        apps.push_back(addCommand(program, *command, common));

    std::vector<std::string> arguments;
    for (const QString &word : words)
        arguments.push_back(word.toStdString());
    std::reverse(arguments.begin(), arguments.end()); // as CLI11 takes them
    try {
        program.parse(arguments);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == int(CLI::ExitCodes::Success)) // help and version are results
            return program.exit(error);
        const QString unknown = unknownCommand(commands, words);
        return reportWrongUsage(unknown.isEmpty() ? QString::fromStdString(error.what())
                                                  : Text::tr("There is no command \"%1\".").arg(unknown));
    }
    for (std::size_t index = 0; index < commands.size(); ++index)
        if (apps[index]->parsed())
            return runCommand(*commands[index], common);
    return kWrongUsage;
}

} // namespace boxwright::cli
