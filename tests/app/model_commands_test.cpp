// SPDX-License-Identifier: GPL-3.0-or-later
// model info, probe and export, predict and evaluate with a model.tar.gz, import-log: the real program on the
// reference's small artifacts.
#include "tests/support/cli_process.h"
#include "tests/support/small_model.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

class ModelCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void infoTellsWhatIsInside();
    void aModelIsProbedAndTheAnswerKept();
    void predictAndEvaluateTakeTheArchive();
    void anExportComesBackTheSame();
    void aModelOfThisProgramIsHandedOver_data();
    void aModelOfThisProgramIsHandedOver();
    void aModelThatTheCloudDoesNotHaveIsRefused();
    void wrongRequestsAreNamed_data();
    void wrongRequestsAreNamed();
    void aLogOfTheCloudBecomesARun();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString project() const { return path(QStringLiteral("p.boxwright")); }

    QTemporaryDir m_folder;
    QString m_archive;
    int m_classes = 0;
};

/// An artifact of the reference, and a project whose labels are what that artifact finds when pixels come without mean:
/// the probe must find that out.
void ModelCommandsTest::initTestCase()
{
    const QString shared = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    const QDir all(qEnvironmentVariable("BOXWRIGHT_REFERENCE", shared) + QStringLiteral("/mxnet/artifacts"));
    const QStringList names = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (names.isEmpty())
        QSKIP("the folder of reference artifacts is absent");
    m_archive = path(QStringLiteral("model.tar.gz"));
    QVERIFY(QFile::copy(all.filePath(names.constFirst() + QStringLiteral("/model.tar.gz")), m_archive));
    const QString images = path(QStringLiteral("images"));
    QVERIFY(QDir().mkpath(images));
    int number = 0;
    for (const QString &name : names.mid(0, 2))
        QVERIFY(QFile::copy(all.filePath(name + QStringLiteral("/input.png")),
                            images + QStringLiteral("/%1.png").arg(++number)));
}

void ModelCommandsTest::infoTellsWhatIsInside()
{
    const CliRun info = runCli({QStringLiteral("model"), QStringLiteral("info"), m_archive, QStringLiteral("--json")});
    QVERIFY2(info.exitCode == 0, qPrintable(info.errors));
    const QJsonObject json = objectOf(info.output);
    QCOMPARE(json[QLatin1String("kind")].toString(), QStringLiteral("sagemaker"));
    const QJsonObject values = json[QLatin1String("hyperparameters")].toObject();
    QCOMPARE(values.size(), 26);
    QCOMPARE(json[QLatin1String("base_network")], values[QLatin1String("base_network")]);
    m_classes = json[QLatin1String("num_classes")].toInt();
    QCOMPARE(QString::number(m_classes), values[QLatin1String("num_classes")].toString());
    QVERIFY(json[QLatin1String("parameters")].toArray().size() > 50);
    const CliRun text = runCli({QStringLiteral("model"), QStringLiteral("info"), m_archive});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.output.contains(QLatin1String("float32 (")), qPrintable(text.output));
}

void ModelCommandsTest::aModelIsProbedAndTheAnswerKept()
{
    if (m_classes == 0)
        QSKIP("there is no artifact");
    const CliRun found =
        runCli({QStringLiteral("predict"), QStringLiteral("--model"), m_archive, QStringLiteral("--preprocess"),
                QStringLiteral("bgr-raw"), path(QStringLiteral("images")), QStringLiteral("--min-confidence"),
                QStringLiteral("0.5")});
    QVERIFY2(found.exitCode == 0, qPrintable(found.errors));
    QStringList names;
    for (int number = 0; number < m_classes; ++number)
        names << QStringLiteral("class %1").arg(QChar(u'a' + number));
    QCOMPARE(runCli({QStringLiteral("new"), project(), QStringLiteral("--images"), path(QStringLiteral("images")),
                     QStringLiteral("--classes"), names.join(QLatin1Char(','))})
                 .exitCode,
             0);
    QVERIFY(QDir().mkpath(path(QStringLiteral("labels"))));
    for (const QString &line : found.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QJsonObject answer = objectOf(line);
        const QString file = QFileInfo(answer[QLatin1String("file")].toString()).fileName();
        const QImage image(path(QStringLiteral("images/")) + file);
        QJsonArray labels;
        for (const QJsonValue &row : answer[QLatin1String("prediction")].toArray()) {
            const QJsonArray v = row.toArray();
            labels.append(
                QJsonObject{{QStringLiteral("class_id"), v[0]},
                            {QStringLiteral("left"), v[2].toDouble() * image.width()},
                            {QStringLiteral("top"), v[3].toDouble() * image.height()},
                            {QStringLiteral("width"), (v[4].toDouble() - v[2].toDouble()) * image.width()},
                            {QStringLiteral("height"), (v[5].toDouble() - v[3].toDouble()) * image.height()}});
        }
        QJsonArray categories;
        for (int number = 0; number < m_classes; ++number)
            categories.append(
                QJsonObject{{QStringLiteral("class_id"), number}, {QStringLiteral("name"), names[number]}});
        const QJsonObject annotation{
            {QStringLiteral("file"), file},
            {QStringLiteral("image_size"), QJsonArray{QJsonObject{{QStringLiteral("width"), image.width()},
                                                                  {QStringLiteral("height"), image.height()},
                                                                  {QStringLiteral("depth"), 3}}}},
            {QStringLiteral("annotations"), labels},
            {QStringLiteral("categories"), categories}};
        QFile json(path(QStringLiteral("labels/")) + QFileInfo(file).baseName() + QStringLiteral(".json"));
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(QJsonDocument(annotation).toJson());
    }
    const CliRun import =
        runCli({QStringLiteral("import"), project(), QStringLiteral("--from"), path(QStringLiteral("labels")),
                QStringLiteral("--images"), path(QStringLiteral("images"))});
    QVERIFY2(import.exitCode == 0, qPrintable(import.errors));

    const CliRun probe =
        runCli({QStringLiteral("model"), QStringLiteral("probe"), m_archive, QStringLiteral("--project"), project(),
                QStringLiteral("--classes"), project(), QStringLiteral("--json")});
    QVERIFY2(probe.exitCode == 0, qPrintable(probe.errors));
    QCOMPARE(objectOf(probe.output)[QLatin1String("preprocess")].toString(), QStringLiteral("bgr-raw"));
    QFile kept(m_archive + QStringLiteral(".boxwright.json"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QJsonObject settings = QJsonDocument::fromJson(kept.readAll()).object();
    QCOMPARE(settings[QLatin1String("preprocess")].toString(), QStringLiteral("bgr-raw"));
    QCOMPARE(settings[QLatin1String("classes")].toArray().size(), m_classes);
}

/// Without another word the archive is now opened as it was probed, so that it finds exactly what is labelled.
void ModelCommandsTest::predictAndEvaluateTakeTheArchive()
{
    if (m_classes == 0)
        QSKIP("there is no artifact");
    const CliRun evaluate = runCli({QStringLiteral("evaluate"), project(), QStringLiteral("--model"), m_archive,
                                    QStringLiteral("--split"), QStringLiteral("all"), QStringLiteral("--json")});
    QVERIFY2(evaluate.exitCode == 0, qPrintable(evaluate.errors));
    QVERIFY2(objectOf(evaluate.output)[QLatin1String("mAP")].toDouble() > 0.99, qPrintable(evaluate.output));
    const CliRun other = runCli({QStringLiteral("evaluate"), project(), QStringLiteral("--model"), m_archive,
                                 QStringLiteral("--split"), QStringLiteral("all"), QStringLiteral("--preprocess"),
                                 QStringLiteral("rgb-mean"), QStringLiteral("--json")});
    QVERIFY2(other.exitCode == 0, qPrintable(other.errors));
    QVERIFY2(objectOf(other.output)[QLatin1String("mAP")].toDouble() < 0.99, qPrintable(other.output));

    // What predict wrote down is measured as the answer of an endpoint would be.
    const CliRun found =
        runCli({QStringLiteral("predict"), QStringLiteral("--model"), m_archive, path(QStringLiteral("images"))});
    QVERIFY2(found.exitCode == 0, qPrintable(found.errors));
    QFile lines(path(QStringLiteral("found.jsonl")));
    QVERIFY(lines.open(QIODevice::WriteOnly));
    lines.write(found.output.toUtf8());
    lines.close();
    const CliRun answers =
        runCli({QStringLiteral("evaluate"), project(), QStringLiteral("--responses"), lines.fileName(),
                QStringLiteral("--split"), QStringLiteral("all"), QStringLiteral("--json")});
    QVERIFY2(answers.exitCode == 0, qPrintable(answers.errors));
    QCOMPARE(objectOf(answers.output)[QLatin1String("mAP")], objectOf(evaluate.output)[QLatin1String("mAP")]);
}

void ModelCommandsTest::anExportComesBackTheSame()
{
    if (m_archive.isEmpty())
        QSKIP("there is no artifact");
    const QString again = path(QStringLiteral("again.tar.gz"));
    const CliRun exported = runCli({QStringLiteral("model"), QStringLiteral("export"), QStringLiteral("--format"),
                                    QStringLiteral("sagemaker"), m_archive, QStringLiteral("--to"), again});
    QVERIFY2(exported.exitCode == 0, qPrintable(exported.errors));
    const QStringList words{QStringLiteral("model"), QStringLiteral("info"), QStringLiteral("--json")};
    QJsonObject before = objectOf(runCli(words + QStringList{m_archive}).output);
    QJsonObject after = objectOf(runCli(words + QStringList{again}).output);
    before.remove(QLatin1String("name"));
    after.remove(QLatin1String("name"));
    QCOMPARE(after, before);
}

void ModelCommandsTest::aModelOfThisProgramIsHandedOver_data()
{
    QTest::addColumn<QString>("network");
    QTest::newRow("vgg-16") << QStringLiteral("vgg-16");
    QTest::newRow("resnet-50") << QStringLiteral("resnet-50");
}

/// The archive holds the folder's parameters under MXNet's names, and finds what the folder finds.
void ModelCommandsTest::aModelOfThisProgramIsHandedOver()
{
    QFETCH(QString, network);
    const QTemporaryDir folder;
    const QString model = folder.filePath(QStringLiteral("first/best"));
    const QString archive = folder.filePath(QStringLiteral("model.tar.gz"));
    writeSmallModel(model, network, {QStringLiteral("bee"), QStringLiteral("wasp")});
    const CliRun exported = runCli({QStringLiteral("model"), QStringLiteral("export"), QStringLiteral("--format"),
                                    QStringLiteral("sagemaker"), model, QStringLiteral("--to"), archive});
    QVERIFY2(exported.exitCode == 0, qPrintable(exported.errors));
    QVERIFY2(exported.errors.contains(QLatin1String("bee, wasp")), qPrintable(exported.errors));

    const QStringList info{QStringLiteral("model"), QStringLiteral("info"), QStringLiteral("--json")};
    const QJsonObject before = objectOf(runCli(info + QStringList{model}).output);
    const QJsonObject after = objectOf(runCli(info + QStringList{archive}).output);
    QCOMPARE(after[QLatin1String("kind")].toString(), QStringLiteral("sagemaker"));
    QCOMPARE(after[QLatin1String("base_network")].toString(), network);
    QCOMPARE(after[QLatin1String("num_classes")].toInt(), 2);
    QCOMPARE(after[QLatin1String("hyperparameters")].toObject().size(), 26);
    QCOMPARE(after[QLatin1String("parameters")].toArray().size(), before[QLatin1String("parameters")].toArray().size());

    QImage image(120, 80, QImage::Format_RGB888);
    image.fill(QColor(200, 140, 60));
    const QString picture = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(image.save(picture));
    const QStringList predict{QStringLiteral("predict"), picture, QStringLiteral("--model")};
    const CliRun ours = runCli(predict + QStringList{model});
    const CliRun theirs =
        runCli(predict + QStringList{archive, QStringLiteral("--classes"), QStringLiteral("bee,wasp")});
    QVERIFY2(ours.exitCode == 0 && theirs.exitCode == 0, qPrintable(ours.errors + theirs.errors));
    QVERIFY(!objectOf(ours.output)[QLatin1String("prediction")].toArray().isEmpty());
    QCOMPARE(theirs.output, ours.output);
}

void ModelCommandsTest::aModelThatTheCloudDoesNotHaveIsRefused()
{
    const QTemporaryDir folder;
    const QString model = folder.filePath(QStringLiteral("first/best"));
    const QString archive = folder.filePath(QStringLiteral("model.tar.gz"));
    writeSmallModel(model, QStringLiteral("vgg-16"), {QStringLiteral("bee")});
    QFile words(QDir(model).filePath(kModelInfoFile));
    QVERIFY(words.open(QIODevice::ReadOnly));
    QVERIFY(writeFile(words.fileName(), words.readAll().replace("vgg-16", "mobilenet-v2")));
    const CliRun run = runCli({QStringLiteral("model"), QStringLiteral("export"), QStringLiteral("--format"),
                               QStringLiteral("sagemaker"), model, QStringLiteral("--to"), archive});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(QLatin1String("mobilenet-v2, which SageMaker does not have: only vgg-16 and "
                                               "resnet-50")),
             qPrintable(run.errors));
    QVERIFY(!QFileInfo::exists(archive));
}

void ModelCommandsTest::wrongRequestsAreNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no archive") << QStringList{QStringLiteral("model"), QStringLiteral("info"),
                                               QStringLiteral("images/1.png")}
                                << QStringLiteral("1.png");
    QTest::newRow("absent") << QStringList{QStringLiteral("model"), QStringLiteral("info"), QStringLiteral("nowhere")}
                            << QStringLiteral("nowhere");
    QTest::newRow("wrong count of classes")
        << QStringList{QStringLiteral("predict"),   QStringLiteral("--model"),           QStringLiteral("model.tar.gz"),
                       QStringLiteral("--classes"), QStringLiteral("a,b,c,d,e,f,g,h,i"), QStringLiteral("images/1.png")}
        << QStringLiteral("9");
}

void ModelCommandsTest::wrongRequestsAreNamed()
{
    QFETCH(QStringList, words);
    QFETCH(QString, reason);
    if (m_archive.isEmpty())
        QSKIP("there is no artifact");
    for (QString &word : words)
        if (QFileInfo::exists(path(word)))
            word = path(word);
    const CliRun run = runCli(words);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(reason), qPrintable(run.errors));
}

void ModelCommandsTest::aLogOfTheCloudBecomesARun()
{
    const QString plain = path(QStringLiteral("log.boxwright"));
    QVERIFY(QDir().mkpath(path(QStringLiteral("plain"))));
    QImage image(20, 20, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QVERIFY(image.save(path(QStringLiteral("plain/a.png"))));
    QCOMPARE(runCli({QStringLiteral("new"), plain, QStringLiteral("--images"), path(QStringLiteral("plain")),
                     QStringLiteral("--classes"), QStringLiteral("a")})
                 .exitCode,
             0);
    QFile log(path(QStringLiteral("job.log")));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("[06/26/2018 08:01:00 INFO 1] #quality_metric: host=algo-1, epoch=0, validation mAP <score>=(0.5)\n");
    log.close();
    const CliRun run = runCli(
        {QStringLiteral("import-log"), plain, QStringLiteral("--log"), log.fileName(), QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    QCOMPARE(objectOf(run.output)[QLatin1String("run")].toString(), QStringLiteral("cloud-1"));
    QCOMPARE(objectOf(run.output)[QLatin1String("mAP")].toDouble(), 0.5);
}

QTEST_GUILESS_MAIN(ModelCommandsTest)
#include "model_commands_test.moc"
