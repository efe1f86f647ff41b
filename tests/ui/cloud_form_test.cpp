// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/edit/commands/add_label.h"
#include "core/edit/commands/assign_splits.h"
#include "tests/support/labelled_project.h"
#include "ui/dialogs/cloud_form.h"
#include "ui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace boxwright;

/// The cloud's part of the export dialog, on four labelled images, three for training and one for validation.
class CloudFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aTrainingJobIsWrittenBesideTheExport();
    void whereAwsIsInstalledTheUploadRuns();
    void whatTheCloudWouldRefuseStopsTheButton();
    void pricesCanBeCorrectedAndAreKept();
    void otherFormatsOfferNoJob();

private:
    void showDialog(const QString &format);
    template<class T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }

    std::unique_ptr<LabelledProject> m_project;
    QPointer<ExportDialog> m_dialog;
};

void CloudFormTest::init()
{
    m_project = std::make_unique<LabelledProject>(
        QStringList{QStringLiteral("a.png"), QStringLiteral("b.png"), QStringLiteral("c.png"), QStringLiteral("d.png")},
        QStringList{QStringLiteral("bee")});
    Document &document = m_project->document();
    QHash<ImageId, Split> splits;
    for (qsizetype i = 0; i < 4; ++i) {
        Label label;
        label.classId = m_project->classAt(0);
        label.box = {4, 5, 20.5, 30};
        QVERIFY(document.push(std::make_unique<AddLabel>(document, m_project->imageAt(i), label)));
        splits.insert(m_project->imageAt(i), i < 3 ? Split::Train : Split::Validation);
    }
    QVERIFY(document.push(std::make_unique<AssignSplits>(document, splits)));
}

void CloudFormTest::cleanup()
{
    delete m_dialog.data();
    m_project.reset();
}

void CloudFormTest::showDialog(const QString &format)
{
    m_dialog = new ExportDialog(m_project->session());
    m_dialog->show();
    auto *formats = find<QComboBox>("format");
    formats->setCurrentIndex(formats->findData(format));
}

void CloudFormTest::aTrainingJobIsWrittenBesideTheExport()
{
    showDialog(QStringLiteral("augmented-manifest"));
    find<QCheckBox>("cloudWanted")->setChecked(true);
    find<QLineEdit>("cloudAddress")->setText(QStringLiteral("s3://my-bucket/bees"));
    find<QLineEdit>("cloudRole")->setText(QStringLiteral("arn:aws:iam::123456789012:role/r"));
    find<QSpinBox>("cloudEpochs")->setValue(7);
    QVERIFY(find<QPushButton>("export")->isEnabled());
    QSignalSpy exported(m_dialog, &ExportDialog::exported);
    QTest::mouseClick(find<QPushButton>("export"), Qt::LeftButton);
    QVERIFY2(exported.wait(30'000), qPrintable(find<QLabel>("message")->text()));
    const QString cloud = exported[0][0].value<ExportReport>().folder + QStringLiteral("-cloud/");
    QVERIFY(QFile::exists(cloud + QStringLiteral("upload.sh")));
    QFile request(cloud + QStringLiteral("job.json"));
    QVERIFY(request.open(QIODevice::ReadOnly));
    const QJsonValue values = QJsonDocument::fromJson(request.readAll())[QLatin1String("HyperParameters")];
    QCOMPARE(values[QLatin1String("num_training_samples")].toString(), QStringLiteral("3"));
    QCOMPARE(values[QLatin1String("label_width")].toString(), QStringLiteral("7"));
    QCOMPARE(values[QLatin1String("epochs")].toString(), QStringLiteral("7"));
    QVERIFY(find<QLabel>("message")->text().contains(QLatin1String("upload.sh")));
}

void CloudFormTest::whereAwsIsInstalledTheUploadRuns()
{
#ifndef Q_OS_UNIX
    QSKIP("scripts of the shell do not run here");
#endif
    const QTemporaryDir bin;
    const QString aws = bin.filePath(QStringLiteral("aws"));
    QVERIFY(writeFile(aws, "#!/bin/sh\necho \"aws $1 $2\"\n"));
    QVERIFY(QFile::setPermissions(aws, QFile::permissions(aws) | QFileDevice::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(bin.path()) + ':' + path);
    const auto putBack = qScopeGuard([&path] { qputenv("PATH", path); });

    showDialog(QStringLiteral("augmented-manifest"));
    find<QCheckBox>("cloudWanted")->setChecked(true);
    find<QLineEdit>("cloudAddress")->setText(QStringLiteral("s3://my-bucket/bees"));
    find<QLineEdit>("cloudRole")->setText(QStringLiteral("arn:aws:iam::123456789012:role/r"));
    QVERIFY(!find<QPushButton>("runUpload")->isVisible());
    QSignalSpy exported(m_dialog, &ExportDialog::exported);
    QTest::mouseClick(find<QPushButton>("export"), Qt::LeftButton);
    QVERIFY2(exported.wait(30'000), qPrintable(find<QLabel>("message")->text()));
    QTRY_VERIFY(find<QPushButton>("runUpload")->isVisible());
    QTRY_VERIFY(m_dialog->height() <= m_dialog->screen()->availableGeometry().height());
    QTest::mouseClick(find<QPushButton>("runUpload"), Qt::LeftButton);
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    QTRY_VERIFY(find<QPushButton>("export")->isEnabled());
    QCOMPARE(find<QPlainTextEdit>("uploadOutput")->toPlainText(),
             QStringLiteral("aws s3 sync\naws sagemaker create-training-job\naws sagemaker wait\n"));
    find<QLineEdit>("cloudAddress")->setText(QStringLiteral("s3://my-bucket/wasps"));
    QVERIFY(!find<QPushButton>("runUpload")->isVisible()); // that job is not written yet
}

void CloudFormTest::whatTheCloudWouldRefuseStopsTheButton()
{
    showDialog(QStringLiteral("sagemaker-json"));
    QVERIFY(find<QPushButton>("export")->isEnabled());
    find<QCheckBox>("cloudWanted")->setChecked(true);
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    find<QLineEdit>("cloudAddress")->setText(QStringLiteral("my-bucket"));
    find<QLineEdit>("cloudRole")->setText(QStringLiteral("arn:aws:iam::123456789012:role/r"));
    QVERIFY2(find<QLabel>("message")->text().contains(QLatin1String("\"my-bucket\"")),
             qPrintable(find<QLabel>("message")->text()));
    find<QLineEdit>("cloudAddress")->setText(QStringLiteral("s3://my-bucket/bees"));
    QVERIFY(find<QPushButton>("export")->isEnabled());
    find<QComboBox>("cloudInstance")->setCurrentText(QStringLiteral("ml.m5.large"));
    QVERIFY(!find<QPushButton>("export")->isEnabled());
    find<QCheckBox>("cloudWanted")->setChecked(false);
    QVERIFY(find<QPushButton>("export")->isEnabled());
}

void CloudFormTest::pricesCanBeCorrectedAndAreKept()
{
    CloudForm form(m_project->session());
    form.setFormat(QStringLiteral("recordio"));
    form.setTrainingImages(3600);
    const auto field = [](CloudForm &in, const char *name) {
        return in.findChild<QDoubleSpinBox *>(QLatin1String(name));
    };
    form.findChild<QCheckBox *>(QStringLiteral("cloudWanted"))->setChecked(true);
    form.findChild<QSpinBox *>(QStringLiteral("cloudEpochs"))->setValue(1);
    field(form, "cloudSpeed")->setValue(1);
    field(form, "cloudPrice")->setValue(12); // an hour of training and five minutes of start
    const auto *estimate = form.findChild<QLabel *>(QStringLiteral("cloudEstimate"));
    QVERIFY2(estimate->text().contains(QLatin1String("13.00 USD")), qPrintable(estimate->text()));
    form.remember();
    CloudForm again(m_project->session());
    QCOMPARE(field(again, "cloudPrice")->value(), 12.0);
    QCOMPARE(field(again, "cloudSpeed")->value(), 1.0);
}

void CloudFormTest::otherFormatsOfferNoJob()
{
    CloudForm form(m_project->session());
    form.setFormat(QStringLiteral("voc"));
    form.findChild<QCheckBox *>(QStringLiteral("cloudWanted"))->setChecked(true);
    QVERIFY(!form.isWanted());
    QVERIFY(!form.handOver(QStringLiteral("/x")));
    QCOMPARE(form.problem(), QString());
}

QTEST_MAIN(CloudFormTest)
#include "cloud_form_test.moc"
