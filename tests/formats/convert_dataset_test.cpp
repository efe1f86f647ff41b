// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/convert_dataset.h"

#include "core/formats/format_registry.h"
#include "core/formats/reading_source.h"
#include "tests/support/format_doubles.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace boxwright;

namespace {

QByteArray manifestLines(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "{\"source-ref\":\"s3://b/" + number +
                ".jpg\",\"bb\":{\"annotations\":[{\"class_id\":" + QByteArray::number(i % 2) + ",\"left\":" + number +
                ",\"top\":2.5,\"width\":10,\"height\":20}],\"image_size\":[{\"width\":64,\"height\":48,\"depth\":3}]},"
                "\"bb-metadata\":{\"class-map\":{\"" +
                QByteArray::number(i % 2) + "\":\"" + (i % 2 == 0 ? "bee" : "wasp") +
                "\"},\"human-annotated\":\"yes\",\"objects\":[{\"confidence\":0.5}]}}\n";
    }
    return text;
}

/// The number that the photo's name ends with ("train-3", "3.jpg").
int fileNumber(const FormatImage &image)
{
    const QString &path = image.path.isEmpty() ? image.source : image.path;
    const QString stem = path.section(u'/', -1).section(u'.', 0, 0);
    return stem.section(u'-', -1).toInt();
}

} // namespace

class ConvertDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyPairOfFormatsConverts_data();
    void everyPairOfFormatsConverts();
    void thereAndBackIsTheSameLine();
    void numbersComeBackAsTheyWereSpelled();
    void aBadLineFarDownIsNamed();
    void suggestionsAreLeftOutAndTold();
    void aBrokenSourceLeavesNothing();
    void cancellingLeavesTheOldResult();
    void aSourceCanBeReadAgainAndAgain();
    void aSourceThatBreaksLaterIsAnError();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    Result<ExportReport> convert(const char *from, const QString &source, const char *to, const QString &target) const
    {
        ConvertRequest request;
        request.from = datasetFormat(QLatin1String(from));
        request.read.from = source;
        request.read.imageFolder = file(QStringLiteral("photos"));
        request.to = datasetFormat(QLatin1String(to));
        request.write.to = target;
        return convertDataset(request);
    }
    /// Photos 0..3 and a manifest of them.
    void makeSource() const
    {
        QDir().mkpath(file(QStringLiteral("photos")));
        QImage image(64, 48, QImage::Format_RGB888);
        for (int i = 0; i < 4; ++i) {
            image.fill(QColor(20 * i, 80, 80));
            QVERIFY(image.save(file(QStringLiteral("photos/%1.jpg").arg(i))));
        }
        QVERIFY(putFile(file(QStringLiteral("train.manifest")), manifestLines(0, 4)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ConvertDatasetTest::everyPairOfFormatsConverts_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    for (const auto &first : datasetFormats()) {
        for (const auto &second : datasetFormats()) {
            if (first->canWrite() && second->canWrite())
                QTest::addRow("%s to %s", qPrintable(first->id()), qPrintable(second->id()))
                    << first->id().toLatin1() << second->id().toLatin1();
        }
    }
}

void ConvertDatasetTest::everyPairOfFormatsConverts()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    makeSource();
    const QString middle = file(QStringLiteral("middle"));
    const QString last = file(QStringLiteral("last"));
    const Result<ExportReport> one =
        convert("augmented-manifest", file(QStringLiteral("train.manifest")), first.constData(), middle);
    QVERIFY2(one.has_value(), qPrintable(one ? QString() : one.error().message));
    QCOMPARE(one->images, 4);
    QCOMPARE(one->labels, 4);
    const Result<ExportReport> two = convert(first.constData(), middle, second.constData(), last);
    QVERIFY2(two.has_value(), qPrintable(two ? QString() : two.error().message));
    QCOMPARE(two->images, 4);
    QCOMPARE(two->labels, 4);
    CollectingSink read;
    ReadOptions reading;
    reading.from = last;
    reading.imageFolder = file(QStringLiteral("photos"));
    QVERIFY(datasetFormat(QLatin1String(second))->read(reading, read).has_value());
    for (const FormatImage &image : read.images) {
        const int number = fileNumber(image);
        QCOMPARE(image.labels.size(), 1u);
        const Box &box = image.labels[0].box;
        QVERIFY(std::abs(box.left - number) < 2e-3 && std::abs(box.top - 2.5) < 2e-3 &&
                std::abs(box.right - number - 10) < 2e-3 && std::abs(box.bottom - 22.5) < 2e-3);
        QCOMPARE(read.classNames[image.labels[0].classIndex],
                 number % 2 == 0 ? QStringLiteral("bee") : QStringLiteral("wasp"));
    }
    QCOMPARE(read.classNames, (QStringList{QStringLiteral("bee"), QStringLiteral("wasp")}));
}

void ConvertDatasetTest::thereAndBackIsTheSameLine()
{
    const QByteArray lines = manifestLines(0, 600); // more than one batch
    QVERIFY(putFile(file(QStringLiteral("train.manifest")), lines));
    QDir().mkpath(file(QStringLiteral("photos")));
    const QString target = file(QStringLiteral("out"));
    const Result<ExportReport> report =
        convert("augmented-manifest", file(QStringLiteral("train.manifest")), "augmented-manifest", target);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->images, 600);
    CollectingSink before;
    CollectingSink after;
    ReadOptions reading;
    reading.from = file(QStringLiteral("train.manifest"));
    QVERIFY(datasetFormat(QStringLiteral("augmented-manifest"))->read(reading, before).has_value());
    reading.from = target;
    QVERIFY(datasetFormat(QStringLiteral("augmented-manifest"))->read(reading, after).has_value());
    QCOMPARE(after.images.size(), before.images.size());
    for (std::size_t i = 0; i < before.images.size(); ++i) {
        QCOMPARE(after.images[i].source, before.images[i].source);
        QCOMPARE(after.images[i].labels[0].box, before.images[i].labels[0].box);
        QCOMPARE(after.images[i].labels[0].confidence, 0.5);
    }
}

void ConvertDatasetTest::numbersComeBackAsTheyWereSpelled()
{
    const QByteArray line =
        "{\"source-ref\":\"s3://b/a.jpg\",\"n\":1.50,\"bb\":{\"image_size\":[{\"width\":64,\"height\":48,\"depth\":1}],"
        "\"annotations\":[{\"class_id\":0,\"left\":1.0,\"top\":0.1,\"width\":0.2,\"height\":1e1},{\"class_id\":0,"
        "\"left\":12,"
        "\"top\":2.5,\"width\":10,\"height\":20}]},\"bb-metadata\":{\"objects\":[{\"confidence\":0.09},{\"confidence\":"
        "1}],"
        "\"class-map\":{\"0\":\"bee\"},\"type\":\"groundtruth/object-detection\",\"human-annotated\":\"yes\","
        "\"creation-date\":\"2019-05-21T20:14:59.371954\",\"job-name\":\"j\",\"more\":[null]}}\n";
    QVERIFY(putFile(file(QStringLiteral("train.manifest")), line));
    QDir().mkpath(file(QStringLiteral("photos")));
    const Result<ExportReport> report = convert("augmented-manifest", file(QStringLiteral("train.manifest")),
                                                "augmented-manifest", file(QStringLiteral("out")));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(fileBytes(file(QStringLiteral("out/train.manifest"))), line);
}

void ConvertDatasetTest::aBadLineFarDownIsNamed()
{
    QVERIFY(putFile(file(QStringLiteral("train.manifest")),
                    manifestLines(0, 4321) + "{\"source-ref\":7}\n" + manifestLines(4321, 3000)));
    QDir().mkpath(file(QStringLiteral("photos")));
    const Result<ExportReport> report = convert("augmented-manifest", file(QStringLiteral("train.manifest")),
                                                "augmented-manifest", file(QStringLiteral("out")));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->images, 7321);
    const bool isTold = std::any_of(report->notes.begin(), report->notes.end(), [](const FormatNote &note) {
        return note.kind == QLatin1String("bad-line") && note.text.contains(QLatin1String("line 4322"));
    });
    QVERIFY(isTold);
}

void ConvertDatasetTest::suggestionsAreLeftOutAndTold()
{
    QDir().mkpath(file(QStringLiteral("photos")));
    QByteArray lines = manifestLines(0, 2);
    lines.replace(lines.indexOf("yes"), 3, "no");
    QVERIFY(putFile(file(QStringLiteral("train.manifest")), lines));
    const Result<ExportReport> report =
        convert("augmented-manifest", file(QStringLiteral("train.manifest")), "coco", file(QStringLiteral("out")));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->labels, 1);
    const bool isTold = std::any_of(report->notes.begin(), report->notes.end(), [](const FormatNote &note) {
        return note.text.contains(QLatin1String("suggestion"));
    });
    QVERIFY(isTold);
}

void ConvertDatasetTest::aBrokenSourceLeavesNothing()
{
    QDir().mkpath(file(QStringLiteral("photos")));
    QVERIFY(putFile(file(QStringLiteral("train.manifest")), "no manifest\n"));
    const Result<ExportReport> report =
        convert("augmented-manifest", file(QStringLiteral("train.manifest")), "coco", file(QStringLiteral("out")));
    QVERIFY(!report && report.error().message.contains(QLatin1String("train.manifest")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
}

void ConvertDatasetTest::cancellingLeavesTheOldResult()
{
    makeSource();
    const QString target = file(QStringLiteral("out"));
    QVERIFY(convert("augmented-manifest", file(QStringLiteral("train.manifest")), "coco", target).has_value());
    const QByteArray before = fileBytes(target + QStringLiteral("/annotations/instances_train.json"));
    QVERIFY(!before.isEmpty());
    ConvertRequest request;
    request.from = datasetFormat(QStringLiteral("augmented-manifest"));
    request.read.from = file(QStringLiteral("train.manifest"));
    request.to = datasetFormat(QStringLiteral("coco"));
    request.write.to = target;
    request.read.cancel = request.write.cancel;
    request.write.progress = [cancel = request.write.cancel](const Progress &) mutable { cancel.cancel(); };
    QVERIFY(!convertDataset(request).has_value());
    QCOMPARE(fileBytes(target + QStringLiteral("/annotations/instances_train.json")), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
}

void ConvertDatasetTest::aSourceCanBeReadAgainAndAgain()
{
    QVERIFY(putFile(file(QStringLiteral("a.manifest")), manifestLines(0, 3000)));
    ReadOptions options;
    options.from = file(QStringLiteral("a.manifest"));
    ReadingSource source(*datasetFormat(QStringLiteral("augmented-manifest")), options);
    qint64 heard = 0;
    QVERIFY(source.scan([&heard](const FormatImage &) { ++heard; }, {}).has_value());
    QCOMPARE(heard, 3000);
    QCOMPARE(source.imageCount(), 3000);
    QCOMPARE(source.classes().size(), 2);
    for (const int stopAt : {10, 3000, 0, 2999}) { // some readings are given up in the middle
        source.rewind();
        for (int i = 0; i < stopAt; ++i) {
            const std::optional<FormatImage> image = source.next();
            QVERIFY(image && image->source == QStringLiteral("s3://b/%1.jpg").arg(i));
        }
    }
    QVERIFY(source.next());
    QVERIFY(!source.next() && !source.problem());
}

void ConvertDatasetTest::aSourceThatBreaksLaterIsAnError()
{
    QVERIFY(putFile(file(QStringLiteral("a.manifest")), manifestLines(0, 10)));
    ReadOptions options;
    options.from = file(QStringLiteral("a.manifest"));
    ReadingSource source(*datasetFormat(QStringLiteral("augmented-manifest")), options);
    QVERIFY(source.scan([](const FormatImage &) {}, {}).has_value());
    QVERIFY(QFile::remove(options.from));
    source.rewind();
    QVERIFY(!source.next());
    QVERIFY(source.problem() && source.problem()->message.contains(QLatin1String("a.manifest")));
}

QTEST_GUILESS_MAIN(ConvertDatasetTest)
#include "convert_dataset_test.moc"
