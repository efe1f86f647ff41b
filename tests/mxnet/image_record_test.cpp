// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/image_record.h"

#include <QTest>

#include <limits>

using namespace boxwright;

namespace {

/// flag 2, label 0.5, id 258, id2 3, labels 1 and -2, image "PIC".
const QByteArray kPayload = QByteArray::fromHex("02000000 0000003f 0201000000000000 0300000000000000"
                                                "0000803f 000000c0 504943");

} // namespace

class ImageRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesApartAndTogether();
    void brokenRecordsAreRefused_data();
    void brokenRecordsAreRefused();
    void labelsOfAnyWidthComeApartAndTogether_data();
    void labelsOfAnyWidthComeApartAndTogether();
    void brokenLabelsAreRefused_data();
    void brokenLabelsAreRefused();
};

void ImageRecordTest::aRecordComesApartAndTogether()
{
    const Result<ImageRecordData> data = unpackImageRecord(kPayload, QStringLiteral("r"));
    QVERIFY(data.has_value());
    QCOMPARE(data->id, quint64{258});
    QCOMPARE(data->id2, quint64{3});
    QCOMPARE(data->label, 0.5f);
    QCOMPARE(data->labels, (std::vector<float>{1, -2}));
    QCOMPARE(data->image, QByteArray("PIC"));
    QCOMPARE(packImageRecord(*data).toHex(), kPayload.toHex());
}

void ImageRecordTest::brokenRecordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut in the header") << kPayload.left(23);
    QTest::newRow("cut in the labels") << kPayload.left(31);
    QTest::newRow("four billion labels") << QByteArray(4, '\xff') + kPayload.mid(4);
}

void ImageRecordTest::brokenRecordsAreRefused()
{
    QFETCH(QByteArray, payload);
    const Result<ImageRecordData> data = unpackImageRecord(payload, QStringLiteral("a.rec, byte 8"));
    QVERIFY(!data.has_value());
    QVERIFY2(data.error().message.startsWith(QLatin1String("a.rec, byte 8")), qPrintable(data.error().message));
}

void ImageRecordTest::labelsOfAnyWidthComeApartAndTogether_data()
{
    QTest::addColumn<std::vector<float>>("values");
    QTest::addColumn<int>("objects");
    QTest::addColumn<int>("padding");
    QTest::addColumn<int>("width");
    using Values = std::vector<float>;
    QTest::newRow("one object") << Values{2, 5, 0, .1f, .2f, .3f, .4f} << 1 << 0 << 7;
    QTest::newRow("no object") << Values{2, 5} << 0 << 0 << 2;
    QTest::newRow("wide header, difficult flag") << Values{4, 6, 640, 480, 3, .1f, .2f, .3f, .4f, 1} << 1 << 0 << 10;
    QTest::newRow("header of three") << Values{3, 5, 7, 3, .1f, .2f, .3f, .4f} << 1 << 0 << 8;
    QTest::newRow("padded") << Values{2, 5, 0, .1f, .2f, .3f, .4f, -1, -1, -1, -1, -1} << 1 << 5 << 7;
    QTest::newRow("padded by less than an object") << Values{2, 5, 0, .1f, .2f, .3f, .4f, -1, -1} << 1 << 2 << 7;
    QTest::newRow("only padding") << Values{2, 5, -1, -1, -1, -1, -1} << 0 << 5 << 2;
}

void ImageRecordTest::labelsOfAnyWidthComeApartAndTogether()
{
    QFETCH(std::vector<float>, values);
    QFETCH(int, objects);
    QFETCH(int, padding);
    QFETCH(int, width);
    const Result<DetectionLabels> labels = parseDetectionLabels(values, QStringLiteral("r"));
    QVERIFY2(labels.has_value(), qPrintable(labels ? QString() : labels.error().message));
    QCOMPARE(labels->objectCount(), objects);
    QCOMPARE(labels->padding, padding);
    QCOMPARE(labels->width(), width);
    QCOMPARE(toLabelVector(*labels), values);
    if (objects > 0)
        QCOMPARE(labels->object(0)[1], .1f);
}

void ImageRecordTest::brokenLabelsAreRefused_data()
{
    QTest::addColumn<std::vector<float>>("values");
    using Values = std::vector<float>;
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float inf = std::numeric_limits<float>::infinity();
    QTest::newRow("empty") << Values{};
    QTest::newRow("one value") << Values{2};
    QTest::newRow("header width 1") << Values{1, 5, 0, 0, 0, 1, 1};
    QTest::newRow("header wider than the label") << Values{9, 5, 0, 0, 0, 1, 1};
    QTest::newRow("header width not whole") << Values{2.5f, 5, 0, 0, 0, 1, 1};
    QTest::newRow("header width NaN") << Values{nan, 5, 0, 0, 0, 1, 1};
    QTest::newRow("header width infinite") << Values{inf, 5, 0, 0, 0, 1, 1};
    QTest::newRow("header width beyond any integer") << Values{1e38f, 5, 0, 0, 0, 1, 1};
    QTest::newRow("object width 4") << Values{2, 4, 0, 0, 0, 1};
    QTest::newRow("object width 1e30") << Values{2, 1e30f, 0, 0, 0, 1, 1};
    QTest::newRow("object cut") << Values{2, 5, 0, .1f, .2f, .3f};
    QTest::newRow("padding begins inside an object") << Values{2, 5, 0, .1f, .2f, .3f, .4f, 1, -1};
}

void ImageRecordTest::brokenLabelsAreRefused()
{
    QFETCH(std::vector<float>, values);
    const Result<DetectionLabels> labels = parseDetectionLabels(values, QStringLiteral("a.rec, byte 8"));
    QVERIFY(!labels.has_value());
    QVERIFY2(labels.error().message.startsWith(QLatin1String("a.rec, byte 8")), qPrintable(labels.error().message));
}

QTEST_GUILESS_MAIN(ImageRecordTest)
#include "image_record_test.moc"
