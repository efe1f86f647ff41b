// SPDX-License-Identifier: GPL-3.0-or-later
// What export asks and remembers: classes and their order, previews, addresses in S3.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

/// "a b c" as a list of words.
QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class ExportChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPreviewWritesNothing();
    void classesAreChosenDroppedAndMerged();
    void anotherOrderOfClassesMustBeAccepted();
    void onlyCopiesAreTurnedOrMadeSmaller();
    void theAddressOfTheImagesIsRemembered();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] bool put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    /// export PROJECT and these words, with --json.
    [[nodiscard]] CliRun exportWith(const char *more) const
    {
        return runCli(QStringList{QStringLiteral("export"), path("p.boxwright")} + words(more) +
                      QStringList{QStringLiteral("--to"), path("out"), QStringLiteral("--json")});
    }
    [[nodiscard]] bool import(const char *from, const QStringList &more = {}) const
    {
        const CliRun run = runCli(
            QStringList{QStringLiteral("import"), path("p.boxwright"), QStringLiteral("--from"), path(from)} + more);
        return run.exitCode == 0;
    }
    static QStringList classesOf(const CliRun &run)
    {
        QStringList names;
        for (const QJsonValue name : QJsonDocument::fromJson(run.output.toUtf8())[QLatin1String("classes")].toArray())
            names << name.toString();
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Two images with three labels of three classes.
void ExportChoicesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("photos")));
    QImage image(100, 80, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(image.save(path("photos/a.png")) && image.save(path("photos/b.png")));
    QVERIFY(put("x.csv", "image,class,left,top,right,bottom,confidence\n"
                         "a.png,cat,1,2,30,40,0.5\na.png,dog,5,6,50,60,\nb.png,bird,1,1,9,9,\n"));
    QCOMPARE(runCli({QStringLiteral("new"), path("p.boxwright"), QStringLiteral("--images"), path("photos")}).exitCode,
             0);
    QVERIFY(import("x.csv", {QStringLiteral("--images"), path("photos")}));
}

void ExportChoicesTest::aPreviewWritesNothing()
{
    const CliRun run = exportWith("--format voc --preview");
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const QJsonObject report = QJsonDocument::fromJson(run.output.toUtf8()).object();
    QCOMPARE(report[QLatin1String("labels")].toInt(), 3);
    QCOMPARE(classesOf(run), words("cat dog bird"));
    QVERIFY(run.errors.contains(QLatin1String("0 cat, 1 dog, 2 bird")));
    const QString note = report[QLatin1String("notes")][0][QLatin1String("text")].toString();
    QVERIFY2(note.contains(QLatin1String("confidence")) && note.contains(QLatin1String("a.png")), qPrintable(note));
    QVERIFY(!QFile::exists(path("out")));
}

void ExportChoicesTest::classesAreChosenDroppedAndMerged()
{
    QCOMPARE(classesOf(exportWith("--format voc --preview --classes bird,cat")), words("cat bird"));
    QCOMPARE(classesOf(exportWith("--format voc --preview --drop-classes dog")), words("cat bird"));
    const CliRun merged = exportWith("--format yolo --rename-classes cat=pet,dog=pet");
    QVERIFY2(merged.exitCode == 0, qPrintable(merged.errors));
    QFile names(path("out/obj.names"));
    QVERIFY(names.open(QIODevice::ReadOnly));
    QCOMPARE(names.readAll(), QByteArray("pet\nbird\n"));
    const CliRun unknown = exportWith("--format voc --classes cow");
    QVERIFY(unknown.exitCode == 1 && unknown.errors.contains(QLatin1String("\"cow\"")));
    const CliRun noName = exportWith("--format voc --rename-classes cat");
    QVERIFY(noName.exitCode == 1 && noName.errors.contains(QLatin1String("OLD=NEW")));
}

void ExportChoicesTest::anotherOrderOfClassesMustBeAccepted()
{
    QCOMPARE(exportWith("--format yolo").exitCode, 0);
    const CliRun refused = exportWith("--format yolo --drop-classes cat");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains(QLatin1String("0 cat, 1 dog, 2 bird")), qPrintable(refused.errors));
    QVERIFY(refused.errors.contains(QLatin1String("--accept-class-order")));
    QFile names(path("out/obj.names"));
    QVERIFY(names.open(QIODevice::ReadOnly));
    QCOMPARE(names.readAll(), QByteArray("cat\ndog\nbird\n")); // the earlier export stands
    QCOMPARE(exportWith("--format yolo --drop-classes cat --accept-class-order").exitCode, 0);
    QCOMPARE(exportWith("--format yolo --drop-classes cat").exitCode, 0);
}

void ExportChoicesTest::onlyCopiesAreTurnedOrMadeSmaller()
{
    const CliRun refused = exportWith("--format voc --resize 40");
    QVERIFY(refused.exitCode == 1 && refused.errors.contains(QLatin1String("--copy-images")));
    QVERIFY(exportWith("--format voc --resize 40 --copy-images").exitCode == 0);
    QCOMPARE(QImage(path("out/JPEGImages/photos/a.png")).size(), QSize(50, 40));
}

void ExportChoicesTest::theAddressOfTheImagesIsRemembered()
{
    QVERIFY(put("x.manifest",
                "{\"source-ref\":\"s3://bucket/set/a.png\",\"boxes\":{\"image_size\":[{\"width\":100,\"height\":80,"
                "\"depth\":3}],\"annotations\":[{\"class_id\":0,\"left\":1,\"top\":1,\"width\":5,\"height\":5}]},"
                "\"boxes-metadata\":{\"class-map\":{\"0\":\"cat\"},\"type\":\"groundtruth/object-detection\"}}\n"));
    QVERIFY(import("x.manifest", {QStringLiteral("--images"), path("photos"), QStringLiteral("--s3-prefix"),
                                  QStringLiteral("s3://bucket/set")}));
    const CliRun run = exportWith("--format augmented-manifest");
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    QFile manifest(path("out/train.manifest"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QByteArray text = manifest.readAll();
    QVERIFY2(text.contains("\"s3://bucket/set/a.png\"") && text.contains("\"s3://bucket/set/b.png\""),
             text.constData());
}

QTEST_GUILESS_MAIN(ExportChoicesTest)
#include "export_choices_test.moc"
