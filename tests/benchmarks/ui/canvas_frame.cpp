// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds per frame while a hand pans and zooms over an image of 12 megapixels with 5,000 boxes in the real
// window: from the event until the window is painted and nothing waits. The goal is 16 for 95 of 100.
#include "core/edit/commands/import_dataset.h"
#include "core/session/project_images.h"
#include "ui/canvas/canvas_view.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
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
#include <cstdio>
#include <vector>
#include <random>

using namespace boxwright;

namespace {

constexpr QSize kImage{4000, 3000};
constexpr int kBoxes = 5000;
constexpr int kFrames = 240;

bool makePhoto(const QString &path)
{
    QImage image(kImage, QImage::Format_RGB32);
    std::mt19937 random(1);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::generate(line, line + image.width(), [&random] { return 0xff000000U | (random() & 0xffffffU); });
    }
    return image.save(path, "JPG", 80);
}

/// Five classes, boxes of 15 to 60 pixels all over the image.
Change boxesOn(Document &document)
{
    Change change;
    QList<ClassId> classes;
    for (int i = 0; i < 5; ++i) {
        LabelClass item;
        item.id = document.takeId<ClassId>();
        item.name = QStringLiteral("class %1").arg(i);
        item.color = QColor::fromHsv(i * 70, 200, 220);
        item.position = i;
        classes.append(item.id);
        change.edits.append(ClassEdit{{std::nullopt, item}});
    }
    std::mt19937 random(2);
    std::uniform_real_distribution<double> unit;
    for (int i = 0; i < kBoxes; ++i) {
        Label label;
        label.id = document.takeId<LabelId>();
        label.classId = classes[i % 5];
        const double left = unit(random) * (kImage.width() - 60);
        const double top = unit(random) * (kImage.height() - 60);
        label.box = {left, top, left + 15 + unit(random) * 45, top + 15 + unit(random) * 45};
        change.edits.append(LabelEdit{{std::nullopt, label}, document.dataset().imageAt(0).info.id});
    }
    return change;
}

class Hand
{
public:
    explicit Hand(QWidget &canvas)
        : m_canvas(canvas)
    {
    }

    void mouse(QEvent::Type type, QPoint pos)
    {
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, pos, m_canvas.mapToGlobal(pos), isMove ? Qt::NoButton : Qt::MiddleButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MiddleButton, Qt::NoModifier);
        send(event);
    }

    void wheel(QPoint pos, int notches)
    {
        QWheelEvent event(pos, m_canvas.mapToGlobal(pos), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        send(event);
    }

    /// Prints what the frames since the last report took.
    void report(const char *name)
    {
        std::sort(m_frames.begin(), m_frames.end());
        std::printf("%s p50 %.1f ms p95 %.1f ms longest %.1f ms  ", name, m_frames[m_frames.size() / 2],
                    m_frames[m_frames.size() * 95 / 100], m_frames.back());
        m_frames.clear();
    }

private:
    void send(QEvent &event)
    {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::sendEvent(&m_canvas, &event);
        QCoreApplication::processEvents();
        m_frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    }

    QWidget &m_canvas;
    std::vector<double> m_frames;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Dark);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    if (!makePhoto(folder.filePath(QStringLiteral("photo.jpg"))))
        return 1;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    {
        const auto session = createProjectFromFolder(path, folder.path());
        if (!session)
            return 1;
        Document &document = (*session)->document();
        document.push(std::make_unique<ImportDataset>(document, boxesOn(document)));
        if (!(*session)->waitForSaved())
            return 1;
    }
    MainWindow window(settings, [] { return Result<DetectorBackend *>(failure(QStringLiteral("none"))); });
    window.resize(1600, 1000);
    window.show();
    window.open(path);
    if (!window.workspace())
        return 1;
    CanvasView &canvas = window.workspace()->labelPage().canvas();
    if (!QTest::qWaitFor([&] { return !window.workspace()->labelPage().state().imageSize().isEmpty(); }, 20'000))
        return 1;
    QTest::qWait(1000); // thumbnails and the first paintings are over
    Hand hand(canvas);
    const QPoint middle = canvas.rect().center();
    std::printf("canvas_frame: ");
    for (int i = 0; i < kFrames; ++i)
        hand.mouse(QEvent::MouseMove, middle + QPoint(i % 60, i % 40));
    hand.report("hover");
    hand.mouse(QEvent::MouseButtonPress, middle);
    for (int i = 0; i < kFrames; ++i)
        hand.mouse(QEvent::MouseMove, middle + QPoint(i % 40, i % 25));
    hand.mouse(QEvent::MouseButtonRelease, middle);
    hand.report("pan");
    for (int i = 0; i < kFrames; ++i)
        hand.wheel(middle, i / 12 % 2 == 0 ? 1 : -1);
    hand.report("zoom");
    std::printf("\n");
    return 0;
}
