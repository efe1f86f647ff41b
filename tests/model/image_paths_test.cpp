// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/image_paths.h"

#include <QTest>

using namespace boxwright;

class ImagePathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreThoseOfTheProjectsFolder();
};

void ImagePathsTest::pathsAreThoseOfTheProjectsFolder()
{
    std::vector<ImageRecord> records;
    for (const char *path : {"1.jpg", "more/../2.jpg", "../3.jpg", "/elsewhere/4.jpg"}) {
        ImageRecord record;
        record.info.id = ImageId{qint64(records.size()) + 1};
        record.info.path = QLatin1String(path);
        records.push_back(record);
    }
    const Dataset dataset({}, std::move(records));
    const QStringList wanted{QStringLiteral("/data/bees/1.jpg"), QStringLiteral("/data/bees/2.jpg"),
                             QStringLiteral("/data/3.jpg"), QStringLiteral("/elsewhere/4.jpg")};
    QCOMPARE(imagePaths(dataset, QStringLiteral("/data/bees")), wanted);
}

QTEST_GUILESS_MAIN(ImagePathsTest)
#include "image_paths_test.moc"
