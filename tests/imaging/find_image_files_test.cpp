// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_reader.h"

#include "tests/support/image_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class FindImageFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreFoundInNaturalOrder();
    void hiddenFilesAndLinkedFoldersAreSkipped();
};

void FindImageFilesTest::filesAreFoundInNaturalOrder()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("b/c")));
    for (const char *name : {"a10.jpg", "a2.JPG", "A1.png", "a002.bmp", "b/c/1.webp", "b/9.tif", "c.txt", "d.json"})
        QVERIFY(put(folder.filePath(QLatin1String(name)), "x"));
    const Result<QStringList> found = findImageFiles(folder.path());
    QVERIFY(found.has_value());
    QStringList relative;
    for (const QString &path : *found)
        relative << QDir(folder.path()).relativeFilePath(path);
    QCOMPARE(relative, QString::fromLatin1("A1.png a002.bmp a2.JPG a10.jpg b/9.tif b/c/1.webp").split(u' '));
    QVERIFY(!findImageFiles(folder.filePath(QStringLiteral("nowhere"))).has_value());
}

void FindImageFilesTest::hiddenFilesAndLinkedFoldersAreSkipped()
{
    QTemporaryDir folder;
    QTemporaryDir elsewhere;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral(".thumbs")));
    QVERIFY(put(folder.filePath(QStringLiteral(".thumbs/a.jpg")), "x"));
    QVERIFY(put(folder.filePath(QStringLiteral(".hidden.jpg")), "x"));
    QVERIFY(put(folder.filePath(QStringLiteral("seen.jpg")), "x"));
    QVERIFY(put(elsewhere.filePath(QStringLiteral("other.jpg")), "x"));
    QVERIFY(QFile::link(elsewhere.path(), folder.filePath(QStringLiteral("linked"))));
    const Result<QStringList> found = findImageFiles(folder.path());
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), 1);
    QVERIFY(found->first().endsWith(QLatin1String("seen.jpg")));
}

QTEST_GUILESS_MAIN(FindImageFilesTest)
#include "find_image_files_test.moc"
