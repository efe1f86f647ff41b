// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/class_colors.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace boxwright;

class ClassColorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distancesAreThoseOfCielab_data();
    void distancesAreThoseOfCielab();
    void theFirstColorsAreOkabeAndIto();
    void aColorInUseIsNotGivenAgain();
    void manyColorsStayApart();
    void hotkeysFillTheFirstGap();
};

void ClassColorsTest::distancesAreThoseOfCielab_data()
{
    // L*a*b* (D65) of sRGB's corners as published: white 100 0 0, red 53.24 80.09 67.20, blue 32.30 79.19 -107.86.
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("expected");
    QTest::newRow("same") << QColor(Qt::red) << QColor(Qt::red) << 0.0;
    QTest::newRow("black and white") << QColor(Qt::black) << QColor(Qt::white) << 100.0;
    QTest::newRow("red and blue") << QColor(255, 0, 0) << QColor(0, 0, 255) << 176.3;
    QTest::newRow("red and white") << QColor(255, 0, 0) << QColor(255, 255, 255) << 114.6;
}

void ClassColorsTest::distancesAreThoseOfCielab()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, expected);
    QVERIFY2(std::abs(colorDistance(a, b) - expected) < 0.1, qPrintable(QString::number(colorDistance(a, b))));
}

void ClassColorsTest::theFirstColorsAreOkabeAndIto()
{
    ClassColors colors({});
    for (const char *name : {"#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#0072b2", "#d55e00"})
        QCOMPARE(colors.next().name(), QLatin1String(name));
}

void ClassColorsTest::aColorInUseIsNotGivenAgain()
{
    LabelClass item;
    item.color = QColor(0x56, 0xb4, 0xe9);
    QCOMPARE(ClassColors({item}).next(), QColor(0xe6, 0x9f, 0x00));
}

void ClassColorsTest::manyColorsStayApart()
{
    ClassColors colors({});
    QList<QColor> given;
    for (int i = 0; i < 24; ++i) {
        const QColor color = colors.next();
        for (const QColor &other : std::as_const(given))
            QVERIFY2(colorDistance(color, other) > 15, qPrintable(color.name() + other.name()));
        given.append(color);
    }
    for (int i = 0; i < 2000; ++i)
        QVERIFY(colors.next().isValid());
}

void ClassColorsTest::hotkeysFillTheFirstGap()
{
    QList<LabelClass> classes;
    QCOMPARE(nextClassHotkey(classes), 1);
    for (int hotkey = 1; hotkey <= 20; ++hotkey) {
        LabelClass item;
        item.hotkey = hotkey;
        classes.append(item);
    }
    QCOMPARE(nextClassHotkey(classes), 0);
    classes.removeAt(2);
    QCOMPARE(nextClassHotkey(classes), 3);
}

QTEST_GUILESS_MAIN(ClassColorsTest)
#include "class_colors_test.moc"
