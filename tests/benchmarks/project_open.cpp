// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to list a folder of images as a new project and to open a project again.
//   project_open [IMAGES [LABELS]]     defaults 100000 and 500000
#include "core/edit/commands/import_dataset.h"
#include "core/session/project_images.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

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
    for (int i = 0; i < count; ++i) {
        const QString below = QStringLiteral("%1/%2").arg(folder).arg(i / kPerFolder);
        if (i % kPerFolder == 0 && !QDir().mkpath(below))
            return false;
        QFile file(QStringLiteral("%1/image %2.jpg").arg(below).arg(i));
        if (!file.open(QIODevice::WriteOnly))
            return false;
    }
    return true;
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
    return session && (*session)->dataset().labelCount() == labels ? 0 : 1;
}
