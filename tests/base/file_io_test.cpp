// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class FileIoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreReadUpToTheLimit();
    void aFileWithoutASizeIsReadToItsEnd();
};

void FileIoTest::filesAreReadUpToTheLimit()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x"));
    const QByteArray bytes = QByteArray("0123456789").repeated(20'000); // several chunks
    QVERIFY(putFile(path, bytes));
    QCOMPARE(readFile(path, bytes.size()).value_or(QByteArray()), bytes);
    const Result<QByteArray> refused = readFile(path, bytes.size() - 1);
    QVERIFY(!refused && refused.error().message.contains(QLatin1String("too large")));
    QVERIFY(!readFile(folder.filePath(QStringLiteral("none")), 1));
}

void FileIoTest::aFileWithoutASizeIsReadToItsEnd()
{
    const QString path = QStringLiteral("/proc/self/status"); // the system says 0 bytes
    if (!QFileInfo::exists(path))
        QSKIP("there is no /proc");
    QVERIFY(readFile(path, 1'000'000).value_or(QByteArray()).contains("Name:"));
    QVERIFY(!readFile(path, 10));
}

QTEST_GUILESS_MAIN(FileIoTest)
#include "file_io_test.moc"
