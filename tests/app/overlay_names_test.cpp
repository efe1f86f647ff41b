// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overlay_names.h"

#include <QTest>

using namespace boxwright::cli;

class OverlayNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesNeverMeet();
};

void OverlayNamesTest::namesNeverMeet()
{
    OverlayNames names(QStringLiteral("/out"));
    QCOMPARE(names.next(QStringLiteral("/a/one.two.jpg")), QStringLiteral("/out/one.two.png"));
    QCOMPARE(names.next(QStringLiteral("/b/one.two.png")), QStringLiteral("/out/one.two-2.png"));
    QCOMPARE(names.next(QStringLiteral("/b/one.two-2.png")), QStringLiteral("/out/one.two-2-2.png"));
    QCOMPARE(names.next(QStringLiteral("/c/One.Two.png")), QStringLiteral("/out/One.Two-3.png"));
}

QTEST_GUILESS_MAIN(OverlayNamesTest)
#include "overlay_names_test.moc"
