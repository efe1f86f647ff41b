// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/download.h"

#include "core/download/public_weights.h"
#include "tests/support/file_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QByteArray manyBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 300'000; ++i)
        bytes.append(static_cast<char>(i * 31 + i / 251));
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DownloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFileArrivesWithProgress();
    void aBrokenConnectionGoesOnWhereItBroke();
    void anAnswerWithoutItsBytesIsNoFile();
    void aServerWithoutRangesStartsAnew();
    void aPartThatDoesNotFitIsThrownAway_data();
    void aPartThatDoesNotFitIsThrownAway();
    void anotherFileThanExpectedIsThrownAway();
    void whatIsThereIsNotFetchedAgain();
    void aMovedFileIsFollowed();
    void failuresSayWhatHappened();
    void tooMuchIsRefused();
    void stoppingKeepsThePart();
    void onlySafeAddressesAreTaken();
    void thePublicListHoldsTogether();

private:
    Result<> fetch(const QByteArray &sha256 = {});
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileServer> m_server;
    QString m_file;
};

void DownloadTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FileServer>(manyBytes());
    m_file = m_folder->filePath(QStringLiteral("cache/weights.pth"));
}

Result<> DownloadTest::fetch(const QByteArray &sha256)
{
    return download({m_server->address(), m_file, sha256}, {}, {});
}

void DownloadTest::aFileArrivesWithProgress()
{
    const QByteArray sum = QCryptographicHash::hash(m_server->content, QCryptographicHash::Sha256).toHex();
    QList<Progress> told;
    const auto done =
        download({m_server->address(), m_file, sum.first(8)}, {}, [&](const Progress &progress) { told << progress; });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(contentOf(m_file), m_server->content);
    QVERIFY(!QFile::exists(m_file + QStringLiteral(".part")));
    QVERIFY(!told.isEmpty());
    QCOMPARE(told.last().done, m_server->content.size());
    QCOMPARE(told.last().total, m_server->content.size());
}

void DownloadTest::aBrokenConnectionGoesOnWhereItBroke()
{
    m_server->breakOffAfter = 100'000;
    const auto broken = fetch();
    QVERIFY(!broken);
    QVERIFY(!QFile::exists(m_file));
    const QByteArray part = contentOf(m_file + QStringLiteral(".part"));
    QVERIFY(!part.isEmpty() && m_server->content.startsWith(part));
    m_server->breakOffAfter = -1;
    QVERIFY(fetch());
    QCOMPARE(contentOf(m_file), m_server->content);
    const QByteArray last = m_server->requests.last(); // Qt asks again by itself where a connection breaks
    QVERIFY2(last.contains("Range: bytes=" + QByteArray::number(part.size()) + '-'), last.constData());
}

void DownloadTest::anAnswerWithoutItsBytesIsNoFile()
{
    m_server->breakOffAfter = 100'000;
    QVERIFY(!fetch());
    m_server->breakOffAfter = 0;
    QVERIFY(!fetch());
    QVERIFY(!QFile::exists(m_file));
}

void DownloadTest::aServerWithoutRangesStartsAnew()
{
    m_server->breakOffAfter = 100'000;
    QVERIFY(!fetch());
    m_server->breakOffAfter = -1;
    m_server->knowsRanges = false;
    QVERIFY(fetch());
    QCOMPARE(contentOf(m_file), m_server->content);
}

void DownloadTest::aPartThatDoesNotFitIsThrownAway_data()
{
    QTest::addColumn<bool>("isTooLong");
    QTest::newRow("longer than the file") << true;
    QTest::newRow("the server answers with another range") << false;
}

void DownloadTest::aPartThatDoesNotFitIsThrownAway()
{
    QFETCH(bool, isTooLong);
    m_server->breakOffAfter = 100'000;
    QVERIFY(!fetch());
    m_server->breakOffAfter = -1;
    m_server->tellsWrongRange = !isTooLong;
    if (isTooLong) {
        QFile part(m_file + QStringLiteral(".part"));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(m_server->content + "more");
    }
    const auto done = fetch();
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(contentOf(m_file), m_server->content);
}

void DownloadTest::anotherFileThanExpectedIsThrownAway()
{
    const auto done = fetch("00000000");
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QLatin1String("00000000")), qPrintable(done.error().message));
    QVERIFY(!QFile::exists(m_file));
    QVERIFY(!QFile::exists(m_file + QStringLiteral(".part")));
}

void DownloadTest::whatIsThereIsNotFetchedAgain()
{
    const QByteArray sum = QCryptographicHash::hash(m_server->content, QCryptographicHash::Sha256).toHex();
    QVERIFY(fetch(sum));
    m_server->requests.clear();
    QVERIFY(fetch(sum));
    QVERIFY(m_server->requests.isEmpty());
}

void DownloadTest::aMovedFileIsFollowed()
{
    m_server->movedTo = QStringLiteral("/elsewhere/weights.pth");
    QVERIFY(fetch());
    QCOMPARE(contentOf(m_file), m_server->content);
}

void DownloadTest::failuresSayWhatHappened()
{
    m_server->isGone = true;
    QVERIFY(fetch().error().message.contains(QLatin1String("404")));
    const QUrl address = m_server->address();
    m_server->close();
    QElapsedTimer clock;
    clock.start();
    const auto refused = download({address, m_file, {}}, {}, {});
    QVERIFY(!refused);
    // A name that cannot exist (RFC 2606), with a network or without one.
    const auto unknown = download({QUrl(QStringLiteral("https://weights.invalid/file.pth")), m_file, {}}, {}, {});
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().message.contains(QLatin1String("no network")), qPrintable(unknown.error().message));
    QVERIFY2(clock.elapsed() < 15'000, "no network is said at once");
}

void DownloadTest::tooMuchIsRefused()
{
    const auto done = download({m_server->address(), m_file, {}, 1000}, {}, {});
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QLatin1String("1000")), qPrintable(done.error().message));
    QVERIFY(!QFile::exists(m_file));
    QVERIFY(contentOf(m_file + QStringLiteral(".part")).size() <= 1000);
}

void DownloadTest::stoppingKeepsThePart()
{
    CancelFlag cancel;
    m_server->breakOffAfter = 100'000;
    QVERIFY(!fetch());
    cancel.cancel();
    m_server->breakOffAfter = 0;
    const auto done = download({m_server->address(), m_file, {}}, cancel, {});
    QVERIFY(!done);
    QVERIFY(QFile::exists(m_file + QStringLiteral(".part")));
}

void DownloadTest::onlySafeAddressesAreTaken()
{
    for (const char *address :
         {"http://example.org/weights.pth", "file:///etc/passwd", "ftp://127.0.0.1/x", "weights", ""}) {
        const auto done = download({QUrl(QLatin1String(address)), m_file, {}}, {}, {});
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(QLatin1String("https://")), qPrintable(done.error().message));
    }
}

void DownloadTest::thePublicListHoldsTogether()
{
    for (const PublicWeights &weights : publicWeights()) {
        QVERIFY(QUrl(weights.address).scheme() == QLatin1String("https"));
        QVERIFY(weights.sha256.size() == 8 || weights.sha256.size() == 64);
        QVERIFY(weights.sha256.size() == 64 ||
                fileNameOf(weights).contains(QLatin1Char('-') + QString::fromLatin1(weights.sha256)));
        QCOMPARE(findPublicWeights(weights.name)->address, weights.address);
    }
    QVERIFY(!findPublicWeights(QStringLiteral("alexnet")));
}

QTEST_GUILESS_MAIN(DownloadTest)
#include "download_test.moc"
