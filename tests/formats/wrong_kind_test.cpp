// SPDX-License-Identifier: GPL-3.0-or-later
// What is no data set of boxes is named as what it is.
#include "core/formats/format_registry.h"

#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class WrongKindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsNamedAsWhatItIs_data();
    void itIsNamedAsWhatItIs();
};

void WrongKindTest::itIsNamedAsWhatItIs_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("word"); ///< of the message
    QTest::newRow("classification manifest")
        << QByteArray("x.manifest")
        << QByteArray("{\"source-ref\":\"s3://b/a.jpg\",\"c\":0,\"c-metadata\":{\"class-name\":\"cat\",\"type\":"
                      "\"groundtruth/image-classification\"}}\n")
        << QByteArray("image-classification");
    QTest::newRow("video manifest")
        << QByteArray("x.manifest")
        << QByteArray("{\"source-ref\":\"s3://b/seq1.json\",\"v-ref\":\"s3://b/SeqLabel.json\",\"v-ref-metadata\":{"
                      "\"class-map\":{\"0\":\"car\"},\"type\":\"groundtruth/video-object-tracking\"}}\n")
        << QByteArray("video-object-tracking");
    // Length 8, a record of Amazon's protobuf (field 1, a map entry): aws-algorithms RecordIO-protobuf.
    QTest::newRow("protobuf records") << QByteArray("x.rec") << QByteArray::fromHex("0a23d7ce080000000a060a0161120104")
                                      << QByteArray("protobuf");
    QTest::newRow("TFRecord") << QByteArray("x.tfrecord") << QByteArray("\x08\0\0\0\0\0\0\0", 8)
                              << QByteArray("TFRecord");
    QTest::newRow("classes of whole images")
        << QByteArray("_classes.csv") << QByteArray("filename, a\nx.jpg, 1\n") << QByteArray("classification");
    QTest::newRow("captions") << QByteArray("captions.json")
                              << QByteArray(
                                     "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"annotations\":[{\"id\":1,"
                                     "\"image_id\":1,\"caption\":\"a cat\"}]}")
                              << QByteArray("caption");
    QTest::newRow("CVAT for video")
        << QByteArray("annotations.xml")
        << QByteArray("<annotations><version>1.1</version><track id=\"0\" label=\"a\"><box frame=\"0\"/></track>"
                      "</annotations>")
        << QByteArray("video");
}

void WrongKindTest::itIsNamedAsWhatItIs()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, word);
    QTemporaryDir folder;
    QVERIFY(putFile(folder.filePath(QLatin1String(name)), bytes));
    for (const QString &path : {folder.path(), folder.filePath(QLatin1String(name))}) {
        const Result<const DatasetFormat *> format = formatOf(path);
        QString message = format ? QString() : format.error().message;
        if (format) { // a format may take the file and say itself what is wrong
            CollectingSink sink;
            ReadOptions options;
            options.from = path;
            const Result<> read = (*format)->read(options, sink);
            message = read ? QStringLiteral("it was read") : read.error().message;
        }
        QVERIFY2(message.contains(QLatin1String(word)) && message.contains(QLatin1String(name)), qPrintable(message));
    }
}

QTEST_GUILESS_MAIN(WrongKindTest)
#include "wrong_kind_test.moc"
