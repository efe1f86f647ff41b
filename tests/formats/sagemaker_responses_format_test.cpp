// SPDX-License-Identifier: GPL-3.0-or-later
// Outputs of a batch transform, read as suggestions.
#include "core/formats/sagemaker_responses_format.h"

#include "core/base/file_io.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace boxwright;

class SagemakerResponsesFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void outputsBecomeSuggestions();
    void classesHaveTheNamesOfTheirFile();
    void linesOfPredictAreReadToo();
    void imagesThatAreKnownAreFoundWhereverTheyLie();
    void boxesWithoutAnAreaAreNoted();
    void brokenOutputsAreNoted();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    ReadOptions options(const char *from) const
    {
        ReadOptions read;
        read.from = path(from);
        read.imageFolder = path("images");
        return read;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SagemakerResponsesFormatTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(makeFolder(path("images")) && makeFolder(path("out")));
    QImage image(200, 100, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(image.save(path("images/a.png")) && image.save(path("images/b.png")));
    QVERIFY(writeFile(path("out/a.png.out"),
                      "{\"prediction\": [[1.0, 0.9, 0.1, 0.2, 0.5, 0.6], [0.0, 0.01, 0.0, 0.0, 0.1, 0.1], "
                      "[1.0, 0.02, 0.0, 0.0, 0.2, 0.1]]}"));
    QVERIFY(
        writeFile(path("out/b.png.out"),
                  "{\"image_size\": [{\"width\": 200, \"height\": 100, \"depth\": 3}], \"annotations\": "
                  "[{\"class_id\": 0, \"score\": 0.5, \"left\": 10, \"top\": 20, \"width\": 30, \"height\": 40}]}"));
}

void SagemakerResponsesFormatTest::outputsBecomeSuggestions()
{
    QCOMPARE(recognizeFormat(path("out")), datasetFormat(QStringLiteral("sagemaker-responses")));
    CollectingSink sink;
    const Result<> read = SagemakerResponsesFormat().read(options("out"), sink);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
    QCOMPARE(sink.images.size(), size_t(2));
    QCOMPARE(sink.images[0].path, path("images/a.png"));
    QCOMPARE(sink.images[0].labels.size(), size_t(1)); // nobody would look at the others
    QCOMPARE(sink.countOf(QStringLiteral("low-confidence")), 1);
    QVERIFY2(sink.notes[0].text.startsWith(QLatin1String("2 box")), qPrintable(sink.notes[0].text));
    const FormatLabel &first = sink.images[0].labels[0];
    QVERIFY(first.isSuggestion);
    QCOMPARE(first.confidence, 0.9);
    QCOMPARE(sink.classNames[first.classIndex], QStringLiteral("1"));
    QCOMPARE(first.box.left, 20.0);
    QCOMPARE(first.box.top, 20.0);
    QCOMPARE(first.box.right, 100.0);
    QCOMPARE(first.box.bottom, 60.0);
    const FormatLabel &second = sink.images[1].labels[0];
    QCOMPARE(sink.classNames[second.classIndex], QStringLiteral("0"));
    QCOMPARE(second.box.right, 40.0);
    QCOMPARE(second.box.bottom, 60.0);
}

void SagemakerResponsesFormatTest::classesHaveTheNamesOfTheirFile()
{
    QVERIFY(writeFile(path("out/classes.txt"), "bee\nwasp\n"));
    QCOMPARE(recognizeFormat(path("out")), datasetFormat(QStringLiteral("sagemaker-responses")));
    CollectingSink sink;
    QVERIFY(SagemakerResponsesFormat().read(options("out"), sink));
    QCOMPARE(sink.classNames, QStringList({QStringLiteral("bee"), QStringLiteral("wasp")}));
    QCOMPARE(sink.images[0].labels[0].classIndex, 1);
}

void SagemakerResponsesFormatTest::linesOfPredictAreReadToo()
{
    QVERIFY(writeFile(path("found.jsonl"), "{\"file\":\"images/b.png\",\"prediction\":[[0,0.75,0.0,0.0,0.5,1.0]]}\n"
                                           "{\"file\":\"images/a.png\",\"prediction\":[]}\n"));
    QCOMPARE(recognizeFormat(path("found.jsonl")), datasetFormat(QStringLiteral("sagemaker-responses")));
    CollectingSink sink;
    QVERIFY(SagemakerResponsesFormat().read(options("found.jsonl"), sink));
    QCOMPARE(sink.images.size(), size_t(2));
    QCOMPARE(sink.images[0].labels[0].box.right, 100.0);
    QVERIFY(sink.images[1].labels.empty());
}

void SagemakerResponsesFormatTest::imagesThatAreKnownAreFoundWhereverTheyLie()
{
    ReadOptions read;
    read.from = path("out");
    CollectingSink without;
    QVERIFY(SagemakerResponsesFormat().read(read, without));
    QCOMPARE(without.countOf(QStringLiteral("missing-image")), 2);
    read.knownImages = [this] { return QStringList{path("images/a.png"), path("images/b.png")}; };
    CollectingSink sink;
    QVERIFY(SagemakerResponsesFormat().read(read, sink));
    QCOMPARE(sink.countOf(QStringLiteral("missing-image")), 0);
    QCOMPARE(sink.images[0].path, path("images/a.png"));
    QCOMPARE(sink.images[0].labels[0].box.right, 100.0);
}

void SagemakerResponsesFormatTest::boxesWithoutAnAreaAreNoted()
{
    QVERIFY(writeFile(path("found.jsonl"),
                      "{\"file\":\"images/b.png\",\"prediction\":[[0,0.5,1.25,0.25,0.75,0.5],[0,0.5,0,0,1e308,1],"
                      "[0,0.75,0.0,0.0,0.5,1.0]]}\n"));
    CollectingSink sink;
    QVERIFY(SagemakerResponsesFormat().read(options("found.jsonl"), sink));

    QCOMPARE(sink.images[0].labels.size(), size_t(1));
    QCOMPARE(sink.countOf(QStringLiteral("degenerate-box")), 2);
    QCOMPARE(sink.notes[0].text,
             QStringLiteral("images/b.png has a box without an area: its corners are 1.25, 0.25, 0.75, 0.5"));
}

void SagemakerResponsesFormatTest::brokenOutputsAreNoted()
{
    QVERIFY(writeFile(path("out/c.png.out"), "ModelError"));
    CollectingSink sink;
    QVERIFY(SagemakerResponsesFormat().read(options("out"), sink));
    QCOMPARE(sink.images.size(), size_t(2));
    QCOMPARE(sink.countOf(QStringLiteral("bad-file")), 1);
    const auto isAboutFile = [](const FormatNote &note) { return note.text.contains(QLatin1String("c.png.out")); };
    QVERIFY(std::any_of(sink.notes.begin(), sink.notes.end(), isAboutFile));
    CollectingSink none;
    const Result<> alone = SagemakerResponsesFormat().read(options("out/c.png.out"), none);
    QVERIFY(!alone.has_value());
}

QTEST_GUILESS_MAIN(SagemakerResponsesFormatTest)
#include "sagemaker_responses_format_test.moc"
