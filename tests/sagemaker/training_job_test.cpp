// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/training_job.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

TrainingJob goodJob()
{
    TrainingJob job;
    job.name = QStringLiteral("bees-20260101-120000");
    job.roleArn = QStringLiteral("arn:aws:iam::123456789012:role/service-role/AmazonSageMaker-ExecutionRole");
    job.dataUri = QStringLiteral("s3://my-bucket/bees");
    return job;
}

TrainingData dataOf(TrainingInput input)
{
    return {input, 3, 150, 50, 122, QStringLiteral("image/jpeg"), QStringLiteral("bees-500")};
}

QJsonObject parsed(const Result<QByteArray> &request)
{
    return request ? QJsonDocument::fromJson(*request).object() : QJsonObject();
}

/// Channel names with their S3 type, address, content type, wrapper and mode.
QStringList channelLines(const QJsonObject &request)
{
    QStringList lines;
    for (const QJsonValue channel : request[QLatin1String("InputDataConfig")].toArray()) {
        const QJsonValue source = channel[QLatin1String("DataSource")][QLatin1String("S3DataSource")];
        lines << QStringList{channel[QLatin1String("ChannelName")].toString(),
                             source[QLatin1String("S3DataType")].toString(),
                             source[QLatin1String("S3Uri")].toString(),
                             channel[QLatin1String("ContentType")].toString(),
                             channel[QLatin1String("RecordWrapperType")].toString(QStringLiteral("-")),
                             channel[QLatin1String("InputMode")].toString(QStringLiteral("-"))}
                     .join(u' ');
    }
    return lines;
}

} // namespace

class TrainingJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachInputModeHasItsChannels_data();
    void eachInputModeHasItsChannels();
    void hyperparametersAreStringsCountedFromTheData();
    void aModelIsTrainedFurtherInAChannelOfItsOwn();
    void whatTheCloudWouldRefuseIsRefused_data();
    void whatTheCloudWouldRefuseIsRefused();
    void everyRegionHasItsContainer();
    void namesAreMadeToFit();
    void theScriptIsSafeForTheShell();
    void awsTakesTheRequests_data() { eachInputModeHasItsChannels_data(); }
    void awsTakesTheRequests();
};

void TrainingJobTest::eachInputModeHasItsChannels_data()
{
    QTest::addColumn<TrainingInput>("input");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QStringList>("channels");
    QTest::newRow("RecordIO") << TrainingInput::RecordIo << QStringLiteral("File")
                              << QStringList{QStringLiteral("train S3Prefix s3://my-bucket/bees/train.rec "
                                                            "application/x-recordio - -"),
                                             QStringLiteral("validation S3Prefix s3://my-bucket/bees/validation.rec "
                                                            "application/x-recordio - -")};
    QTest::newRow("images") << TrainingInput::Images << QStringLiteral("File")
                            << QStringList{QStringLiteral("train S3Prefix s3://my-bucket/bees/train/ image/jpeg - -"),
                                           QStringLiteral("train_annotation S3Prefix "
                                                          "s3://my-bucket/bees/train_annotation/ image/jpeg - -"),
                                           QStringLiteral("validation S3Prefix s3://my-bucket/bees/validation/ "
                                                          "image/jpeg - -"),
                                           QStringLiteral("validation_annotation S3Prefix "
                                                          "s3://my-bucket/bees/validation_annotation/ image/jpeg - -")};
    QTest::newRow("augmented manifest")
        << TrainingInput::AugmentedManifest << QStringLiteral("Pipe")
        << QStringList{QStringLiteral("train AugmentedManifestFile s3://my-bucket/bees/train.manifest "
                                      "application/x-recordio RecordIO Pipe"),
                       QStringLiteral("validation AugmentedManifestFile s3://my-bucket/bees/validation.manifest "
                                      "application/x-recordio RecordIO Pipe")};
}

void TrainingJobTest::eachInputModeHasItsChannels()
{
    QFETCH(TrainingInput, input);
    QFETCH(QString, mode);
    QFETCH(QStringList, channels);
    const QJsonObject request = parsed(trainingJobRequest(goodJob(), dataOf(input)));
    QCOMPARE(channelLines(request), channels);
    QCOMPARE(request[QLatin1String("AlgorithmSpecification")][QLatin1String("TrainingInputMode")].toString(), mode);
    QCOMPARE(request[QLatin1String("OutputDataConfig")][QLatin1String("S3OutputPath")].toString(),
             QStringLiteral("s3://my-bucket/bees/output"));
    const QJsonValue names = request[QLatin1String("InputDataConfig")][0][QLatin1String("DataSource")]
                                    [QLatin1String("S3DataSource")][QLatin1String("AttributeNames")];
    if (input == TrainingInput::AugmentedManifest)
        QCOMPARE(names.toArray(), (QJsonArray{QStringLiteral("source-ref"), QStringLiteral("bees-500")}));
    else
        QVERIFY(names.isUndefined());
}

void TrainingJobTest::hyperparametersAreStringsCountedFromTheData()
{
    TrainingJob job = goodJob();
    job.hyperparameters = {{QStringLiteral("epochs"), QStringLiteral("50")},
                           {QStringLiteral("label_width"), QStringLiteral("350")}};
    TrainingData data = dataOf(TrainingInput::RecordIo);
    data.trainingImages = 10;
    const QJsonObject values = parsed(trainingJobRequest(job, data))[QLatin1String("HyperParameters")].toObject();
    QCOMPARE(values[QLatin1String("num_classes")], QJsonValue(QStringLiteral("3")));
    QCOMPARE(values[QLatin1String("num_training_samples")], QJsonValue(QStringLiteral("10")));
    QCOMPARE(values[QLatin1String("label_width")], QJsonValue(QStringLiteral("350")));
    QCOMPARE(values[QLatin1String("epochs")], QJsonValue(QStringLiteral("50")));
    QCOMPARE(values[QLatin1String("mini_batch_size")], QJsonValue(QStringLiteral("10")));
    QCOMPARE(values[QLatin1String("use_pretrained_model")], QJsonValue(QStringLiteral("1")));
    for (const QJsonValue value : values)
        QVERIFY(value.isString());
}

void TrainingJobTest::aModelIsTrainedFurtherInAChannelOfItsOwn()
{
    TrainingJob job = goodJob();
    job.modelUri = QStringLiteral("s3://my-bucket/old/output/model.tar.gz");
    const QJsonObject request = parsed(trainingJobRequest(job, dataOf(TrainingInput::AugmentedManifest)));
    QCOMPARE(channelLines(request).last(), QStringLiteral("model S3Prefix s3://my-bucket/old/output/model.tar.gz "
                                                          "application/x-sagemaker-model - File"));
    QCOMPARE(request[QLatin1String("HyperParameters")][QLatin1String("use_pretrained_model")].toString(),
             QStringLiteral("0"));
}

void TrainingJobTest::whatTheCloudWouldRefuseIsRefused_data()
{
    QTest::addColumn<TrainingJob>("job");
    QTest::addColumn<TrainingData>("data");
    QTest::addColumn<QString>("says");
    const TrainingData data = dataOf(TrainingInput::RecordIo);
    const auto jobRow = [&](const char *name, const char *says, auto change) {
        TrainingJob job = goodJob();
        change(job);
        QTest::newRow(name) << job << data << QString::fromLatin1(says);
    };
    const auto setRow = [&](const char *name, const char *value) {
        jobRow(qPrintable(QLatin1String(name) + QLatin1Char('=') + QLatin1String(value)), name,
               [&](TrainingJob &job) { job.hyperparameters.insert(QLatin1String(name), QLatin1String(value)); });
    };
    jobRow("name with underscore", "a_b", [](TrainingJob &job) { job.name = QStringLiteral("a_b"); });
    jobRow("name of 64", "63", [](TrainingJob &job) { job.name = QString(64, u'a'); });
    jobRow("role", "nobody", [](TrainingJob &job) { job.roleArn = QStringLiteral("nobody"); });
    jobRow("bucket", "S3", [](TrainingJob &job) { job.dataUri = QStringLiteral("https://x"); });
    jobRow("no data", "uploaded", [](TrainingJob &job) { job.dataUri.clear(); });
    jobRow("region", "mars-1", [](TrainingJob &job) { job.region = QStringLiteral("mars-1"); });
    jobRow("no GPU", "ml.m5.large", [](TrainingJob &job) { job.instanceType = QStringLiteral("ml.m5.large"); });
    setRow("base_network", "mobilenet-v2");
    setRow("learning_rate", "0");
    setRow("learning_rate", "nan");
    setRow("image_shape", "299");
    setRow("optimizer", "lamb");
    setRow("checkpoint_frequency", "1");
    setRow("lr_scheduler_step", "10;20");
    setRow("label_width", "121");
    setRow("num_classes", "2");
    TrainingData few = data;
    few.validationImages = 0;
    QTest::newRow("no validation") << goodJob() << few << QStringLiteral("validation");
    few = data;
    few.trainingImages = 0;
    QTest::newRow("no training") << goodJob() << few << QStringLiteral("training image");
}

void TrainingJobTest::whatTheCloudWouldRefuseIsRefused()
{
    QFETCH(TrainingJob, job);
    QFETCH(TrainingData, data);
    QFETCH(QString, says);
    const Result<QByteArray> request = trainingJobRequest(job, data);
    QVERIFY(!request);
    QVERIFY2(request.error().message.contains(says), qPrintable(request.error().message));
}

void TrainingJobTest::everyRegionHasItsContainer()
{
    QCOMPARE(trainingImageOf(QStringLiteral("us-east-1")),
             QStringLiteral("811284229777.dkr.ecr.us-east-1.amazonaws.com/object-detection:1"));
    QVERIFY(trainingImageOf(QStringLiteral("cn-north-1")).contains(QLatin1String(".amazonaws.com.cn/")));
    QCOMPARE(trainingImageOf(QStringLiteral("mars-1")), QString());
    QVERIFY(trainingRegions().size() > 20);
}

void TrainingJobTest::namesAreMadeToFit()
{
    const QString stamp = QStringLiteral("20260101-120000");
    QCOMPARE(jobNameFrom(QStringLiteral("Bees & wasps_2"), stamp), QStringLiteral("Bees-wasps-2-") + stamp);
    QCOMPARE(jobNameFrom(QString::fromUtf8("꿀벌"), stamp), QStringLiteral("boxwright-") + stamp);
    QCOMPARE(jobNameFrom(QString(200, u'x'), stamp).size(), 63);
}

void TrainingJobTest::theScriptIsSafeForTheShell()
{
    const QTemporaryDir folder;
    TrainingJob job = goodJob();
    job.dataUri = QStringLiteral("s3://my-bucket/it's $(touch owned)");
    QFile script(folder.filePath(QStringLiteral("upload.sh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(uploadScript(job, QStringLiteral("export \"1\" `touch owned`"), QStringLiteral("job.json")));
    script.close();
    QFile aws(folder.filePath(QStringLiteral("aws"))); // prints its words, one a line
    QVERIFY(aws.open(QIODevice::WriteOnly));
    aws.write("#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n");
    aws.close();
    aws.setPermissions(aws.permissions() | QFileDevice::ExeOwner | QFileDevice::ExeUser);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), folder.path() + u':' + environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"), {script.fileName()});
    if (!shell.waitForStarted())
        QSKIP("there is no /bin/sh");
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    const QString words = QString::fromUtf8(shell.readAllStandardOutput());
    QVERIFY2(
        words.startsWith(QLatin1String("s3\nsync\nexport \"1\" `touch owned`\ns3://my-bucket/it's $(touch owned)/\n")),
        qPrintable(words));
    QVERIFY(words.contains(QLatin1String("create-training-job\n--cli-input-json\nfile://job.json\n")));
    QVERIFY(words.contains(QLatin1String("wait\ntraining-job-completed-or-stopped\n")));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("owned"))));
}

void TrainingJobTest::awsTakesTheRequests()
{
    QFETCH(TrainingInput, input);
    const QTemporaryDir folder;
    TrainingJob job = goodJob();
    job.modelUri = QStringLiteral("s3://my-bucket/old/output/model.tar.gz");
    const Result<QByteArray> request = trainingJobRequest(job, dataOf(input));
    QVERIFY(request);
    QFile file(folder.filePath(QStringLiteral("job.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*request) == request->size());
    file.close();
    QProcess aws;
    aws.start(QStringLiteral("aws"),
              {QStringLiteral("sagemaker"), QStringLiteral("create-training-job"), QStringLiteral("--cli-input-json"),
               QStringLiteral("file://") + file.fileName(), QStringLiteral("--generate-cli-skeleton"),
               QStringLiteral("output"), QStringLiteral("--region"), QStringLiteral("us-east-1")});
    if (!aws.waitForStarted())
        QSKIP("the program aws is not installed");
    QVERIFY(aws.waitForFinished(120'000));
    const QByteArray errors = aws.readAllStandardError();
    QVERIFY2(aws.exitCode() == 0, errors.constData());
    QVERIFY(QJsonDocument::fromJson(aws.readAllStandardOutput()).object().contains(QLatin1String("TrainingJobArn")));
}

QTEST_GUILESS_MAIN(TrainingJobTest)
#include "training_job_test.moc"
