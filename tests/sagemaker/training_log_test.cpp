// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of trainings in the cloud, line by line as people have published them (facts 1.7).
#include "core/sagemaker/training_log.h"

#include <QTest>

using namespace boxwright;

namespace {

const char *const kLog =
    "Docker entrypoint called with argument(s): train\n"
    "[06/26/2018 08:00:00 INFO 139863862331200] Final configuration: {u'label_width': u'350', u'epochs': u'2', "
    "u'base_network': u'resnet-50', u'freeze_layer_pattern': u'', u'num_training_samples': u'1408'}\n"
    "[06/26/2018 08:00:30 INFO 139863862331200] Epoch:    0, batches:    100, num_examples:   3200, 115.2 samples/sec, "
    "epoch time so far:  0:00:27.779193\n"
    "[06/26/2018 08:01:00 INFO 139863862331200] #quality_metric: host=algo-1, epoch=0, batch=44 train cross_entropy "
    "<loss>=(0.99)\n"
    "[06/26/2018 08:01:00 INFO 139863862331200] #quality_metric: host=algo-1, epoch=0, batch=44 train smooth_l1 "
    "<loss>=(0.51)\n"
    "2018-06-26T08:01:05.000Z [06/26/2018 08:01:05 INFO 139863862331200] #quality_metric: host=algo-1, epoch=0, "
    "validation mAP <score>=(0.125)\n"
    "[06/26/2018 08:01:05 INFO 139863862331200] Updating the best model with validation-mAP=0.125\n"
    "[06/26/2018 08:02:15 INFO 139863862331200] #quality_metric: host=algo-1, epoch=1, batch=44 train cross_entropy "
    "<loss>=0.75\n"
    "[06/26/2018 08:02:15 INFO 139863862331200] #quality_metric: host=algo-1, epoch=1, batch=44 train smooth_l1 "
    "<loss>=0.4\n"
    "[06/26/2018 08:02:25 INFO 139863862331200] #quality_metric: host=algo-1, epoch=1, validation mAP "
    "<score>=(0.25)\n"
    "[06/26/2018 08:02:30 INFO 139863862331200] Test data is not provided.\n";

} // namespace

class TrainingLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void epochsCurvesAndConfigurationAreRead();
    void aLogWithoutEpochsIsSaid();
};

void TrainingLogTest::epochsCurvesAndConfigurationAreRead()
{
    const auto log = parseTrainingLog(kLog, QStringLiteral("job.log"));
    QVERIFY2(log.has_value(), qPrintable(log ? QString() : log.error().message));
    QCOMPARE(log->started, QDateTime(QDate(2018, 6, 26), QTime(8, 0), Qt::UTC));
    QCOMPARE(log->seconds, 150.0);
    QCOMPARE(log->hyperparameters.value(QStringLiteral("base_network")), QStringLiteral("resnet-50"));
    QCOMPARE(log->hyperparameters.value(QStringLiteral("num_training_samples")), QStringLiteral("1408"));
    QCOMPARE(log->hyperparameters.size(), 5);
    QCOMPARE(log->epochs.size(), 2);
    QCOMPARE(log->epochs[0].epoch, 1);
    QCOMPARE(log->epochs[0].classLoss, 0.99);
    QCOMPARE(log->epochs[0].boxLoss, 0.51);
    QCOMPARE(log->epochs[0].validationMap, 0.125);
    QCOMPARE(log->epochs[0].seconds, 65.0);
    QCOMPARE(log->epochs[1].classLoss, 0.75);
    QCOMPARE(log->epochs[1].boxLoss, 0.4);
    QCOMPARE(log->epochs[1].validationMap, 0.25);
    QCOMPARE(log->epochs[1].seconds, 80.0);
}

void TrainingLogTest::aLogWithoutEpochsIsSaid()
{
    for (const char *text : {"", "nothing of the kind\n",
                             "#quality_metric: host=algo-1, epoch=x, validation mAP "
                             "<score>=(0.1)\n",
                             "#quality_metric: host=algo-1, epoch=0, validation mAP <score>=(nan)\n"}) {
        const auto log = parseTrainingLog(text, QStringLiteral("job.log"));
        QVERIFY2(!log.has_value(), text);
        QVERIFY(log.error().message.contains(QLatin1String("job.log")));
    }
}

QTEST_GUILESS_MAIN(TrainingLogTest)
#include "training_log_test.moc"
