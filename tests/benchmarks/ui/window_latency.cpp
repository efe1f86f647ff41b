// SPDX-License-Identifier: GPL-3.0-or-later
// How long an event waits in the window, painting included, before, and while, a real training runs: 95 of 100 within
// 50 ms is the goal.
//   window_latency [SECONDS [THREADS]]     defaults: 20 seconds each, one thread fewer than cores
#include "core/sample/sample_dataset.h"
#include "core/session/training_snapshot.h"
#include "ui/canvas/canvas_view.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
#include "ui/sample_project.h"
#include "ui/theme/theme.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace boxwright;

namespace {

constexpr int kEventEveryMs = 16;

/// What a person's hand does: the pointer moves over the image, now and then the wheel turns; each time the canvas is
/// painted before the event counts as handled. Lives on the GUI thread.
class Hand : public QObject
{
public:
    explicit Hand(CanvasView &canvas)
        : m_canvas(canvas)
    {
        m_clock.start();
    }

    [[nodiscard]] qint64 now() const { return m_clock.nsecsElapsed(); }

    void act(qint64 askedAt)
    {
        ++m_count;
        const QPointF pos(200 + m_count * 7 % 400, 200 + m_count * 5 % 300);
        const QPointF global = m_canvas.mapToGlobal(pos);
        if (m_count % 4 == 0) {
            QWheelEvent wheel(pos, global, {}, {0, m_count % 8 == 0 ? 120 : -120}, Qt::NoButton, Qt::ControlModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&m_canvas, &wheel);
        } else {
            QMouseEvent move(QEvent::MouseMove, pos, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&m_canvas, &move);
        }
        m_canvas.repaint();
        milliseconds.push_back(double(now() - askedAt) / 1e6);
    }

    std::vector<double> milliseconds;

private:
    CanvasView &m_canvas;
    QElapsedTimer m_clock;
    int m_count = 0;
};

/// Asks from a thread of its own, as the window system does, whether the window keeps up or not.
void measure(Hand &hand, int seconds, const char *name)
{
    hand.milliseconds.clear();
    std::atomic<bool> isOver = false;
    std::thread desktop([&] {
        const int events = seconds * 1000 / kEventEveryMs;
        for (int i = 0; i < events; ++i) {
            const qint64 askedAt = hand.now();
            QMetaObject::invokeMethod(
                &hand, [&hand, askedAt] { hand.act(askedAt); }, Qt::QueuedConnection);
            std::this_thread::sleep_for(std::chrono::milliseconds(kEventEveryMs));
        }
        isOver = true;
    });
    while (!isOver)
        QTest::qWait(20);
    desktop.join();
    QTest::qWait(200);
    std::vector<double> &times = hand.milliseconds;
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) { return times[size_t(share * double(times.size() - 1))]; };
    std::printf("%s: %zu events, median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms\n", name, times.size(),
                at(0.5), at(0.95), at(0.99), times.back());
    std::fflush(stdout);
}

int fail(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int seconds = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 20;
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    applyTheme(application, ThemeChoice::Dark);
    if (const Result<> drawn = drawSample(folder.path(), {}, {}); !drawn)
        return fail(drawn.error().message);
    {
        const OpenedSession sample = makeSampleProject(folder.path());
        if (!sample)
            return fail(sample.error().message);
        if (!(*sample)->waitForSaved())
            return fail(QStringLiteral("the sample could not be saved"));
    }
    MainWindow window(settings, &detectorBackend);
    window.resize(1600, 1000);
    window.show();
    window.open(sampleProjectPath(folder.path()));
    Workspace *workspace = window.workspace();
    if (!workspace)
        return fail(QStringLiteral("the sample did not open"));
    QTest::qWait(1000);
    Hand hand(workspace->labelPage().canvas());
    measure(hand, seconds, "at rest");

    TrainingSnapshot snapshot = trainingSnapshot(workspace->session(), 1);
    TrainingRequest request;
    request.runName = QStringLiteral("bench");
    request.runFolder = folder.filePath(QStringLiteral("bench-run"));
    request.classes = snapshot.classes;
    request.train = std::move(snapshot.train);
    request.validation = std::move(snapshot.validation);
    request.hyperparameters =
        presetHyperparameters(TrainingPreset::Balanced, {.trainingImages = int(request.train.size())});
    request.threads = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 0;
    TrainingRunner &training = workspace->training();
    qint64 steps = 0;
    QString problem;
    QObject::connect(&training, &TrainingRunner::stepped, &hand,
                     [&steps](const StepEvent &event) { steps = event.step; });
    QObject::connect(&training, &TrainingRunner::failed, &hand,
                     [&problem](const Error &error) { problem = error.message; });
    training.start(request);
    while (steps == 0 && problem.isEmpty())
        QTest::qWait(50);
    if (!problem.isEmpty())
        return fail(problem);
    measure(hand, seconds, "while training");
    training.stop();
    while (training.isRunning())
        QTest::qWait(50);
    std::printf("training went on for %lld steps meanwhile\n", static_cast<long long>(steps));
    return 0;
}
