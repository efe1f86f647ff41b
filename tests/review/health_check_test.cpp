// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/health_check.h"

#include "core/edit/document.h"
#include "tests/support/format_doubles.h"
#include "tests/support/image_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

LabelClass makeClass(int id, const char *name)
{
    return {ClassId{id}, QLatin1String(name), Qt::red, 0, id - 1};
}

ImageRecord makeImage(int id, const QString &path, Split split = Split::Train)
{
    ImageRecord image;
    image.info.id = ImageId{100 + id};
    image.info.path = path;
    image.info.size = {100, 100};
    image.info.split = split;
    image.info.state = ReviewState::Reviewed;
    return image;
}

void addLabel(ImageRecord &image, const Box &box, int classId = 1)
{
    Label label;
    label.id = LabelId{toNumber(image.info.id) * 1000 + image.labels.size()};
    label.classId = ClassId{classId};
    label.box = box;
    image.labels.append(label);
}

HealthOptions withoutFiles()
{
    HealthOptions options;
    options.looksAtFiles = false;
    return options;
}

QImage picture(int seed)
{
    QImage image(160, 120, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor((x * (seed % 5 + 1)) % 256, (y * (seed % 3 + 2)) % 256, seed * 37 % 256));
    }
    for (int i = 0; i < 6; ++i) { // blocks whose places depend on the seed
        const QPoint at((seed * 53 + i * 71) % 120, (seed * 31 + i * 47) % 90);
        for (int y = 0; y < 25; ++y) {
            for (int x = 0; x < 30; ++x)
                image.setPixelColor(at.x() + x, at.y() + y, QColor(255 - i * 40, i * 40, 200));
        }
    }
    return image;
}

} // namespace

class HealthCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundDataSetHasNoFindings();
    void boxesAreJudged_data();
    void boxesAreJudged();
    void fixesAreOneUndoableStepAndLeaveNothingToFix();
    void tinyDependsOnTheImageShape();
    void theFullestImageSetsTheLabelWidth();
    void classesAreJudged();
    void imagesOfSeveralClassesAreListedOnce();
    void namesAreComparedWithoutFolderAndEnding();
    void filesAreLookedAt();
    void nearDuplicatesAcrossSplitsAreAProblem();
    void sizesThatNobodyHasLearnedComeFromTheFiles();
    void aCancelledCheckSaysSo();
};

void HealthCheckTest::aSoundDataSetHasNoFindings()
{
    std::vector<ImageRecord> images;
    for (int i = 0; i < 30; ++i) {
        images.push_back(makeImage(i, QStringLiteral("%1.jpg").arg(i), i % 2 ? Split::Train : Split::Validation));
        addLabel(images.back(), {10, 10, 60, 60});
    }
    const Result<HealthReport> report = checkHealth(Dataset({makeClass(1, "bee")}, images), withoutFiles());
    QVERIFY(report);
    QVERIFY2(report->findings.isEmpty(), qPrintable(report->findings.isEmpty() ? QString() : report->findings[0].kind));
    QCOMPARE(report->fullestImage, 1);
    QCOMPARE(report->labelWidth, 7);
}

void HealthCheckTest::boxesAreJudged_data()
{
    QTest::addColumn<QList<Box>>("boxes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("fixes");
    QTest::newRow("beyond the edge") << QList<Box>{{50, 50, 101, 90}} << QStringLiteral("box-outside") << 1;
    QTest::newRow("outside") << QList<Box>{{150, 50, 180, 90}} << QStringLiteral("box-outside") << 1;
    QTest::newRow("at the edge") << QList<Box>{{50, 50, 100, 100}} << QString() << 0;
    QTest::newRow("no area") << QList<Box>{{50, 50, 50, 90}} << QStringLiteral("zero-area") << 1;
    QTest::newRow("tiny") << QList<Box>{{50, 50, 52, 60}} << QStringLiteral("tiny-box") << 0;
    QTest::newRow("twice") << QList<Box>{{10, 10, 60, 60}, {10.4, 10, 60, 60}} << QStringLiteral("duplicate-box") << 1;
    QTest::newRow("three times") << QList<Box>{{10, 10, 60, 60}, {10, 10, 60, 60}, {10, 10, 60, 60}}
                                 << QStringLiteral("duplicate-box") << 2;
    QTest::newRow("beside") << QList<Box>{{10, 10, 60, 60}, {15, 10, 65, 60}} << QString() << 0;
    QTest::newRow("long") << QList<Box>{{0, 10, 100, 20}} << QStringLiteral("extreme-shape") << 0;
}

void HealthCheckTest::boxesAreJudged()
{
    QFETCH(QList<Box>, boxes);
    QFETCH(QString, kind);
    QFETCH(int, fixes);
    ImageRecord image = makeImage(1, QStringLiteral("a.jpg"));
    for (const Box &box : boxes)
        addLabel(image, box);
    const Result<HealthReport> report = checkHealth(Dataset({makeClass(1, "bee")}, {image}), withoutFiles());
    QVERIFY(report);
    const QStringList ofBoxes{QStringLiteral("box-outside"), QStringLiteral("zero-area"),
                              QStringLiteral("tiny-box"),    QStringLiteral("duplicate-box"),
                              QStringLiteral("two-classes"), QStringLiteral("extreme-shape")};
    QStringList found;
    for (const HealthFinding &finding : report->findings) {
        if (!ofBoxes.contains(finding.kind))
            continue;
        found << finding.kind;
        QCOMPARE(finding.images, QList<ImageId>{image.info.id});
        QVERIFY(!finding.text.isEmpty());
    }
    QCOMPARE(found, kind.isEmpty() ? QStringList() : QStringList{kind});
    QCOMPARE(report->fixes().size(), fixes);
}

void HealthCheckTest::fixesAreOneUndoableStepAndLeaveNothingToFix()
{
    ImageRecord image = makeImage(1, QStringLiteral("a.jpg"));
    addLabel(image, {-5, 50, 50, 120});
    addLabel(image, {-5, 50, 50, 120});
    addLabel(image, {10, 10, 10, 60});
    addLabel(image, {200, 200, 260, 260});
    addLabel(image, {20, 10, 60, 40});
    addLabel(image, {20, 10, 60, 40}, 2); // which class is right a person must say
    const Dataset before({makeClass(1, "bee"), makeClass(2, "wasp")}, {image});
    Document document(before, 1'000'000);
    const Result<HealthReport> report = checkHealth(before, withoutFiles());
    QVERIFY(report && report->finding(QStringLiteral("two-classes")));
    QVERIFY(document.push(std::make_unique<AlterLabels>(document, QStringLiteral("Mend"), report->fixes())));
    const QList<Label> &labels = document.dataset().imageAt(0).labels;
    QCOMPARE(labels.size(), 3);
    QVERIFY(labels[0].box == (Box{0, 50, 50, 100}));
    const Result<HealthReport> after = checkHealth(document.dataset(), withoutFiles());
    QVERIFY(after && after->fixes().isEmpty());
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QVERIFY(document.dataset().imageAt(0).labels == image.labels);
}

void HealthCheckTest::tinyDependsOnTheImageShape()
{
    ImageRecord image = makeImage(1, QStringLiteral("a.jpg"));
    image.info.size = {1000, 500};
    addLabel(image, {0, 0, 20, 20}); // 6 x 12 pixels of 300, 10 x 20 of 512
    HealthOptions options = withoutFiles();
    const Dataset dataset({makeClass(1, "bee")}, {image});
    QVERIFY(checkHealth(dataset, options)->finding(QStringLiteral("tiny-box")));
    options.imageShape = 512;
    QVERIFY(!checkHealth(dataset, options)->finding(QStringLiteral("tiny-box")));
}

void HealthCheckTest::theFullestImageSetsTheLabelWidth()
{
    ImageRecord image = makeImage(1, QStringLiteral("a.jpg"));
    image.info.size = {10'000, 100};
    for (int i = 0; i < 70; ++i)
        addLabel(image, {i * 100.0, 10, i * 100.0 + 90, 90});
    const Result<HealthReport> report = checkHealth(Dataset({makeClass(1, "bee")}, {image}), withoutFiles());
    const HealthFinding *finding = report->finding(QStringLiteral("label-width"));
    QVERIFY(finding);
    QCOMPARE(report->labelWidth, 352); // one more object than 350 holds
    QVERIFY2(finding->text.contains(QLatin1String("352")), qPrintable(finding->text));
}

void HealthCheckTest::classesAreJudged()
{
    std::vector<ImageRecord> images;
    for (int i = 0; i < 25; ++i) {
        images.push_back(makeImage(i, QStringLiteral("%1.jpg").arg(i), i < 20 ? Split::Train : Split::Validation));
        addLabel(images.back(), {10, 10, 60, 60}, 1);
    }
    addLabel(images[0], {70, 70, 99, 99}, 3);
    const Result<HealthReport> report =
        checkHealth(Dataset({makeClass(1, "bee"), makeClass(2, "wasp"), makeClass(3, "fly")}, images), withoutFiles());
    const HealthFinding *gap = report->finding(QStringLiteral("class-gap"));
    QVERIFY(gap && gap->count == 1 && gap->text.contains(QLatin1String("1 wasp")));
    const HealthFinding *few = report->finding(QStringLiteral("few-labels"));
    QVERIFY(few && few->count == 1 && few->text.contains(QLatin1String("fly (1)")));
    const HealthFinding *unvalidated = report->finding(QStringLiteral("class-not-validated"));
    QVERIFY(unvalidated && unvalidated->count == 1 && unvalidated->text.contains(QLatin1String("fly")));
    QCOMPARE(unvalidated->images, QList<ImageId>{images[0].info.id});
}

void HealthCheckTest::imagesOfSeveralClassesAreListedOnce()
{
    std::vector<ImageRecord> images{makeImage(1, QStringLiteral("a.jpg")), makeImage(2, QStringLiteral("b.jpg")),
                                    makeImage(3, QStringLiteral("c.jpg"), Split::Validation)};
    addLabel(images[0], {10, 10, 60, 60}, 2);
    addLabel(images[1], {10, 10, 60, 60}, 1);
    addLabel(images[1], {70, 70, 99, 99}, 2);
    const Result<HealthReport> report =
        checkHealth(Dataset({makeClass(1, "bee"), makeClass(2, "wasp")}, images), withoutFiles());
    const QList<ImageId> both{images[0].info.id, images[1].info.id};
    QCOMPARE(report->finding(QStringLiteral("few-labels"))->images, both);
    QCOMPARE(report->finding(QStringLiteral("class-not-validated"))->images, both);
}

void HealthCheckTest::namesAreComparedWithoutFolderAndEnding()
{
    const std::vector<ImageRecord> images{makeImage(1, QStringLiteral("x/a.jpg")),
                                          makeImage(2, QStringLiteral("y/A.png")),
                                          makeImage(3, QStringLiteral("b.jpg"))};
    const Result<HealthReport> report = checkHealth(Dataset({}, images), withoutFiles());
    const HealthFinding *finding = report->finding(QStringLiteral("name-collision"));
    QVERIFY(finding);
    QCOMPARE(finding->images, (QList<ImageId>{images[0].info.id, images[1].info.id}));
    QVERIFY(report->finding(QStringLiteral("no-validation")));
}

void HealthCheckTest::filesAreLookedAt()
{
    const QTemporaryDir folder;
    const auto save = [&folder](const char *name, const QImage &image) {
        return image.save(folder.filePath(QLatin1String(name)));
    };
    QVERIFY(save("colour.png", picture(1)));
    QVERIFY(save("grey.png", picture(2).convertToFormat(QImage::Format_Grayscale8)));
    QVERIFY(save("grey.jpg", picture(3).convertToFormat(QImage::Format_Grayscale8)));
    QVERIFY(save("alpha.png", picture(4).convertToFormat(QImage::Format_ARGB32)));
    QVERIFY(save("other.bmp", picture(5)));
    QVERIFY(put(folder.filePath(QStringLiteral("broken.jpg")), "no image"));
    std::vector<ImageRecord> images;
    for (const char *name :
         {"colour.png", "grey.png", "grey.jpg", "alpha.png", "other.bmp", "broken.jpg", "missing.jpg"})
        images.push_back(makeImage(int(images.size()), QLatin1String(name)));
    HealthOptions options;
    options.folder = folder.path();
    const Result<HealthReport> report = checkHealth(Dataset({}, images), options);
    QVERIFY(report);
    const auto idsOf = [&](const char *kind) {
        const HealthFinding *finding = report->finding(QLatin1String(kind));
        return finding ? finding->images : QList<ImageId>();
    };
    QCOMPARE(idsOf("unreadable-image"), (QList<ImageId>{images[5].info.id, images[6].info.id}));
    QCOMPARE(idsOf("other-channels"), (QList<ImageId>{images[1].info.id, images[2].info.id, images[3].info.id}));
    QCOMPARE(idsOf("other-file-kind"), QList<ImageId>{images[4].info.id});
    QVERIFY(report->findings.first().severity == Severity::Problem); // the worst first
}

void HealthCheckTest::nearDuplicatesAcrossSplitsAreAProblem()
{
    const QTemporaryDir folder;
    const QImage one = picture(1);
    QVERIFY(one.save(folder.filePath(QStringLiteral("a.png"))));
    QVERIFY(one.scaled(320, 240, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .save(folder.filePath(QStringLiteral("b.jpg")), nullptr, 60));
    QVERIFY(picture(2).save(folder.filePath(QStringLiteral("c.png"))));
    std::vector<ImageRecord> images{makeImage(1, QStringLiteral("a.png")),
                                    makeImage(2, QStringLiteral("b.jpg"), Split::Validation),
                                    makeImage(3, QStringLiteral("c.png"), Split::Validation)};
    HealthOptions options;
    options.folder = folder.path();
    const QList<ImageId> pair{images[0].info.id, images[1].info.id};
    const Result<HealthReport> across = checkHealth(Dataset({}, images), options);
    QVERIFY(across && across->finding(QStringLiteral("near-duplicate-across-splits")));
    QCOMPARE(across->finding(QStringLiteral("near-duplicate-across-splits"))->images, pair);
    images[1].info.split = Split::Train;
    const Result<HealthReport> within = checkHealth(Dataset({}, images), options);
    QVERIFY(within && !within->finding(QStringLiteral("near-duplicate-across-splits")));
    QCOMPARE(within->finding(QStringLiteral("near-duplicate"))->images, pair);
}

void HealthCheckTest::sizesThatNobodyHasLearnedComeFromTheFiles()
{
    const QTemporaryDir folder;
    QVERIFY(picture(1).save(folder.filePath(QStringLiteral("a.png")))); // 160 x 120
    ImageRecord image = makeImage(1, QStringLiteral("a.png"));
    image.info.size = QSize();
    addLabel(image, {100, 50, 170, 100});
    HealthOptions options;
    options.folder = folder.path();
    const Result<HealthReport> report = checkHealth(Dataset({makeClass(1, "bee")}, {image}), options);
    QVERIFY(report);
    QCOMPARE(report->fixes().size(), 1);
    QVERIFY(report->fixes()[0].box == (Box{100, 50, 160, 100}));
}

void HealthCheckTest::aCancelledCheckSaysSo()
{
    CancelFlag cancel;
    cancel.cancel();
    const Result<HealthReport> report =
        checkHealth(Dataset({}, {makeImage(1, QStringLiteral("a.jpg"))}), HealthOptions{}, cancel);
    QVERIFY(!report && !report.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(HealthCheckTest)
#include "health_check_test.moc"
