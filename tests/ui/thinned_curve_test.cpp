// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/thinned_curve.h"
#include "ui/words/duration_text.h"

#include <QTest>

#include <limits>

using namespace boxwright;

class ThinnedCurveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewValuesStayAsTheyAre();
    void manyValuesStayFewPointsWithTheSameMean();
    void valuesThatAreNoNumbersAreLeftOut();
    void durationsReadAsPeopleSayThem_data();
    void durationsReadAsPeopleSayThem();
};

void ThinnedCurveTest::fewValuesStayAsTheyAre()
{
    ThinnedCurve curve(8);
    curve.add(1, 5);
    curve.add(2, 3);
    QCOMPARE(curve.points(), (QList<QPointF>{{1, 5}, {2, 3}}));
    curve.clear();
    QVERIFY(curve.points().isEmpty());
}

void ThinnedCurveTest::manyValuesStayFewPointsWithTheSameMean()
{
    ThinnedCurve curve(16);
    constexpr int kValues = 16 * 64;
    for (int i = 0; i < kValues; ++i)
        curve.add(i, i);
    const QList<QPointF> points = curve.points();
    QVERIFY(points.size() > 4);
    QVERIFY(points.size() <= 17);
    QPointF sum;
    for (qsizetype i = 0; i < points.size(); ++i) {
        sum += points[i];
        if (i > 0)
            QVERIFY(points[i].x() > points[i - 1].x());
    }
    QCOMPARE(sum.y() / double(points.size()), (kValues - 1) / 2.0);
}

void ThinnedCurveTest::valuesThatAreNoNumbersAreLeftOut()
{
    ThinnedCurve curve;
    curve.add(1, std::numeric_limits<double>::quiet_NaN());
    curve.add(2, std::numeric_limits<double>::infinity());
    curve.add(3, 1);
    QCOMPARE(curve.points(), (QList<QPointF>{{3, 1}}));
}

void ThinnedCurveTest::durationsReadAsPeopleSayThem_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("about");
    QTest::newRow("unknown") << -1.0 << QString() << QString();
    QTest::newRow("seconds") << 42.4 << QStringLiteral("42 s") << QStringLiteral("less than a minute");
    QTest::newRow("almost a minute") << 59.7 << QStringLiteral("60 s") << QStringLiteral("less than a minute");
    QTest::newRow("minutes") << 200.0 << QStringLiteral("3 min") << QStringLiteral("about 3 min");
    QTest::newRow("half an hour") << 1990.0 << QStringLiteral("33 min") << QStringLiteral("about 35 min");
    QTest::newRow("an hour") << 3600.0 << QStringLiteral("1 h") << QStringLiteral("about 1 h");
    QTest::newRow("hours") << 5025.0 << QStringLiteral("1 h 24 min") << QStringLiteral("about 1 h 20 min");
}

void ThinnedCurveTest::durationsReadAsPeopleSayThem()
{
    QFETCH(double, seconds);
    QFETCH(QString, exact);
    QFETCH(QString, about);
    QCOMPARE(durationText(seconds), exact);
    QCOMPARE(aboutDurationText(seconds), about);
}

QTEST_GUILESS_MAIN(ThinnedCurveTest)
#include "thinned_curve_test.moc"
