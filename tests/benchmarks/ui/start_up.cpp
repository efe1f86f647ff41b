// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds from the start of the process until a person can use the window: the real program on a real project (the
// list is painted and nothing waits; the goal is 350) beside a Qt program with an empty window that links no library of
// ours, run alternately; medians. Fails where the program maps LibTorch, which is for training only.
//   start_up [ROUNDS [BOXWRIGHT]]     defaults 15 and the program beside this one's folder
#include "tests/benchmarks/support/watched_program.h"
#include "ui/sample_project.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace boxwright;

namespace {

constexpr int kRounds = 15;

int fail(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return 1;
}

bool isTorch(const QString &library)
{
    return library.startsWith(QLatin1String("libtorch")) || library.startsWith(QLatin1String("libc10"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = QCoreApplication::applicationDirPath();
    const int rounds = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : kRounds;
    const QTemporaryDir work;
    if (const Result<> drawn = drawSample(work.path(), {}, {}); !drawn)
        return fail(drawn.error().message);
    {
        const OpenedSession sample = makeSampleProject(work.path());
        if (!sample || !(*sample)->waitForSaved())
            return fail(QStringLiteral("the sample could not be made"));
    }
    const WatchedProgram real{argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder + QStringLiteral("/../bin/boxwright"),
                              {sampleProjectPath(work.path())},
                              QStringLiteral("imageList")};
    const WatchedProgram nothing{folder + QStringLiteral("/empty_window"), {}, {}};
    std::vector<double> empty;
    std::vector<double> window;
    for (int i = 0; i < rounds; ++i) {
        const auto alone = runUntilShown(nothing, work.path());
        const auto shown = runUntilShown(real, work.path());
        if (!alone || !shown)
            return fail(QStringLiteral("a window did not appear"));
        if (std::any_of(shown->libraries.begin(), shown->libraries.end(), isTorch))
            return fail(QStringLiteral("the program has LibTorch in its memory"));
        empty.push_back(alone->milliseconds);
        window.push_back(shown->milliseconds);
    }
    std::printf("start_up: empty Qt window %.0f ms, Boxwright with a project %.0f ms (%s, %d rounds, no LibTorch)\n",
                median(empty), median(window), qPrintable(QGuiApplication::platformName()), rounds);
    return 0;
}
