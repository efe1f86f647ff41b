// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/split_lists.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

Dataset fiveImages()
{
    std::vector<ImageRecord> images;
    for (const char *path : {"x/a.jpg", "x/b.jpg", "y/a.jpg", "y/two words.png", "z/sure.jpg"}) {
        ImageRecord image;
        image.info.id = ImageId{static_cast<int>(images.size()) + 1};
        image.info.path = QLatin1String(path);
        images.push_back(image);
    }
    return Dataset({}, images);
}

} // namespace

class SplitListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesNameImagesInMostWays_data();
    void linesNameImagesInMostWays();
    void wrongListsAreRefused();

private:
    QString put(const char *name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        return putFile(path, text) ? path : QString();
    }

    QTemporaryDir m_folder;
};

void SplitListsTest::linesNameImagesInMostWays_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("image"); ///< 0: none
    QTest::newRow("path") << QByteArray("y/a.jpg") << 3;
    QTest::newRow("longer path") << QByteArray("data/obj/x/b.jpg") << 2;
    QTest::newRow("Windows' path") << QByteArray("C:\\set\\y\\A.JPG\r") << 3;
    QTest::newRow("stem") << QByteArray("b") << 2;
    QTest::newRow("stem with folder") << QByteArray("x/a") << 1;
    QTest::newRow("VOC's class list") << QByteArray("b  -1") << 2;
    QTest::newRow("spaces") << QByteArray("two words") << 4;
    QTest::newRow("two of that name") << QByteArray("a.jpg") << 0;
    QTest::newRow("none of that name") << QByteArray("../c.jpg") << 0;
}

void SplitListsTest::linesNameImagesInMostWays()
{
    QFETCH(QByteArray, line);
    QFETCH(int, image);
    const QMap<Split, QString> files{{Split::Train, put("train.txt", "sure\n")},
                                     {Split::Test, put("test.txt", "\n" + line + '\n')}};
    const Result<ListedSplits> listed = splitsFromLists(fiveImages(), files);
    QVERIFY2(listed.has_value(), qPrintable(listed ? QString() : listed.error().message));
    QCOMPARE(listed->plan.images, (std::array<qint64, 3>{1, 0, image > 0 ? 1 : 0}));
    QVERIFY(listed->plan.splits.value(ImageId{image}, Split::None) == (image > 0 ? Split::Test : Split::None));
    const QString unknown = listed->unknown.join(u'\n');
    QVERIFY2(unknown.startsWith(QLatin1String("test.txt, line 2: ")) == (image == 0), qPrintable(unknown));
}

void SplitListsTest::wrongListsAreRefused()
{
    const QString train = put("train.txt", "b\n");
    const auto messageOf = [](const QMap<Split, QString> &files) {
        const Result<ListedSplits> listed = splitsFromLists(fiveImages(), files);
        return listed ? QString() : listed.error().message;
    };
    const QString both = messageOf({{Split::Train, train}, {Split::Validation, put("val.txt", "x/b.jpg\n")}});
    QVERIFY2(both.contains(QLatin1String("val.txt, line 1: x/b.jpg")), qPrintable(both));
    QVERIFY(
        messageOf({{Split::Train, m_folder.filePath(QStringLiteral("none.txt"))}}).contains(QLatin1String("none.txt")));
    QVERIFY(!messageOf({{Split::Train, put("other.txt", "q\nw\n")}}).isEmpty());
}

QTEST_GUILESS_MAIN(SplitListsTest)
#include "split_lists_test.moc"
