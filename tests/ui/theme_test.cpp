// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

using namespace boxwright;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag_data();
    void contrastIsThatOfWcag();
    void textReadsOnEverySurface_data();
    void textReadsOnEverySurface();
    void chipTextReadsOnEveryClassColour();
    void thePaletteLeadsBackToItsTokens();
};

void ThemeTest::contrastIsThatOfWcag_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    // WebAIM's contrast checker.
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("#777 on white") << QColor(0x777777) << QColor(Qt::white) << 4.48;
    QTest::newRow("blue on white") << QColor(0x0000ff) << QColor(Qt::white) << 8.59;
    QTest::newRow("same") << QColor(0x123456) << QColor(0x123456) << 1.0;
}

void ThemeTest::contrastIsThatOfWcag()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY2(std::abs(contrastRatio(a, b) - ratio) < 0.01, qPrintable(QString::number(contrastRatio(a, b))));
    QCOMPARE(contrastRatio(a, b), contrastRatio(b, a));
}

void ThemeTest::textReadsOnEverySurface_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void ThemeTest::textReadsOnEverySurface()
{
    QFETCH(bool, isDark);
    const Tokens &t = isDark ? darkTokens() : lightTokens();
    const std::pair<const char *, double> ratios[] = {
        {"text on window", contrastRatio(t.text, t.window)}, {"text on panel", contrastRatio(t.text, t.panel)},
        {"text on raised", contrastRatio(t.text, t.raised)}, {"text on selection", contrastRatio(t.text, t.selection)},
        {"text on hover", contrastRatio(t.text, t.hover)},   {"dim on window", contrastRatio(t.dim, t.window)},
        {"dim on panel", contrastRatio(t.dim, t.panel)},     {"text on accent", contrastRatio(t.onAccent, t.accent)},
        {"bad on panel", contrastRatio(t.bad, t.panel)},
    };
    for (const auto &[name, ratio] : ratios)
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(ratio)));
}

void ThemeTest::chipTextReadsOnEveryClassColour()
{
    for (int hue = 0; hue < 360; hue += 15) {
        for (const int value : {40, 120, 200, 255}) {
            const QColor color = QColor::fromHsv(hue, 200, value);
            QVERIFY2(contrastRatio(textOn(color), color) >= 4.5, qPrintable(color.name()));
        }
    }
}

void ThemeTest::thePaletteLeadsBackToItsTokens()
{
    applyTheme(*qApp, ThemeChoice::Dark);
    QCOMPARE(&tokensFor(QApplication::palette()), &darkTokens());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().window);
    QVERIFY(!qApp->styleSheet().contains(QLatin1String("{accent}")));
    applyTheme(*qApp, ThemeChoice::Light);
    QCOMPARE(&tokensFor(QApplication::palette()), &lightTokens());
    QCOMPARE(QApplication::palette().color(QPalette::WindowText), lightTokens().text);
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
