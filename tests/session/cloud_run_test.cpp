// SPDX-License-Identifier: GPL-3.0-or-later
// A training in the cloud stands among the local runs.
#include "core/session/cloud_run.h"

#include "core/base/file_io.h"
#include "core/session/run_history.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class CloudRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLogBecomesARun();
    void anythingElseLeavesNothingBehind();

private:
    QTemporaryDir m_folder;
};

void CloudRunTest::aLogBecomesARun()
{
    const QString log = m_folder.filePath(QStringLiteral("job.log"));
    QVERIFY(writeFile(log, "[06/26/2018 08:00:00 INFO 1] Final configuration: {u'epochs': u'3', u'base_network': "
                           "u'vgg-16', u'num_training_samples': u'40'}\n"
                           "[06/26/2018 08:01:00 INFO 1] #quality_metric: host=algo-1, epoch=0, batch=9 train "
                           "cross_entropy <loss>=(2.5)\n"
                           "[06/26/2018 08:01:00 INFO 1] #quality_metric: host=algo-1, epoch=0, validation mAP "
                           "<score>=(0.5)\n"
                           "[06/26/2018 08:02:00 INFO 1] #quality_metric: host=algo-1, epoch=1, validation mAP "
                           "<score>=(0.25)\n")
                .has_value());
    const QString runs = m_folder.filePath(QStringLiteral("p.runs"));
    const Result<> imported = importCloudLog(log, runs + QStringLiteral("/cloud-1"));
    QVERIFY2(imported.has_value(), qPrintable(imported ? QString() : imported.error().message));
    const QList<RunRecord> found = readRuns(runs);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].name, QStringLiteral("cloud-1"));
    QCOMPARE(found[0].problem, QString());
    QCOMPARE(found[0].cloudLog, log);
    QCOMPARE(found[0].baseNetwork, QStringLiteral("vgg-16"));
    QCOMPARE(found[0].plannedEpochs, 3);
    QCOMPARE(found[0].trainingImages, 40);
    QCOMPARE(found[0].seconds, 120.0);
    QCOMPARE(found[0].started, QDateTime(QDate(2018, 6, 26), QTime(8, 0), Qt::UTC));
    QCOMPARE(found[0].epochs.size(), 2);
    QCOMPARE(found[0].epochs[0].classLoss, 2.5);
    QCOMPARE(found[0].bestMap, 0.5);
    QCOMPARE(found[0].bestEpoch, 1);

    const Result<> again = importCloudLog(log, runs + QStringLiteral("/cloud-1"));
    QVERIFY(!again.has_value());
    QVERIFY(again.error().message.contains(QLatin1String("cloud-1")));
}

void CloudRunTest::anythingElseLeavesNothingBehind()
{
    const QString log = m_folder.filePath(QStringLiteral("other.log"));
    QVERIFY(writeFile(log, "make: nothing to be done\n").has_value());
    const QString run = m_folder.filePath(QStringLiteral("p.runs/other"));
    const Result<> imported = importCloudLog(log, run);
    QVERIFY(!imported.has_value());
    QVERIFY2(imported.error().message.contains(QLatin1String("other.log")), qPrintable(imported.error().message));
    QVERIFY(!QFileInfo::exists(run));
    QVERIFY(!importCloudLog(m_folder.filePath(QStringLiteral("absent.log")), run).has_value());
}

QTEST_GUILESS_MAIN(CloudRunTest)
#include "cloud_run_test.moc"
