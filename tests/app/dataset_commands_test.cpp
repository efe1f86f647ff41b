// SPDX-License-Identifier: GPL-3.0-or-later
// new, import, info and export on real data sets.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class DatasetCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void vocComesInWithItsSplitsAndTwoDegenerateBoxes();
    void aForcedSplitWinsOverTheFiles();
    void manifestsComeOutWithTheNumbersThatWentIn();
    void exportTakesOneSplitOnly();
    void anUnknownFormatIsWrongUsage();
    void badSourcesAreNamed_data();
    void badSourcesAreNamed();
    void aMissingProjectIsNamed_data();
    void aMissingProjectIsNamed();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString project() const { return path(QStringLiteral("p.boxwright")); }
    static QDir data() { return QDir(qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/data")); }
    /// Runs with --json and gives the document; a failure fails the test.
    static QJsonObject answer(const QStringList &words);
    void makeProject(const QString &images) const;
    void makeSmallProject() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// The numbers of one manifest: file name -> boxes as left, top, width, height, in order.
using ManifestBoxes = QMap<QString, QList<QList<double>>>;

ManifestBoxes readManifest(const QString &path, const QString &attribute)
{
    ManifestBoxes boxes;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return boxes;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const QString name = line[QLatin1String("source-ref")].toString().section(QLatin1Char('/'), -1);
        QList<QList<double>> &ofImage = boxes[name];
        for (const QJsonValue annotation : line[attribute][QLatin1String("annotations")].toArray())
            ofImage << QList<double>{
                annotation[QLatin1String("left")].toDouble(), annotation[QLatin1String("top")].toDouble(),
                annotation[QLatin1String("width")].toDouble(), annotation[QLatin1String("height")].toDouble()};
    }
    return boxes;
}

} // namespace

QJsonObject DatasetCommandsTest::answer(const QStringList &words)
{
    const CliRun run = runCli(words + QStringList{QStringLiteral("--json")});
    if (run.exitCode != 0)
        QTest::qFail(qPrintable(run.errors), __FILE__, __LINE__);
    return QJsonDocument::fromJson(run.output.toUtf8()).object();
}

void DatasetCommandsTest::makeProject(const QString &images) const
{
    answer({QStringLiteral("new"), project(), QStringLiteral("--images"), images});
}

/// Ten drawn images, eight for training and two for validation.
void DatasetCommandsTest::makeSmallProject() const
{
    const QString drawn = path(QStringLiteral("data"));
    answer({QStringLiteral("sample"), drawn, QStringLiteral("--images"), QStringLiteral("10")});
    makeProject(drawn + QStringLiteral("/images"));
    answer({QStringLiteral("import"), project(), QStringLiteral("--format"), QStringLiteral("augmented-manifest"),
            QStringLiteral("--from"), drawn});
}

void DatasetCommandsTest::vocComesInWithItsSplitsAndTwoDegenerateBoxes()
{
    const QString bccd = data().filePath(QStringLiteral("bccd"));
    if (!QFile::exists(bccd))
        QSKIP("shared/data/bccd is not beside the source folder");
    makeProject(bccd + QStringLiteral("/JPEGImages"));
    const QJsonObject report = answer({QStringLiteral("import"), project(), QStringLiteral("--format"),
                                       QStringLiteral("voc"), QStringLiteral("--from"), bccd});
    QCOMPARE(report[QLatin1String("images")].toInt(), 0);
    QCOMPARE(report[QLatin1String("merged")].toInt(), 364);
    QCOMPARE(report[QLatin1String("labels")].toInt(), 4886);
    QStringList degenerate;
    for (const QJsonValue note : report[QLatin1String("notes")].toArray())
        if (note[QLatin1String("kind")].toString() == QLatin1String("degenerate-box"))
            degenerate << note[QLatin1String("text")].toString();
    QCOMPARE(degenerate.size(), 2);
    QVERIFY2(degenerate.join(QLatin1Char(' ')).contains(QLatin1String("BloodImage_00338")), qPrintable(degenerate[0]));
    QVERIFY2(degenerate.join(QLatin1Char(' ')).contains(QLatin1String("BloodImage_00343")), qPrintable(degenerate[1]));

    const QJsonObject info = answer({QStringLiteral("info"), project()});
    QCOMPARE(info[QLatin1String("images")].toInt(), 364);
    QCOMPARE(info[QLatin1String("labels")].toInt(), 4886);
    QCOMPARE(info[QLatin1String("splits")][QLatin1String("train")].toInt(), 205);
    QCOMPARE(info[QLatin1String("splits")][QLatin1String("validation")].toInt(), 87);
    QCOMPARE(info[QLatin1String("splits")][QLatin1String("test")].toInt(), 72);
    QCOMPARE(info[QLatin1String("splits")][QLatin1String("none")].toInt(), 0);
    QMap<QString, int> classes;
    for (const QJsonValue one : info[QLatin1String("classes")].toArray())
        classes[one[QLatin1String("name")].toString()] = one[QLatin1String("labels")].toInt();
    QCOMPARE(classes.size(), 3);
    QCOMPARE(classes[QStringLiteral("RBC")] + classes[QStringLiteral("WBC")] + classes[QStringLiteral("Platelets")],
             4886);

    const QJsonObject written = answer(
        {QStringLiteral("export"), project(), QStringLiteral("--format"), QStringLiteral("sagemaker-json"),
         QStringLiteral("--to"), path(QStringLiteral("out")), QStringLiteral("--split"), QStringLiteral("test")});
    QCOMPARE(written[QLatin1String("images")].toInt(), 72);
}

void DatasetCommandsTest::aForcedSplitWinsOverTheFiles()
{
    makeSmallProject();
    const QString drawn = path(QStringLiteral("data"));
    const QString other = path(QStringLiteral("other.boxwright"));
    answer({QStringLiteral("new"), other, QStringLiteral("--images"), drawn + QStringLiteral("/images")});
    answer({QStringLiteral("import"), other, QStringLiteral("--from"), drawn + QStringLiteral("/train.manifest"),
            QStringLiteral("--split"), QStringLiteral("test")});
    const QJsonObject splits = answer({QStringLiteral("info"), other})[QLatin1String("splits")].toObject();
    QCOMPARE(splits[QLatin1String("test")].toInt(), 8);
    QCOMPARE(splits[QLatin1String("none")].toInt(), 2);
    const QJsonObject mine = answer({QStringLiteral("info"), project()})[QLatin1String("splits")].toObject();
    QCOMPARE(mine[QLatin1String("train")].toInt(), 8);
    QCOMPARE(mine[QLatin1String("validation")].toInt(), 2);
}

void DatasetCommandsTest::manifestsComeOutWithTheNumbersThatWentIn()
{
    const QString bees = data().filePath(QStringLiteral("bees"));
    if (!QFile::exists(bees))
        QSKIP("shared/data/bees is not beside the source folder");
    makeProject(bees + QStringLiteral("/images"));
    const QString in = bees + QStringLiteral("/train.manifest");
    const QString images = bees + QStringLiteral("/images");
    answer({QStringLiteral("import"), project(), QStringLiteral("--format"), QStringLiteral("augmented-manifest"),
            QStringLiteral("--from"), in, QStringLiteral("--images"), images});
    const QJsonObject written =
        answer({QStringLiteral("export"), project(), QStringLiteral("--format"), QStringLiteral("augmented-manifest"),
                QStringLiteral("--to"), path(QStringLiteral("out")), QStringLiteral("--split"), QStringLiteral("train"),
                QStringLiteral("--attribute"), QStringLiteral("bees-500")});
    const QStringList files = QDir(path(QStringLiteral("out"))).entryList({QStringLiteral("*.manifest")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const ManifestBoxes before = readManifest(in, QStringLiteral("bees-500"));
    const ManifestBoxes after = readManifest(path(QStringLiteral("out/")) + files[0], QStringLiteral("bees-500"));
    QVERIFY(!before.isEmpty());
    QCOMPARE(written[QLatin1String("images")].toInt(), int(after.size()));
    qsizetype boxes = 0;
    for (auto image = before.cbegin(); image != before.cend(); ++image) {
        boxes += image->size();
        if (!image->isEmpty()) // what a line without boxes means is the format's own test
            QCOMPARE(after.value(image.key()), *image);
    }
    QVERIFY(boxes > 100);
}

void DatasetCommandsTest::exportTakesOneSplitOnly()
{
    makeSmallProject();
    const QStringList words{QStringLiteral("export"),   project(),
                            QStringLiteral("--format"), QStringLiteral("sagemaker-json"),
                            QStringLiteral("--to"),     path(QStringLiteral("out"))};
    const QJsonObject all = answer(words);
    const QJsonObject validation = answer(words + QStringList{QStringLiteral("--split"), QStringLiteral("validation")});
    QVERIFY(validation[QLatin1String("images")].toInt() <= 2);
    QVERIFY(all[QLatin1String("images")].toInt() > validation[QLatin1String("images")].toInt());
    QVERIFY(all[QLatin1String("labels")].toInt() > validation[QLatin1String("labels")].toInt());
}

void DatasetCommandsTest::anUnknownFormatIsWrongUsage()
{
    const CliRun run = runCli({QStringLiteral("import"), project(), QStringLiteral("--format"), QStringLiteral("tea"),
                               QStringLiteral("--from"), m_folder->path()});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.errors.contains(QLatin1String("tea")) && run.errors.contains(QLatin1String("voc")),
             qPrintable(run.errors));
}

void DatasetCommandsTest::badSourcesAreNamed_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("content"); // null: there is no such file
    QTest::newRow("a manifest that is missing") << QStringLiteral("augmented-manifest") << QByteArray();
    QTest::newRow("a manifest that is none")
        << QStringLiteral("augmented-manifest") << QByteArray("no JSON\n").repeated(50);
    QTest::newRow("a folder of VOC that is a file") << QStringLiteral("voc") << QByteArray("no XML");
}

void DatasetCommandsTest::badSourcesAreNamed()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, content);
    makeSmallProject();
    const QJsonObject before = answer({QStringLiteral("info"), project()});
    const QString source = path(QStringLiteral("bad-source.manifest"));
    if (!content.isNull()) {
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    const CliRun run = runCli(
        {QStringLiteral("import"), project(), QStringLiteral("--format"), format, QStringLiteral("--from"), source});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.output, QString());
    QVERIFY2(run.errors.contains(QLatin1String("bad-source.manifest")), qPrintable(run.errors));
    QCOMPARE(answer({QStringLiteral("info"), project()}), before);
}

void DatasetCommandsTest::aMissingProjectIsNamed_data()
{
    QTest::addColumn<QStringList>("words");
    const QString missing = QStringLiteral("missing.boxwright");
    QTest::newRow("info") << QStringList{QStringLiteral("info"), missing};
    QTest::newRow("import") << QStringList{QStringLiteral("import"),   missing,
                                           QStringLiteral("--format"), QStringLiteral("voc"),
                                           QStringLiteral("--from"),   QStringLiteral(".")};
    QTest::newRow("export") << QStringList{QStringLiteral("export"),   missing,
                                           QStringLiteral("--format"), QStringLiteral("sagemaker-json"),
                                           QStringLiteral("--to"),     QStringLiteral("out")};
    QTest::newRow("train") << QStringList{QStringLiteral("train"), missing, QStringLiteral("--run"),
                                          QStringLiteral("r")};
    QTest::newRow("evaluate") << QStringList{QStringLiteral("evaluate"), missing, QStringLiteral("--model"),
                                             QStringLiteral("m")};
}

void DatasetCommandsTest::aMissingProjectIsNamed()
{
    QFETCH(QStringList, words);
    const CliRun run = runCli(words);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.output, QString());
    QCOMPARE(run.errors.count(QLatin1Char('\n')), 1);
    QVERIFY2(run.errors.contains(QLatin1String("missing.boxwright")), qPrintable(run.errors));
}

QTEST_GUILESS_MAIN(DatasetCommandsTest)
#include "dataset_commands_test.moc"
