// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from an edit until the "all saved" light may say so.
//   edit_durability [FOLDER [EDITS]]     defaults: a temporary folder, 500 edits, one every 20 ms
#include "core/edit/commands/add_class.h"
#include "core/edit/commands/add_images.h"
#include "core/edit/commands/add_label.h"
#include "core/session/project_session.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace boxwright;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString place = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath();
    const int edits = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 500;
    QTemporaryDir folder(place + QStringLiteral("/durability-XXXXXX"));
    auto session = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
    if (!session || edits <= 0)
        return 1;
    Document &document = (*session)->document();
    document.push(std::make_unique<AddClass>(document, QStringLiteral("bee")));
    ImageInfo info;
    info.path = QStringLiteral("a.jpg");
    document.push(std::make_unique<AddImages>(document, QList<ImageInfo>{info}));
    Label label;
    label.classId = document.dataset().classes().first().id;
    label.box = {1, 2, 3, 4};
    const ImageId image = document.dataset().imageAt(0).info.id;
    if (!(*session)->waitForSaved())
        return 1;

    std::vector<double> milliseconds;
    std::vector<double> pushes;
    QElapsedTimer clock;
    QTimer timer;
    timer.setInterval(20);
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        if (!(*session)->isSaved())
            return; // one at a time, so that each answer is about one edit
        if (static_cast<int>(milliseconds.size()) >= edits)
            return QCoreApplication::quit();
        clock.start();
        document.push(std::make_unique<AddLabel>(document, image, label));
        pushes.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    });
    QObject::connect(session->get(), &ProjectSession::savedChanged, &application, [&](bool isSaved) {
        if (isSaved && clock.isValid())
            milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    });
    timer.start();
    QCoreApplication::exec();
    std::sort(milliseconds.begin(), milliseconds.end());
    std::sort(pushes.begin(), pushes.end());
    const auto at = [](const std::vector<double> &values, double share) {
        return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("edit_durability: %d edits, push to saved p50 %.2f ms, p95 %.2f ms, max %.2f ms; the window waits p95 "
                "%.3f ms for a push\n",
                edits, at(milliseconds, 0.5), at(milliseconds, 0.95), milliseconds.back(), at(pushes, 0.95));
    return 0;
}
