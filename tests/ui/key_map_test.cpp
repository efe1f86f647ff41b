// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/key_map.h"

#include <QKeyEvent>
#include <QTest>

using namespace boxwright;

class KeyMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsWhatStandsOnIt_data();
    void aKeyIsWhatStandsOnIt();
};

void KeyMapTest::aKeyIsWhatStandsOnIt_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("scanCode");
    QTest::addColumn<bool>("isShift");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, int key, const char *text, int scanCode, bool isShift, int expected) {
        QTest::newRow(name) << key << QString::fromUtf8(text) << scanCode << isShift << expected;
    };
    row("plain", Qt::Key_D, "d", 40, false, Qt::Key_D);
    row("Caps Lock", Qt::Key_D, "D", 40, false, Qt::Key_D);
    row("Hangul by its character", 0x3147, "ㅇ", 0, false, Qt::Key_D);
    row("Hangul with Shift", 0x3149, "ㅉ", 0, true, Qt::Key_W);
    row("Hangul by its key only", 0x3141, "", 0, false, Qt::Key_A);
    row("Russian", 0x0412, "в", 0, false, Qt::Key_D);
    row("Greek", 0x0394, "δ", 0, false, Qt::Key_D);
    row("an unknown script by its place", 0x05d2, "ג", 40, false, Qt::Key_D);
    row("Shift+1 with a scan code", Qt::Key_Exclam, "!", 10, true, Qt::Key_1);
    row("Shift+2 without one", Qt::Key_At, "@", 0, true, Qt::Key_2);
    row("a French 1", Qt::Key_Ampersand, "&", 10, false, Qt::Key_1);
    row("AZERTY keeps its own letters", Qt::Key_A, "a", 24, false, Qt::Key_A);
    row("bracket", Qt::Key_BracketLeft, "[", 34, false, Qt::Key_BracketLeft);
    row("Delete", Qt::Key_Delete, "", 119, false, Qt::Key_Delete);
    row("Space", Qt::Key_Space, " ", 65, false, Qt::Key_Space);
}

void KeyMapTest::aKeyIsWhatStandsOnIt()
{
    QFETCH(int, key);
    QFETCH(QString, text);
    QFETCH(int, scanCode);
    QFETCH(bool, isShift);
    QFETCH(int, expected);
    const Qt::KeyboardModifiers modifiers = isShift ? Qt::ShiftModifier : Qt::NoModifier;
    const QKeyEvent event(QEvent::KeyPress, key, modifiers, quint32(scanCode), 0, 0, text);
    QCOMPARE(int(latinKey(event).key()), expected);
    QCOMPARE(latinKey(event).keyboardModifiers(), modifiers);
}

QTEST_GUILESS_MAIN(KeyMapTest)
#include "key_map_test.moc"
