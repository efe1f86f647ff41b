// SPDX-License-Identifier: GPL-3.0-or-later
// train, evaluate, predict and info on a tiny sample data set, with the real detector.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace boxwright;

class TrainingCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTinyTrainingGivesAModelThatIsMeasuredAndUsed();
    void aPreviewShowsWhatTheNetworkWouldSee();
    void aRunIsNeverOverwritten();
    void badRequestsAreNamed_data();
    void badRequestsAreNamed();
    void aBrokenImageCostsOnlyItsOwnAnswer();
    void aFolderThatIsNoModelIsNamed();
    void anInterruptedTrainingKeepsItsModel();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString project() const { return path(QStringLiteral("p.boxwright")); }
    QString model(const QString &run) const { return path(QStringLiteral("p.runs/%1/best").arg(run)); }
    /// The smallest training that there is; `more` goes behind.
    QStringList trainWords(const QString &run, const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("train"),     project(),
                           QStringLiteral("--run"),     run,
                           QStringLiteral("--threads"), QStringLiteral("1"),
                           QStringLiteral("--set"),     QStringLiteral("mini_batch_size=2")} +
               more;
    }

    QTemporaryDir m_folder;
};

void TrainingCommandsTest::initTestCase()
{
    const QString drawn = path(QStringLiteral("data"));
    QCOMPARE(runCli({QStringLiteral("sample"), drawn, QStringLiteral("--images"), QStringLiteral("10")}).exitCode, 0);
    QCOMPARE(runCli({QStringLiteral("new"), project(), QStringLiteral("--images"), drawn + QStringLiteral("/images")})
                 .exitCode,
             0);
    const CliRun import = runCli({QStringLiteral("import"), project(), QStringLiteral("--format"),
                                  QStringLiteral("augmented-manifest"), QStringLiteral("--from"), drawn});
    QVERIFY2(import.exitCode == 0, qPrintable(import.errors));
}

void TrainingCommandsTest::aTinyTrainingGivesAModelThatIsMeasuredAndUsed()
{
    const CliRun train =
        runCli(trainWords(QStringLiteral("tiny"), {QStringLiteral("epochs=1"), QStringLiteral("--json")}));
    QVERIFY2(train.exitCode == 0, qPrintable(train.errors));
    QVERIFY2(train.errors.contains(QLatin1String("epoch 1, loss")), qPrintable(train.errors));
    const QJsonObject outcome = QJsonDocument::fromJson(train.output.toUtf8()).object();
    QCOMPARE(outcome[QLatin1String("epochs")].toInt(), 1);
    QCOMPARE(outcome[QLatin1String("stopped")].toBool(), false);
    QCOMPARE(QDir::cleanPath(outcome[QLatin1String("best_model")].toString()),
             QFileInfo(model(QStringLiteral("tiny"))).canonicalFilePath());

    // The list of runs tells what each learned from; every label of the project is in one of the two parts.
    QFile record(QFileInfo(model(QStringLiteral("tiny"))).path() + QStringLiteral("/run.json"));
    QVERIFY(record.open(QIODevice::ReadOnly));
    const QJsonObject learned = QJsonDocument::fromJson(record.readAll()).object()[QLatin1String("dataset")].toObject();
    const CliRun whole = runCli({QStringLiteral("info"), project(), QStringLiteral("--json")});
    QVERIFY(learned[QLatin1String("train_labels")].toInt() > 0);
    QCOMPARE(learned[QLatin1String("train_labels")].toInt() + learned[QLatin1String("validation_labels")].toInt(),
             QJsonDocument::fromJson(whole.output.toUtf8()).object()[QLatin1String("labels")].toInt());

    const CliRun evaluate =
        runCli({QStringLiteral("evaluate"), project(), QStringLiteral("--model"), model(QStringLiteral("tiny")),
                QStringLiteral("--metric"), QStringLiteral("voc07"), QStringLiteral("--json")});
    QVERIFY2(evaluate.exitCode == 0, qPrintable(evaluate.errors));
    const QJsonObject measure = QJsonDocument::fromJson(evaluate.output.toUtf8()).object();
    QCOMPARE(measure.keys(), (QStringList{QStringLiteral("mAP"), QStringLiteral("metric"), QStringLiteral("per_class"),
                                          QStringLiteral("report")}));
    const QJsonObject report = measure[QLatin1String("report")].toObject();
    QCOMPARE(report[QLatin1String("classes")].toArray().size(), 3);
    QCOMPARE(report[QLatin1String("confusion")][QLatin1String("rows_truth_columns_found")].toArray().size(), 4);
    QCOMPARE(measure[QLatin1String("metric")].toString(), QStringLiteral("voc07"));
    QCOMPARE(measure[QLatin1String("per_class")].toObject().size(), 3);
    QVERIFY(measure[QLatin1String("mAP")].toDouble(-1) >= 0 && measure[QLatin1String("mAP")].toDouble() <= 1);

    for (const char *metric : {"coco", "mxnet", "mxnet07"}) {
        const CliRun text =
            runCli({QStringLiteral("evaluate"), project(), QStringLiteral("--model"), model(QStringLiteral("tiny")),
                    QStringLiteral("--metric"), QString::fromLatin1(metric)});
        QVERIFY2(text.exitCode == 0, qPrintable(text.errors));
        QVERIFY2(text.output.contains(QLatin1String("mAP")), qPrintable(text.output));
        QCOMPARE(text.output.contains(QLatin1String("AR100")), metric == std::string_view("coco"));
    }

    const CliRun info = runCli({QStringLiteral("info"), model(QStringLiteral("tiny")), QStringLiteral("--json")});
    QVERIFY2(info.exitCode == 0, qPrintable(info.errors));
    const QJsonObject told = QJsonDocument::fromJson(info.output.toUtf8()).object();
    QCOMPARE(told[QLatin1String("classes")].toArray().size(), 3);
    QCOMPARE(told[QLatin1String("base_network")].toString(), QStringLiteral("mobilenet-v2"));

    const QString image = path(QStringLiteral("data/images/scene-001.jpg"));
    const QString overlays = path(QStringLiteral("overlays"));
    const CliRun predict =
        runCli({QStringLiteral("predict"), QStringLiteral("--model"), model(QStringLiteral("tiny")), image,
                QStringLiteral("--overlay"), overlays, QStringLiteral("--min-confidence"), QStringLiteral("0.02")});
    QVERIFY2(predict.exitCode == 0, qPrintable(predict.errors));
    const QStringList lines = predict.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1);
    const QJsonObject answer = QJsonDocument::fromJson(lines[0].toUtf8()).object();
    QCOMPARE(answer[QLatin1String("file")].toString(), image);
    for (const QJsonValue row : answer[QLatin1String("prediction")].toArray()) {
        QCOMPARE(row.toArray().size(), 6);
        QVERIFY(row[0].toInt(-1) >= 0 && row[0].toInt() < 3);
        QVERIFY(row[1].toDouble() >= 0.02 && row[1].toDouble() <= 1);
        QVERIFY(row[2].toDouble() >= 0 && row[2].toDouble() < row[4].toDouble() && row[4].toDouble() <= 1);
        QVERIFY(row[3].toDouble() >= 0 && row[3].toDouble() < row[5].toDouble() && row[5].toDouble() <= 1);
    }
    QCOMPARE(QImage(overlays + QStringLiteral("/scene-001.png")).size(), QImage(image).size());
}

void TrainingCommandsTest::aPreviewShowsWhatTheNetworkWouldSee()
{
    const QStringList words{
        QStringLiteral("augment"),  project(),           QStringLiteral("--preview"), path(QStringLiteral("seen")),
        QStringLiteral("--images"), QStringLiteral("2"), QStringLiteral("--epochs"),  QStringLiteral("2"),
        QStringLiteral("--json")};
    const CliRun preview = runCli(words);
    QVERIFY2(preview.exitCode == 0, qPrintable(preview.errors));
    const QJsonArray pictures = QJsonDocument::fromJson(preview.output.toUtf8()).array();
    QCOMPARE(pictures.size(), 4);
    for (const QJsonValue picture : pictures)
        QCOMPARE(QImage(picture[QLatin1String("file")].toString()).size(), QSize(300, 300));
    const CliRun unknown = runCli(words + QStringList{QStringLiteral("--augment"), QStringLiteral("mirror,blur")});
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.errors.contains(QLatin1String("blur")), qPrintable(unknown.errors));
}

void TrainingCommandsTest::aRunIsNeverOverwritten()
{
    const CliRun run = runCli(trainWords(QStringLiteral("tiny"), {QStringLiteral("epochs=1")}));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(QLatin1String("\"tiny\"")), qPrintable(run.errors));
    QVERIFY(QFile::exists(model(QStringLiteral("tiny"))));
}

void TrainingCommandsTest::badRequestsAreNamed_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("word");
    QTest::newRow("unknown hyperparameter")
        << QStringLiteral("bad") << QStringList{QStringLiteral("speed=3")} << QStringLiteral("speed");
    QTest::newRow("value out of range") << QStringLiteral("bad") << QStringList{QStringLiteral("epochs=0")}
                                        << QStringLiteral("epochs");
    QTest::newRow("a run outside its folder") << QStringLiteral("../bad") << QStringList{} << QStringLiteral("../bad");
    QTest::newRow("nothing to resume") << QStringLiteral("bad") << QStringList{QStringLiteral("--resume")}
                                       << QStringLiteral("\"bad\"");
    QTest::newRow("weights that are missing")
        << QStringLiteral("bad") << QStringList{QStringLiteral("--weights"), QStringLiteral("none.safetensors")}
        << QStringLiteral("none.safetensors");
    QTest::newRow("a file that is missing")
        << QStringLiteral("bad") << QStringList{QStringLiteral("--hyperparameters"), QStringLiteral("none.json")}
        << QStringLiteral("none.json");
}

void TrainingCommandsTest::badRequestsAreNamed()
{
    QFETCH(QString, run);
    QFETCH(QStringList, more);
    QFETCH(QString, word);
    const CliRun ended = runCli(trainWords(run, more));
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.output, QString());
    QVERIFY2(ended.errors.contains(QStringLiteral("boxwright-cli: ")) && ended.errors.contains(word),
             qPrintable(ended.errors));
    QVERIFY(!QFile::exists(model(QStringLiteral("bad"))));
}

void TrainingCommandsTest::aBrokenImageCostsOnlyItsOwnAnswer()
{
    const QString broken = path(QStringLiteral("broken.jpg"));
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no image") > 0);
    file.close();
    const CliRun run = runCli({QStringLiteral("predict"), QStringLiteral("--model"), model(QStringLiteral("tiny")),
                               broken, path(QStringLiteral("data/images/scene-002.jpg"))});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(QLatin1String("broken.jpg")), qPrintable(run.errors));
    QCOMPARE(run.output.count(QLatin1Char('\n')), 1);
    QVERIFY2(run.output.contains(QLatin1String("scene-002.jpg")), qPrintable(run.output));
}

void TrainingCommandsTest::aFolderThatIsNoModelIsNamed()
{
    const QString none = path(QStringLiteral("data"));
    for (const QStringList &words :
         {QStringList{QStringLiteral("info"), none},
          QStringList{QStringLiteral("evaluate"), project(), QStringLiteral("--model"), none},
          QStringList{QStringLiteral("predict"), QStringLiteral("--model"), none, none + QStringLiteral("/images")}}) {
        const CliRun run = runCli(words);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.output, QString());
        QVERIFY2(run.errors.contains(none), qPrintable(run.errors));
    }
}

void TrainingCommandsTest::anInterruptedTrainingKeepsItsModel()
{
#ifdef Q_OS_UNIX
    QProcess process;
    prepareCli(process, trainWords(QStringLiteral("cut"), {QStringLiteral("epochs=500"), QStringLiteral("--json")}));
    process.setReadChannel(QProcess::StandardError);
    process.start();
    // Wait until it works: the first epoch has told of itself.
    QByteArray told;
    while (!told.contains("epoch 1, loss")) {
        QVERIFY2(process.waitForReadyRead(120'000) || process.bytesAvailable() > 0, told.constData());
        told += process.readAllStandardError();
        QVERIFY2(process.state() == QProcess::Running, told.constData());
    }
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    const QJsonObject outcome = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(outcome[QLatin1String("stopped")].toBool(), true);
    const CliRun info = runCli({QStringLiteral("info"), outcome[QLatin1String("last_model")].toString()});
    QVERIFY2(info.exitCode == 0, qPrintable(info.errors));
#else
    QSKIP("signals of Unix");
#endif
}

QTEST_GUILESS_MAIN(TrainingCommandsTest)
#include "training_commands_test.moc"
