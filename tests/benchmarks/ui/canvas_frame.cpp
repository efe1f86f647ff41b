// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds per frame while panning and zooming over an image of 12 megapixels with 5,000 boxes: the goal is 16.
#include "ui/canvas/box_painter.h"
#include "ui/canvas/image_painter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace boxwright;

namespace {

constexpr QSize kImage{4000, 3000};
constexpr QSize kView{1100, 900};
constexpr int kBoxes = 5000;
constexpr int kFrames = 120;

std::shared_ptr<const LoadedImage> noise()
{
    auto loaded = std::make_shared<LoadedImage>();
    QImage image(kImage, QImage::Format_RGB32);
    std::mt19937 random(1);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::generate(line, line + image.width(), [&random] { return 0xff000000U | (random() & 0xffffffU); });
    }
    loaded->levels.push_back(image);
    while (loaded->levels.back().width() > 512)
        loaded->levels.push_back(loaded->levels.back().scaled(loaded->levels.back().size() / 2));
    return loaded;
}

Dataset scene()
{
    QList<LabelClass> classes;
    for (int i = 0; i < 5; ++i) {
        LabelClass labelClass;
        labelClass.id = ClassId{i + 1};
        labelClass.name = QStringLiteral("class %1").arg(i);
        labelClass.color = QColor::fromHsv(i * 70, 200, 220);
        labelClass.position = i;
        classes.append(labelClass);
    }
    std::mt19937 random(2);
    std::uniform_real_distribution<double> unit;
    ImageRecord image;
    image.info.id = ImageId{1};
    for (int i = 0; i < kBoxes; ++i) {
        Label label;
        label.id = LabelId{100 + i};
        label.classId = ClassId{i % 5 + 1};
        const double left = unit(random) * (kImage.width() - 60);
        const double top = unit(random) * (kImage.height() - 60);
        label.box = {left, top, left + 15 + unit(random) * 45, top + 15 + unit(random) * 45};
        image.labels.append(label);
    }
    return Dataset(classes, {image});
}

void report(const char *name, std::vector<double> frames)
{
    std::sort(frames.begin(), frames.end());
    std::printf("%-5s p50 %5.1f ms  p95 %5.1f ms\n", name, frames[frames.size() / 2], frames[frames.size() * 95 / 100]);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Dark);
    const Dataset dataset = scene();
    ImagePainter image;
    image.setImage(noise());
    RenderContext context;
    context.viewSize = kView;
    context.image = &dataset.imageAt(0);
    context.dataset = &dataset;
    context.tokens = darkTokens();
    context.chipFont = themeFont(12, true);
    QImage window(kView, QImage::Format_RGB32);
    const auto frame = [&](const ViewTransform &view) {
        QElapsedTimer timer;
        timer.start();
        context.view = view;
        QPainter painter(&window);
        image.paint(painter, view, {kView, 1, darkTokens().surround});
        paintBoxes(painter, context);
        painter.end();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    const ViewTransform whole = ViewTransform::fitted(kImage, kView, 12);
    std::vector<double> pan;
    std::vector<double> zoom;
    for (int i = 0; i < kFrames; ++i) {
        ViewTransform moved = whole;
        moved.offset += QPointF(i % 40, i % 25);
        pan.push_back(frame(moved));
    }
    for (int i = 0; i < kFrames; ++i)
        zoom.push_back(frame(whole.zoomedAt({500, 400}, whole.scale * std::pow(1.05, i % 60))));
    report("pan", pan);
    report("zoom", zoom);
    return 0;
}
