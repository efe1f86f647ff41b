// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_dataset.h"

#include "core/sample/sample_scene.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace boxwright;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<nlohmann::json> linesOf(const QString &path)
{
    QList<nlohmann::json> lines;
    for (const QByteArray &line : contentOf(path).split('\n')) {
        if (!line.isEmpty())
            lines << nlohmann::json::parse(line.toStdString());
    }
    return lines;
}

} // namespace

class SampleDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyImageHasOneLineThatFitsIt();
    void theSameSeedGivesTheSameBytes();
    void scenesAreEmptyCrowdedAndOfEveryClass();
    void everyBoxLiesInsideItsImage();
    void aCancelledDrawingSaysSo();
    void aFolderThatCannotBeMadeIsNamed();
};

void SampleDatasetTest::everyImageHasOneLineThatFitsIt()
{
    const QTemporaryDir folder;
    QVERIFY(drawSampleDataset(folder.path(), {.images = 10, .seed = 3}, {}, {}));
    const auto train = linesOf(folder.filePath(QStringLiteral("train.manifest")));
    const auto validation = linesOf(folder.filePath(QStringLiteral("validation.manifest")));
    QCOMPARE(train.size(), 8);
    QCOMPARE(validation.size(), 2);
    std::set<std::string> files;
    for (const auto &line : train + validation) {
        const std::string file = line["source-ref"];
        files.insert(file);
        const QImage image(folder.filePath(QString::fromStdString(file)));
        QVERIFY(!image.isNull());
        QCOMPARE(line["boxes"]["image_size"][0]["width"].get<int>(), image.width());
        QCOMPARE(line["boxes"]["image_size"][0]["height"].get<int>(), image.height());
        QCOMPARE(line["boxes-metadata"]["objects"].size(), line["boxes"]["annotations"].size());
        QCOMPARE(line["boxes-metadata"]["class-map"].size(), size_t{3});
    }
    QCOMPARE(files.size(), size_t{10});
}

void SampleDatasetTest::theSameSeedGivesTheSameBytes()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    const QTemporaryDir other;
    QVERIFY(drawSampleDataset(first.path(), {.images = 3, .seed = 5}, {}, {}));
    QVERIFY(drawSampleDataset(second.path(), {.images = 3, .seed = 5}, {}, {}));
    QVERIFY(drawSampleDataset(other.path(), {.images = 3, .seed = 6}, {}, {}));
    for (const QString &file : {QStringLiteral("train.manifest"), QStringLiteral("images/scene-002.jpg")}) {
        QVERIFY(!contentOf(first.filePath(file)).isEmpty());
        QVERIFY2(contentOf(first.filePath(file)) == contentOf(second.filePath(file)), qPrintable(file));
        QVERIFY2(contentOf(first.filePath(file)) != contentOf(other.filePath(file)), qPrintable(file));
    }
}

void SampleDatasetTest::scenesAreEmptyCrowdedAndOfEveryClass()
{
    std::set<int> classes;
    size_t fewest = 100;
    size_t most = 0;
    for (int number = 0; number < 12; ++number) {
        const SampleScene scene = drawSampleScene(number, 1);
        fewest = std::min(fewest, scene.objects.size());
        most = std::max(most, scene.objects.size());
        for (const SampleObject &object : scene.objects)
            classes.insert(object.classIndex);
    }
    QCOMPARE(fewest, size_t{0});
    QVERIFY(most >= 9);
    QCOMPARE(classes.size(), size_t{3});
}

void SampleDatasetTest::everyBoxLiesInsideItsImage()
{
    for (int number = 0; number < 24; ++number) {
        const SampleScene scene = drawSampleScene(number, 2);
        for (const SampleObject &object : scene.objects) {
            QVERIFY(object.box == object.box.clippedTo(scene.image.size()));
            QVERIFY(object.box.width() >= 12 && object.box.height() >= 12);
        }
    }
}

void SampleDatasetTest::aCancelledDrawingSaysSo()
{
    const QTemporaryDir folder;
    CancelFlag cancel;
    const auto result =
        drawSampleDataset(folder.path(), {.images = 5, .seed = 1}, cancel, [&](const Progress &) { cancel.cancel(); });
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(QStringLiteral("1 image")), qPrintable(result.error().message));
}

void SampleDatasetTest::aFolderThatCannotBeMadeIsNamed()
{
    const QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("file"));
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto result = drawSampleDataset(blocked, {.images = 1, .seed = 1}, {}, {});
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(QStringLiteral("file")), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(SampleDatasetTest)
#include "sample_dataset_test.moc"
