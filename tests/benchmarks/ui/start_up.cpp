// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds from the start of a process to the first idle moment after its window was painted: the main window
// (the goal is 350) beside an empty Qt window, run alternately; medians.
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace boxwright;

namespace {

constexpr int kRounds = 15;

/// Ends the program once the window was painted and nothing waits.
class PaintWatch : public QObject
{
protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && watched->isWidgetType())
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return false;
    }
};

int runWindow(QApplication &application, QWidget &window)
{
    PaintWatch watch;
    window.installEventFilter(&watch);
    window.show();
    return application.exec();
}

double millisecondsOf(const QString &program, const QString &mode)
{
    QElapsedTimer timer;
    timer.start();
    QProcess child;
    child.start(program, {mode});
    child.waitForFinished();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString mode = QApplication::arguments().value(1);
    if (mode == QLatin1String("empty")) {
        QWidget window;
        window.resize(1400, 880);
        return runWindow(application, window);
    }
    if (mode == QLatin1String("window")) {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        applyTheme(application, ThemeChoice::System);
        MainWindow window(settings, [] { return Result<DetectorBackend *>(failure(QStringLiteral("none"))); });
        return runWindow(application, window);
    }
    std::vector<double> empty;
    std::vector<double> window;
    for (int i = 0; i < kRounds; ++i) {
        empty.push_back(millisecondsOf(QApplication::applicationFilePath(), QStringLiteral("empty")));
        window.push_back(millisecondsOf(QApplication::applicationFilePath(), QStringLiteral("window")));
    }
    std::printf("empty window %.0f ms  main window %.0f ms\n", median(empty), median(window));
    return 0;
}
