// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/thumbnail_cache.h"

#include "core/imaging/overlay.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class ThumbnailCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThumbnailIsMadeOnceAndFoundAfterwards();
    void theLeastRecentlyUsedGoesFirst();
    void aBrokenImageIsAMessageAndNotKept();
};

void ThumbnailCacheTest::aThumbnailIsMadeOnceAndFoundAfterwards()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QImage image(400, 200, QImage::Format_RGB888);
    image.fill(Qt::cyan);
    QVERIFY(writePng(path, image).has_value());

    ThumbnailCache cache(100);
    QVERIFY(!cache.find(path));
    QCOMPARE(cache.make(path)->size(), QSize(100, 50));
    QVERIFY(QFile::remove(path));
    QCOMPARE(cache.find(path)->size(), QSize(100, 50));
    QVERIFY(cache.make(path).has_value());
    cache.forget(path);
    QVERIFY(!cache.make(path).has_value());
}

void ThumbnailCacheTest::theLeastRecentlyUsedGoesFirst()
{
    QTemporaryDir folder;
    QImage image(20, 20, QImage::Format_RGB888); // 1200 bytes: lines of 60
    image.fill(Qt::cyan);
    QStringList paths;
    for (int i = 0; i < 3; ++i) {
        paths << folder.filePath(QStringLiteral("%1.png").arg(i));
        QVERIFY(writePng(paths.last(), image).has_value());
    }
    ThumbnailCache cache(20, 2500);
    QVERIFY(cache.make(paths[0]).has_value());
    QVERIFY(cache.make(paths[1]).has_value());
    QVERIFY(cache.find(paths[0]).has_value());
    QVERIFY(cache.make(paths[2]).has_value());
    QVERIFY(cache.find(paths[0]) && !cache.find(paths[1]) && cache.find(paths[2]));
}

void ThumbnailCacheTest::aBrokenImageIsAMessageAndNotKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no image");
    file.close();
    ThumbnailCache cache(50);
    const Result<QImage> made = cache.make(path);
    QVERIFY(!made && made.error().message.contains(QLatin1String("broken.png")));
    QVERIFY(!cache.find(path));
}

QTEST_GUILESS_MAIN(ThumbnailCacheTest)
#include "thumbnail_cache_test.moc"
