// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image_locator.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class ImageLocatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void spellingsFindTheirImage_data();
    void spellingsFindTheirImage();
    void stemsFindTheirImage();
    void withoutAnImageFolderTheAnnotationsFolderIsSearched();
    void anAddressStandsForTheFolder();
    void manyImagesOfOneNameAreToldByTheirFolders();

private:
    QTemporaryDir m_folder;
};

void ImageLocatorTest::initTestCase()
{
    for (const char *name : {"images/a.jpg", "images/day1/b.jpg", "images/day2/b.jpg", "images/c.JPG", "images/top.png",
                             "images/sub/top.png", "images/photo 1.jpg", "images/100%25.jpg", "images/stem.jpg",
                             "images/stem.png", "outside.jpg"})
        QVERIFY(putFile(m_folder.filePath(QLatin1String(name)), "x"));
    QVERIFY(putFile(m_folder.filePath(QStringLiteral(u"images/caf\u00e9.jpg")), "x"));
}

void ImageLocatorTest::spellingsFindTheirImage_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QString &spelling, const char *found) {
        QTest::newRow(name) << spelling << QString::fromUtf8(found);
    };
    row("windows with a drive and case", QStringLiteral("d:\\DAY1\\B.JPG"), "day1/b.jpg");
    row("file address", QStringLiteral("file:///C:/data/photo%201.jpg"), "photo 1.jpg");
    row("web address", QStringLiteral("https://example.org/x/photo%201.jpg?size=2#top"), "photo 1.jpg");
    row("encoded separators", QStringLiteral("day2%2Fb.jpg"), "day2/b.jpg");
    row("encoded parent", QStringLiteral("%2e%2e%2foutside.jpg"), "");
    row("percent sign in the name", QStringLiteral("100%25.jpg"), "100%25.jpg");
    row("accents taken apart", QStringLiteral(u"cafe\u0301.jpg"), "caf\xc3\xa9.jpg");
    row("plain", QStringLiteral("a.jpg"), "a.jpg");
    row("s3", QStringLiteral("s3://bucket/set/500/a.jpg"), "a.jpg");
    row("windows", QStringLiteral("C:\\data\\day2\\b.jpg"), "day2/b.jpg");
    row("the folder decides", QStringLiteral("s3://bucket/day1/b.jpg"), "day1/b.jpg");
    row("ambiguous", QStringLiteral("b.jpg"), "");
    row("letter case aside", QStringLiteral("C.jpg"), "c.JPG");
    row("exactly where it says", QStringLiteral("top.png"), "top.png");
    row("absolute inside", m_folder.filePath(QStringLiteral("images/day1/b.jpg")), "day1/b.jpg");
    row("absolute outside", m_folder.filePath(QStringLiteral("outside.jpg")), "");
    row("parent", QStringLiteral("../outside.jpg"), "");
    row("only dots", QStringLiteral("../.."), "");
    row("empty", QString(), "");
    row("unknown", QStringLiteral("nowhere.jpg"), "");
    row("a file of the system", QStringLiteral("/etc/passwd"), "");
}

void ImageLocatorTest::spellingsFindTheirImage()
{
    QFETCH(QString, spelling);
    QFETCH(QString, found);
    const ImageLocator locator(m_folder.path(), m_folder.filePath(QStringLiteral("images")));
    QCOMPARE(locator.locate(spelling),
             found.isEmpty() ? QString() : m_folder.filePath(QStringLiteral("images/") + found));
}

void ImageLocatorTest::stemsFindTheirImage()
{
    const ImageLocator locator(m_folder.path(), m_folder.filePath(QStringLiteral("images")));
    QCOMPARE(locator.locateStem(QStringLiteral("day2/b")), m_folder.filePath(QStringLiteral("images/day2/b.jpg")));
    QCOMPARE(locator.locateStem(QStringLiteral("stem")), QString()); // two images share it
}

void ImageLocatorTest::withoutAnImageFolderTheAnnotationsFolderIsSearched()
{
    const ImageLocator locator(m_folder.path(), {});
    QCOMPARE(locator.locate(QStringLiteral("outside.jpg")), m_folder.filePath(QStringLiteral("outside.jpg")));
    QCOMPARE(locator.locate(QStringLiteral("a.jpg")), m_folder.filePath(QStringLiteral("images/a.jpg")));
}

void ImageLocatorTest::anAddressStandsForTheFolder()
{
    const QString images = m_folder.filePath(QStringLiteral("images"));
    const ImageLocator locator(m_folder.path(), images, QStringLiteral("s3://bucket/set"));
    const auto found = [&](const char *spelling) {
        return locator.locate(QLatin1String(spelling)).mid(images.size() + 1);
    };
    QCOMPARE(found("s3://bucket/set/day1/b.jpg"), QStringLiteral("day1/b.jpg"));
    QCOMPARE(found("s3://bucket/set/DAY2/B.jpg"), QStringLiteral("day2/b.jpg"));
    QCOMPARE(found("s3://bucket/set/day1/a.jpg"), QString()); // a.jpg lies elsewhere
    QCOMPARE(found("s3://bucket/set/../outside.jpg"), QString());
    QCOMPARE(found("s3://bucket/settings/a.jpg"), QStringLiteral("a.jpg")); // another address
}

/// As frames of videos have.
void ImageLocatorTest::manyImagesOfOneNameAreToldByTheirFolders()
{
    QStringList paths;
    for (int video = 0; video < 2'000; ++video)
        paths << QStringLiteral("set/Video%1/rgb/frame.jpg").arg(video);
    paths << QStringLiteral("other/video7/rgb/frame.jpg");
    const ImageLocator locator(paths);
    for (int video = 0; video < 2'000; ++video) {
        const QString end = QStringLiteral("/video%1/RGB/frame.jpg").arg(video);
        QCOMPARE(locator.locate(QStringLiteral("s3://bucket/x") + end), video == 7 ? QString() : paths[video]);
        QCOMPARE(locator.locate(QStringLiteral("s3://bucket/set") + end), paths[video]);
        QCOMPARE(locator.locateStem(QStringLiteral("set/video%1/rgb/frame").arg(video)), paths[video]);
    }
    QCOMPARE(locator.locate(QStringLiteral("frame.jpg")), QString());
    QCOMPARE(ImageLocator(paths << QStringLiteral("frame.jpg")).locate(QStringLiteral("x/frame.jpg")),
             QStringLiteral("frame.jpg"));
}

QTEST_GUILESS_MAIN(ImageLocatorTest)
#include "image_locator_test.moc"
