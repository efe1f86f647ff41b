// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "translations/translations.h"

#include <QGuiApplication>

#include <cstdio>

namespace {

/// Qt's own warnings are no results and no messages of ours; BOXWRIGHT_LOG=1 shows them.
void onQtMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    const bool isShown = type == QtFatalMsg || qEnvironmentVariableIsSet("BOXWRIGHT_LOG");
    if (isShown)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(onQtMessage);
    // Overlays need fonts, fonts need a QGuiApplication; on this platform it needs no display (20 ms at start-up).
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("boxwright"));
    QGuiApplication::setApplicationVersion(QStringLiteral(BOXWRIGHT_VERSION));
    boxwright::installTranslations(QLocale());
    return boxwright::cli::runProgram(QGuiApplication::arguments().mid(1));
}
