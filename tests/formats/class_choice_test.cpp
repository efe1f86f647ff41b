// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/class_choice.h"

#include "tests/support/format_doubles.h"

#include <QTest>

using namespace boxwright;

namespace {

const QStringList kClasses{QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("bird")};

} // namespace

class ClassChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesGoTheirRoutes_data();
    void classesGoTheirRoutes();
    void whatIsNotThereIsNamed();
    void imagesWithoutChosenLabelsAreEmpty();
};

void ClassChoiceTest::classesGoTheirRoutes_data()
{
    QTest::addColumn<QStringList>("only");
    QTest::addColumn<QStringList>("dropped");
    QTest::addColumn<QString>("renamed"); ///< "OLD=NEW OLD=NEW"
    QTest::addColumn<QString>("classes");
    QTest::addColumn<QList<int>>("places");
    QTest::newRow("all") << QStringList() << QStringList() << QString() << "cat dog bird" << QList<int>{0, 1, 2};
    QTest::newRow("some") << QStringList{QStringLiteral("bird"), QStringLiteral("cat")} << QStringList() << QString()
                          << "cat bird" << QList<int>{0, -1, 1};
    QTest::newRow("dropped") << QStringList() << QStringList{QStringLiteral("cat")} << QString() << "dog bird"
                             << QList<int>{-1, 0, 1};
    QTest::newRow("renamed") << QStringList() << QStringList() << "dog=wolf"
                             << "cat wolf bird" << QList<int>{0, 1, 2};
    QTest::newRow("merged") << QStringList() << QStringList() << "cat=pet dog=pet"
                            << "pet bird" << QList<int>{0, 0, 1};
    QTest::newRow("merged into one that is there") << QStringList() << QStringList() << "bird=cat"
                                                   << "cat dog" << QList<int>{0, 1, 0};
    QTest::newRow("merged and dropped") << QStringList() << QStringList{QStringLiteral("dog")} << "bird=cat"
                                        << "cat" << QList<int>{0, -1, 0};
}

void ClassChoiceTest::classesGoTheirRoutes()
{
    QFETCH(QStringList, only);
    QFETCH(QStringList, dropped);
    QFETCH(QString, renamed);
    QFETCH(QString, classes);
    QFETCH(QList<int>, places);
    ClassChoice choice{only, dropped, {}};
    for (const QString &pair : renamed.split(u' ', Qt::SkipEmptyParts))
        choice.names.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    const Result<ClassRoutes> routes = routeClasses(kClasses, choice);
    QVERIFY2(routes.has_value(), qPrintable(routes ? QString() : routes.error().message));
    QCOMPARE(routes->classes.join(u' '), classes);
    QCOMPARE(routes->places, places);
}

void ClassChoiceTest::whatIsNotThereIsNamed()
{
    const Result<ClassRoutes> unknown = routeClasses(kClasses, {{QStringLiteral("cow")}, {}, {}});
    QVERIFY(!unknown && unknown.error().message.contains(QLatin1String("\"cow\"")));
    QVERIFY(!routeClasses(kClasses, {{}, kClasses, {}}));
    QVERIFY(routeClasses({}, {}));
}

void ClassChoiceTest::imagesWithoutChosenLabelsAreEmpty()
{
    std::vector<FormatImage> images(3);
    images[0].state = ReviewState::Reviewed;
    images[0].labels = {{0, {0, 0, 1, 1}, {}, -1, false, {}}, {2, {1, 1, 2, 2}, {}, -1, false, {}}};
    images[1].state = ReviewState::Reviewed;
    images[1].labels = {{1, {0, 0, 1, 1}, {}, -1, false, {}}};
    images[2].labels = images[1].labels; // nobody has looked yet
    ListSource inner(kClasses, images);
    RoutedSource source(inner, *routeClasses(kClasses, {{QStringLiteral("bird")}, {}, {}}));
    QCOMPARE(source.classes(), QStringList{QStringLiteral("bird")});
    const FormatImage first = *source.next();
    QCOMPARE(first.labels.size(), 1u);
    QCOMPARE(first.labels[0].classIndex, 0);
    QCOMPARE(first.labels[0].box, (Box{1, 1, 2, 2}));
    QVERIFY(source.next()->state == ReviewState::Empty);
    QVERIFY(source.next()->state == ReviewState::NotYet);
    QVERIFY(!source.next());
    source.rewind();
    QVERIFY(source.next().has_value());
}

QTEST_GUILESS_MAIN(ClassChoiceTest)
#include "class_choice_test.moc"
