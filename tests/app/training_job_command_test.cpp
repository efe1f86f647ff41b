// SPDX-License-Identifier: GPL-3.0-or-later
// export --training-job with the real program: what is written, what is counted, what is refused.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class TrainingJobCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRequestCountsWhatWasExported_data();
    void theRequestCountsWhatWasExported();
    void manifestsNameTheImagesThatAreUploaded();
    void aDataSetWithoutValidationIsRefusedBeforeAnythingIsWritten();
    void otherFormatsAreRefused();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CliRun exportTo(const QString &format, const QStringList &more = {}) const;
    static QJsonObject json(const QString &path);

    QTemporaryDir m_folder;
    int m_fullest = 0;  ///< most labels on one image of train and validation
    int m_training = 0; ///< labelled training images
};

void TrainingJobCommandTest::initTestCase()
{
    const QString drawn = path(QStringLiteral("drawn"));
    const QString project = path(QStringLiteral("p.boxwright"));
    QCOMPARE(runCli({QStringLiteral("sample"), drawn, QStringLiteral("--images"), QStringLiteral("20")}).exitCode, 0);
    QCOMPARE(runCli({QStringLiteral("new"), project, QStringLiteral("--images"), drawn + QStringLiteral("/images")})
                 .exitCode,
             0);
    QCOMPARE(runCli({QStringLiteral("import"), project, QStringLiteral("--from"), drawn}).exitCode, 0);
    for (const QString &name : {QStringLiteral("train"), QStringLiteral("validation")}) {
        QFile file(drawn + u'/' + name + QStringLiteral(".manifest"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const auto boxes = int(file.readLine().count("class_id"));
            m_fullest = std::max(m_fullest, boxes);
            m_training += name == QLatin1String("train") && boxes > 0 ? 1 : 0;
        }
    }
    QVERIFY(m_fullest > 0 && m_training > 0);
}

CliRun TrainingJobCommandTest::exportTo(const QString &format, const QStringList &more) const
{
    return runCli(QStringList{QStringLiteral("export"), path(QStringLiteral("p.boxwright")), QStringLiteral("--format"),
                              format, QStringLiteral("--to"), path(QStringLiteral("out-") + format),
                              QStringLiteral("--training-job"), path(QStringLiteral("job.json"))} +
                  more);
}

QJsonObject TrainingJobCommandTest::json(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TrainingJobCommandTest::theRequestCountsWhatWasExported_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("sagemaker-json") << QStringLiteral("sagemaker-json");
    QTest::newRow("augmented-manifest") << QStringLiteral("augmented-manifest");
}

void TrainingJobCommandTest::theRequestCountsWhatWasExported()
{
    QFETCH(QString, format);
    const CliRun run = exportTo(format, {QStringLiteral("--s3-data"), QStringLiteral("s3://my-bucket/fruits"),
                                         QStringLiteral("--role"), QStringLiteral("arn:aws:iam::123456789012:role/r"),
                                         QStringLiteral("--set"), QStringLiteral("epochs=7")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const QJsonObject request = json(path(QStringLiteral("job.json")));
    const QJsonValue values = request[QLatin1String("HyperParameters")];
    QCOMPARE(values[QLatin1String("num_classes")].toString(), QStringLiteral("3"));
    QCOMPARE(values[QLatin1String("epochs")].toString(), QStringLiteral("7"));
    QCOMPARE(values[QLatin1String("label_width")].toString(), QString::number(2 + 5 * m_fullest));
    const int samples = values[QLatin1String("num_training_samples")].toString().toInt();
    QFile manifest(path(QStringLiteral("out-augmented-manifest/train.manifest")));
    if (format == QLatin1String("sagemaker-json"))
        QCOMPARE(samples, m_training);
    else if (manifest.open(QIODevice::ReadOnly)) // images that are confirmed to be empty have lines of their own
        QCOMPARE(samples, int(manifest.readAll().count('\n')));
    QVERIFY(request[QLatin1String("TrainingJobName")].toString().startsWith(QLatin1String("p-")));
    QVERIFY(QFile::permissions(path(QStringLiteral("upload.sh"))).testFlag(QFileDevice::ExeOwner));
}

void TrainingJobCommandTest::manifestsNameTheImagesThatAreUploaded()
{
    const CliRun run = exportTo(QStringLiteral("augmented-manifest"),
                                {QStringLiteral("--s3-data"), QStringLiteral("s3://my-bucket/fruits")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    QVERIFY2(run.errors.contains(QLatin1String("--role")), qPrintable(run.errors)); // it is a placeholder
    const QString out = path(QStringLiteral("out-augmented-manifest"));
    QFile manifest(out + QStringLiteral("/train.manifest"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QString source = QJsonDocument::fromJson(manifest.readLine())[QLatin1String("source-ref")].toString();
    const QString address = QStringLiteral("s3://my-bucket/fruits/");
    QVERIFY2(source.startsWith(address + QStringLiteral("images/")), qPrintable(source));
    QVERIFY(QFile::exists(out + u'/' + source.sliced(address.size())));
}

void TrainingJobCommandTest::aDataSetWithoutValidationIsRefusedBeforeAnythingIsWritten()
{
    const QString folder = path(QStringLiteral("out-sagemaker-json"));
    QDir(folder).removeRecursively();
    const CliRun run = exportTo(QStringLiteral("sagemaker-json"), {QStringLiteral("--split"), QStringLiteral("train")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(QLatin1String("validation")), qPrintable(run.errors));
    QVERIFY(!QFile::exists(folder));
}

void TrainingJobCommandTest::otherFormatsAreRefused()
{
    const CliRun formats = runCli({QStringLiteral("export"), QStringLiteral("--help")});
    if (!formats.output.contains(QLatin1String("voc")))
        QSKIP("no other format is written");
    const CliRun run = exportTo(QStringLiteral("voc"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(QLatin1String("augmented-manifest")), qPrintable(run.errors));
}

QTEST_GUILESS_MAIN(TrainingJobCommandTest)
#include "training_job_command_test.moc"
