// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_paths.h"

#include <QTest>

using namespace boxwright;

class ExportPathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageLiesWhereItsNameSays_data();
    void anImageLiesWhereItsNameSays();
    void namesThatDifferInCaseOrEndingGetNumbers();
};

void ExportPathsTest::anImageLiesWhereItsNameSays_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("place");
    QTest::newRow("below the root") << "/data/a/b.jpg"
                                    << "a/b.jpg";
    QTest::newRow("elsewhere") << "/else/a/b.jpg"
                               << "b.jpg";
    QTest::newRow("another system's path") << "C:\\a\\b.jpg"
                                           << "b.jpg";
    QTest::newRow("a hidden name") << "/data/a/.b.jpg"
                                   << "a/b.jpg";
    QTest::newRow("a hidden folder") << "/data/..a/b.jpg"
                                     << "a/b.jpg";
    QTest::newRow("an ending alone") << "/else/.png"
                                     << "png";
    QTest::newRow("control characters") << QStringLiteral("/else/a\u0000b\u0085\n.jpg") << "a_b__.jpg";
    QTest::newRow("the folder above") << "/else/.."
                                      << "image";
    QTest::newRow("nothing") << ""
                             << "image";
}

void ExportPathsTest::anImageLiesWhereItsNameSays()
{
    QFETCH(QString, image);
    QTEST(ExportPaths(QStringLiteral("/data")).place(image), "place");
}

void ExportPathsTest::namesThatDifferInCaseOrEndingGetNumbers()
{
    ExportPaths paths(QStringLiteral("/data"));

    QCOMPARE(paths.place(QStringLiteral("/data/a.jpg")), QStringLiteral("a.jpg"));
    QCOMPARE(paths.place(QStringLiteral("/data/A.png")), QStringLiteral("A-2.png"));
    QCOMPARE(paths.place(QStringLiteral("/data/.a.gif")), QStringLiteral("a-3.gif"));
}

QTEST_GUILESS_MAIN(ExportPathsTest)
#include "export_paths_test.moc"
