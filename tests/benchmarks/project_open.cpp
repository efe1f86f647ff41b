// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes until a folder of tiny images is a list that a person can use in the real program (the goal is one
// second for 100,000), and what its parts cost: listing them as a new project, opening a project again.
//   project_open [IMAGES [LABELS]]     defaults 100000 and 500000
#include "core/edit/commands/import_dataset.h"
#include "core/session/project_images.h"
#include "tests/benchmarks/support/watched_program.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <cstdio>
#include <vector>

using namespace boxwright;

namespace {

void addLabels(ProjectSession &session, int count)
{
    Change change;
    LabelClass item;
    item.id = session.document().takeId<ClassId>();
    item.name = QStringLiteral("bee");
    item.color = QColor(0x56, 0xb4, 0xe9);
    change.edits.append(ClassEdit{{std::nullopt, item}});
    const Dataset &dataset = session.dataset();
    for (int i = 0; i < count; ++i) {
        Label label;
        label.id = session.document().takeId<LabelId>();
        label.classId = item.id;
        label.box = {i % 100 + 0.25, i % 70 + 0.5, i % 100 + 20.125, i % 70 + 33.0};
        change.edits.append(LabelEdit{{std::nullopt, label}, dataset.imageAt(i % dataset.imageCount()).info.id});
    }
    session.document().push(std::make_unique<ImportDataset>(session.document(), change));
}

bool makeFiles(const QString &folder, int count)
{
    constexpr int kPerFolder = 1000;
    QBuffer png;
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    if (!png.open(QIODevice::WriteOnly) || !image.save(&png, "PNG"))
        return false;
    for (int i = 0; i < count; ++i) {
        const QString below = QStringLiteral("%1/%2").arg(folder).arg(i / kPerFolder);
        if (i % kPerFolder == 0 && !QDir().mkpath(below))
            return false;
        QFile file(QStringLiteral("%1/image %2.png").arg(below).arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(png.data()) != png.size())
            return false;
    }
    return true;
}

/// In the real program, from the start of its process; 0 where its list did not show all of them.
double windowMilliseconds(const QString &path, int images, const QString &home)
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/boxwright");
    const auto shown = runUntilShown({program, {path}, QStringLiteral("imageList")}, home);
    return shown && shown->rows == images ? shown->milliseconds : 0;
}

/// The folder as a new project each time.
double newFolderMilliseconds(const QString &folder, int images, const QString &home)
{
    constexpr int kRounds = 5;
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        times.push_back(windowMilliseconds(folder, images, home));
        for (const QString &made : QDir(folder).entryList({QStringLiteral("*.boxwright*")}, QDir::Files))
            QFile::remove(QDir(folder).filePath(made));
    }
    return median(times);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int images = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 100'000;
    const int labels = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 500'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.boxwright"));
    if (images <= 0 || !makeFiles(folder.filePath(QStringLiteral("images")), images))
        return 1;
    QElapsedTimer clock;
    clock.start();
    auto session = createProjectFromFolder(path, folder.filePath(QStringLiteral("images")));
    if (!session)
        return 1;
    const double listed = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!(*session)->waitForSaved(600'000))
        return 1;
    const double durable = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    session->reset();
    clock.start();
    session = ProjectSession::open(path);
    const double withoutLabels = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    addLabels(**session, labels);
    if (!(*session)->waitForSaved(600'000))
        return 1;
    session->reset();
    clock.start();
    session = ProjectSession::open(path);
    const double withLabels = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    std::printf("project_open: %d images listed in %.0f ms, durable after %.0f ms; reopened in %.0f ms, with %d labels "
                "in %.0f ms\n",
                images, listed, durable, withoutLabels, labels, withLabels);
    if (!session || (*session)->dataset().labelCount() != labels)
        return 1;
    session->reset();
    const double window = newFolderMilliseconds(folder.filePath(QStringLiteral("images")), images, folder.path());
    const double again = windowMilliseconds(path, images, folder.path());
    std::printf(
        "project_open: in the window, from the start of the program: a new folder %.0f ms, the project with its "
        "labels %.0f ms\n",
        window, again);
    return window > 0 && again > 0 ? 0 : 1;
}
