// SPDX-License-Identifier: GPL-3.0-or-later
// Loading of the module boxwright_ssd; a program that was built lies beside it.
#include "core/detect/detector_backend.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class DetectorBackendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsNoModuleIsNamed();
    void theModuleIsFoundAndKept();
};

void DetectorBackendTest::aFileThatIsNoModuleIsNamed()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("boxwright_ssd.so")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no shared object");
    file.close();
    qputenv("BOXWRIGHT_MODULES", folder.path().toUtf8());
    const auto backend = detectorBackend();
    qunsetenv("BOXWRIGHT_MODULES");
    QVERIFY(!backend);
    QVERIFY2(backend.error().message.contains(folder.path()), qPrintable(backend.error().message));
}

void DetectorBackendTest::theModuleIsFoundAndKept()
{
    const auto backend = detectorBackend();
    QVERIFY2(backend, qPrintable(backend ? QString() : backend.error().message));
    QVERIFY((*backend)->version().contains(QLatin1String("LibTorch")));
    QCOMPARE(*detectorBackend(), *backend);
    const auto detector = (*backend)->openDetector(QStringLiteral("/nowhere/at/all"), {});
    QVERIFY(!detector);
    QVERIFY(detector.error().message.contains(QLatin1String("nowhere")));
}

QTEST_GUILESS_MAIN(DetectorBackendTest)
#include "detector_backend_test.moc"
