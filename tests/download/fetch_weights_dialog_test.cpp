// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/fetch_weights_dialog.h"

#include "tests/support/file_server.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class FetchWeightsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itOffersWhatFitsTheNetwork();
    void anotherFileAtTheAddressIsToldAndNotTaken();
    void closingStopsTheTransfer();
};

void FetchWeightsDialogTest::itOffersWhatFitsTheNetwork()
{
    const QTemporaryDir folder;
    FetchWeightsDialog dialog(QStringLiteral("vgg-16"), folder.path());
    auto *choice = dialog.findChild<QComboBox *>(QStringLiteral("publicWeights"));
    auto *address = dialog.findChild<QLineEdit *>(QStringLiteral("address"));
    QCOMPARE(choice->count(), 2);
    QVERIFY(address->text().endsWith(QLatin1String("vgg16-397923af.pth")));
    choice->setCurrentIndex(1);
    QVERIFY(address->text().endsWith(QLatin1String("vgg16_features-amdegroot-88682ab5.pth")));
    FetchWeightsDialog unknown(QStringLiteral("alexnet"), folder.path());
    QVERIFY(!unknown.findChild<QPushButton *>(QStringLiteral("fetch"))->isEnabled());
}

void FetchWeightsDialogTest::anotherFileAtTheAddressIsToldAndNotTaken()
{
    const QTemporaryDir folder;
    FileServer server("no weights at all");
    FetchWeightsDialog dialog(QStringLiteral("mobilenet-v2"), folder.path());
    dialog.show();
    dialog.findChild<QLineEdit *>(QStringLiteral("address"))->setText(server.address().toString());
    auto *fetch = dialog.findChild<QPushButton *>(QStringLiteral("fetch"));
    fetch->click();
    QVERIFY(!fetch->isEnabled());
    auto *outcome = dialog.findChild<QLabel *>(QStringLiteral("outcome"));
    QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible(), 20'000);
    QVERIFY2(outcome->text().contains(QLatin1String("b0353104")), qPrintable(outcome->text()));
    QVERIFY(fetch->isEnabled());
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.file().isEmpty());
}

void FetchWeightsDialogTest::closingStopsTheTransfer()
{
    const QTemporaryDir folder;
    FileServer server(QByteArray(100, 'x'));
    server.breakOffAfter = 0;
    {
        FetchWeightsDialog dialog(QStringLiteral("mobilenet-v2"), folder.path());
        dialog.findChild<QLineEdit *>(QStringLiteral("address"))->setText(server.address().toString());
        dialog.findChild<QPushButton *>(QStringLiteral("fetch"))->click();
        dialog.reject();
    }
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("mobilenet_v2-b0353104.pth"))));
}

QTEST_MAIN(FetchWeightsDialogTest)
#include "fetch_weights_dialog_test.moc"
