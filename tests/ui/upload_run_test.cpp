// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/upload_run.h"

#include "core/base/file_io.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace boxwright;

/// The upload with a program aws of the test's own, a script that lies alone in PATH.
class UploadRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutTheProgramNothingIsOffered();
    void withoutAScriptNothingIsOffered();
    void whatTheScriptSaysIsShown();
    void figuresOfProgressReplaceEachOther();
    void aFailureIsSaid();
    void itCanBeStoppedWithAllThatItStarted();
    void whatRunsEndsWithTheDialog();

private:
    void putAws(const QByteArray &text) const
    {
        const QString aws = m_folder->filePath(QStringLiteral("bin/aws"));
        QVERIFY(writeFile(aws, "#!/bin/sh\n" + text));
        QVERIFY(QFile::setPermissions(aws, QFile::permissions(aws) | QFileDevice::ExeOwner));
    }
    void click() const
    {
        QTest::mouseClick(m_run->findChild<QPushButton *>(QStringLiteral("runUpload")), Qt::LeftButton);
    }
    [[nodiscard]] QString output() const
    {
        return m_run->findChild<QPlainTextEdit *>(QStringLiteral("uploadOutput"))->toPlainText();
    }
    [[nodiscard]] QString words() const { return m_run->findChild<QLabel *>(QStringLiteral("uploadWords"))->text(); }
    [[nodiscard]] QString script() const { return m_folder->filePath(QStringLiteral("upload.sh")); }
    [[nodiscard]] bool isAlive(const QString &pidFile) const;

    QByteArray m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UploadRun> m_run;
};

void UploadRunTest::initTestCase()
{
#ifndef Q_OS_UNIX
    QSKIP("scripts of the shell do not run here");
#endif
    m_path = qgetenv("PATH");
}

void UploadRunTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(makeFolder(m_folder->filePath(QStringLiteral("bin"))));
    qputenv("PATH", QFile::encodeName(m_folder->filePath(QStringLiteral("bin"))));
    QVERIFY(writeFile(script(), "#!/bin/sh\nset -eu\naws s3 sync here there\naws sagemaker wait\n"));
    m_run = std::make_unique<UploadRun>();
    m_run->show();
}

void UploadRunTest::cleanup()
{
    m_run.reset();
    qputenv("PATH", m_path);
}

bool UploadRunTest::isAlive(const QString &pidFile) const
{
    const Result<QByteArray> pid = readFile(m_folder->filePath(pidFile), 100);
    return pid && QFile::exists(QStringLiteral("/proc/") + QString::fromLatin1(pid->trimmed()));
}

void UploadRunTest::withoutTheProgramNothingIsOffered()
{
    m_run->offer(script());
    QVERIFY(!m_run->isVisible());
}

void UploadRunTest::withoutAScriptNothingIsOffered()
{
    putAws("true\n");
    m_run->offer({});
    QVERIFY(!m_run->isVisible());
}

void UploadRunTest::whatTheScriptSaysIsShown()
{
    putAws("echo \"aws $*\"\necho warned >&2\n");
    m_run->offer(script());
    QVERIFY(m_run->isVisible());
    QVERIFY(!m_run->findChild<QPlainTextEdit *>(QStringLiteral("uploadOutput"))->isVisible());
    QSignalSpy finished(m_run.get(), &UploadRun::finished);
    click();
    QVERIFY(m_run->isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!m_run->isRunning());
    QCOMPARE(output(), QStringLiteral("aws s3 sync here there\nwarned\naws sagemaker wait\nwarned\n"));
    QVERIFY2(words().contains(QLatin1String("has ended")), qPrintable(words()));
}

void UploadRunTest::figuresOfProgressReplaceEachOther()
{
    putAws("printf 'Completed 1 of 2\\rCompleted 2 of 2\\nupload: \\303\\274.jpg\\n'\n");
    m_run->offer(script());
    QSignalSpy finished(m_run.get(), &UploadRun::finished);
    click();
    QTRY_COMPARE(finished.size(), 1);
    const QString once = QStringLiteral("Completed 2 of 2\nupload: %1.jpg\n").arg(QChar(0xfc));
    QCOMPARE(output(), once + once);
}

void UploadRunTest::aFailureIsSaid()
{
    putAws("echo 'Unable to locate credentials'\nexit 253\n");
    m_run->offer(script());
    QSignalSpy finished(m_run.get(), &UploadRun::finished);
    click();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(words().contains(QLatin1String("253")), qPrintable(words()));
    QCOMPARE(output(), QStringLiteral("Unable to locate credentials\n")); // and nothing came after it
    click();                                                              // once more
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(output(), QStringLiteral("Unable to locate credentials\n"));
}

void UploadRunTest::itCanBeStoppedWithAllThatItStarted()
{
    putAws("echo $$ > pid\necho started\nexec /bin/sleep 600\n");
    m_run->offer(script());
    QSignalSpy finished(m_run.get(), &UploadRun::finished);
    click();
    QTRY_COMPARE(output(), QStringLiteral("started\n"));
    QVERIFY(isAlive(QStringLiteral("pid")));
    click();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(words().contains(QLatin1String("Stopped")), qPrintable(words()));
    QTRY_VERIFY(!isAlive(QStringLiteral("pid")));
}

void UploadRunTest::whatRunsEndsWithTheDialog()
{
    putAws("echo $$ > pid\necho started\nexec /bin/sleep 600\n");
    m_run->offer(script());
    click();
    QTRY_COMPARE(output(), QStringLiteral("started\n"));
    m_run.reset();
    QTRY_VERIFY(!isAlive(QStringLiteral("pid")));
}

QTEST_MAIN(UploadRunTest)
#include "upload_run_test.moc"
