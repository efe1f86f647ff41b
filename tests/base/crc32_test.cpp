// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crc32.h"

#include <QTest>

using namespace boxwright;

/// Known answers: the check values of both in the catalogue of parametrised CRC algorithms, and RFC 3720, B.4.
class Crc32Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswersComeOut();
};

void Crc32Test::knownAnswersComeOut()
{
    QCOMPARE(crc32("123456789"), 0xcbf43926U);
    QCOMPARE(crc32c("123456789"), 0xe3069283U);
    QCOMPARE(crc32(QByteArrayView()), 0U);
    QCOMPARE(crc32c(QByteArray(32, '\0')), 0x8a9136aaU);
    QCOMPARE(crc32c(QByteArray(32, '\xff')), 0x62a8ab43U);
}

QTEST_APPLESS_MAIN(Crc32Test)
#include "crc32_test.moc"
