// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/s3_place.h"

#include "core/session/class_order.h"

#include <QTest>

using namespace boxwright;

class S3PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressAndFolderAreWhatDiffers_data();
    void addressAndFolderAreWhatDiffers();
    void newClassesAtTheEndKeepTheOrder_data();
    void newClassesAtTheEndKeepTheOrder();
    void ordersAreKeptAsText();
    void onlyNumbersAreClassNumbers_data();
    void onlyNumbersAreClassNumbers();
    void numbersGetTheNamesOfTheirPlace();
};

void S3PlaceTest::addressAndFolderAreWhatDiffers_data()
{
    QTest::addColumn<QStringList>("images"); ///< source, path, source, path
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char *name, const QStringList &images, const char *prefix, const char *folder) {
        QTest::newRow(name) << images << QString::fromLatin1(prefix) << QString::fromLatin1(folder);
    };
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    row("nothing", {}, "", "");
    row("local", list("a.jpg /d/a.jpg"), "", "");
    row("flat", list("s3://b/x/a.jpg /d/a.jpg s3://b/x/c.jpg /d/c.jpg"), "s3://b/x", "/d");
    row("deep", list("s3://b/x/1/a.jpg /d/1/a.jpg s3://b/x/2/c.jpg /d/2/c.jpg"), "s3://b/x", "/d");
    row("bucket", list("s3://b/a.jpg /d/a.jpg"), "s3://b", "/d");
    row("with one that is not there",
        {QStringLiteral("s3://b/x/a.jpg"), QStringLiteral("/d/a.jpg"), QStringLiteral("s3://b/y/c.jpg"), QString()},
        "s3://b/x", "/d");
    row("two places", list("s3://b/x/a.jpg /d/a.jpg s3://c/a.jpg /d/2/a.jpg"), "", "");
    row("other name", list("s3://b/x/A.JPG /d/a.jpg"), "", "");
}

void S3PlaceTest::addressAndFolderAreWhatDiffers()
{
    QFETCH(QStringList, images);
    QFETCH(QString, prefix);
    QFETCH(QString, folder);
    std::vector<FormatImage> list;
    for (qsizetype i = 0; i + 1 < images.size(); i += 2) {
        FormatImage image;
        image.source = images[i];
        image.path = images[i + 1];
        list.push_back(image);
    }
    const S3Place place = s3PlaceOf(list);
    QCOMPARE(place.prefix, prefix);
    QCOMPARE(place.folder, folder);
}

void S3PlaceTest::newClassesAtTheEndKeepTheOrder_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("isChanged");
    QTest::newRow("first export") << QString() << "a,b" << false;
    QTest::newRow("same") << "a,b"
                          << "a,b" << false;
    QTest::newRow("one more") << "a,b"
                              << "a,b,c" << false;
    QTest::newRow("one in front") << "a,b"
                                  << "c,a,b" << true;
    QTest::newRow("one less") << "a,b"
                              << "b" << true;
    QTest::newRow("the last less") << "a,b"
                                   << "a" << true;
}

void S3PlaceTest::newClassesAtTheEndKeepTheOrder()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(bool, isChanged);
    QCOMPARE(changesClassOrder(before.split(u',', Qt::SkipEmptyParts), now.split(u',', Qt::SkipEmptyParts)), isChanged);
}

void S3PlaceTest::ordersAreKeptAsText()
{
    const QStringList names{QStringLiteral("a \"b\""), QStringLiteral(u"\ubc8c, c")};
    QCOMPARE(classOrderOf(classOrderText(names)), names);
    QCOMPARE(classOrderOf(classOrderText({})), QStringList());
    QCOMPARE(classOrderOf(QStringLiteral("no list")), QStringList());
}

void S3PlaceTest::onlyNumbersAreClassNumbers_data()
{
    QTest::addColumn<QStringList>("classes");
    QTest::addColumn<bool>("areNumbers");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    QTest::newRow("none") << QStringList() << false;
    QTest::newRow("numbers") << list("1 0 12") << true;
    QTest::newRow("a name among them") << list("1 bee") << false;
    QTest::newRow("negative") << list("-1") << false;
    QTest::newRow("too large") << list("99999999999") << false;
}

void S3PlaceTest::onlyNumbersAreClassNumbers()
{
    QFETCH(QStringList, classes);
    QFETCH(bool, areNumbers);
    QCOMPARE(areClassNumbers(classes), areNumbers);
}

void S3PlaceTest::numbersGetTheNamesOfTheirPlace()
{
    const QStringList order{QStringLiteral("bee"), QStringLiteral("wasp")};
    const QStringList numbers{QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("2")};
    QCOMPARE(namedByOrder(numbers, order),
             (QStringList{QStringLiteral("wasp"), QStringLiteral("bee"), QStringLiteral("2")}));
}

QTEST_GUILESS_MAIN(S3PlaceTest)
#include "s3_place_test.moc"
