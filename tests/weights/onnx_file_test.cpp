// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/onnx_file.h"
#include "core/weights/resnet_onnx.h"
#include "tests/support/weight_files.h"

#include <QTest>

#include <algorithm>

using namespace boxwright;

namespace {

/// A field of bytes: number, wire type 2, length of less than 128.
QByteArray field(int number, const QByteArray &content)
{
    return QByteArray(1, static_cast<char>(number << 3 | 2)) + QByteArray(1, static_cast<char>(content.size())) +
           content;
}

QByteArray whole(int number, char value)
{
    return QByteArray(1, static_cast<char>(number << 3)) + QByteArray(1, value);
}

/// A model with one initialiser (onnx.proto3: ModelProto.graph 7, GraphProto.initializer 5).
QByteArray modelWith(const QByteArray &tensor)
{
    return whole(1, 6) + field(7, field(5, tensor));
}

const QByteArray kTwoFloats("\0\0\x80\x3f\0\0\0\xc0", 8); // 1, -2

QString problemOf(const QByteArray &model)
{
    const auto graph = readOnnxFile(model);
    return graph ? QString() : graph.error().message;
}

} // namespace

class OnnxFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initialisersAreRead_data();
    void initialisersAreRead();
    void badInitialisersAreNamed_data();
    void badInitialisersAreNamed();
    void theZoosGraphIsFollowed();
    void anotherGraphIsRefused();
    void everyCutIsRefused();
    void everyChangedByteIsHarmless();
};

void OnnxFileTest::initialisersAreRead_data()
{
    QTest::addColumn<QByteArray>("tensor");
    const QByteArray name = field(8, "w");
    QTest::newRow("raw") << whole(1, 2) + whole(2, 1) + name + field(9, kTwoFloats);
    QTest::newRow("packed dims") << field(1, QByteArray(1, 2)) + whole(2, 1) + name + field(9, kTwoFloats);
    QTest::newRow("packed floats") << whole(1, 2) + whole(2, 1) + name + field(4, kTwoFloats);
    const QByteArray single(1, static_cast<char>(4 << 3 | 5));
    QTest::newRow("floats one by one") << whole(1, 2) + whole(2, 1) + name + single + kTwoFloats.first(4) + single +
                                              kTwoFloats.last(4);
}

void OnnxFileTest::initialisersAreRead()
{
    QFETCH(QByteArray, tensor);
    const QByteArray model = modelWith(tensor);
    QVERIFY(isOnnxFile(model));
    const auto graph = readOnnxFile(model);
    QVERIFY2(graph, qPrintable(graph ? QString() : graph.error().message));
    QCOMPARE(graph->initialisers.tensors.size(), size_t(1));
    const TensorView &view = graph->initialisers.tensors[0];
    QCOMPARE(view.name, QStringLiteral("w"));
    QCOMPARE(view.shape, std::vector<qint64>{2});
    QCOMPARE(numbersOf(view), (std::vector<double>{1, -2}));
}

void OnnxFileTest::badInitialisersAreNamed_data()
{
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<QString>("words");
    const QByteArray name = field(8, "conv_w");
    QTest::newRow("too few bytes") << whole(1, 3) + whole(2, 1) + name + field(9, kTwoFloats)
                                   << QStringLiteral("conv_w");
    QTest::newRow("text") << whole(1, 2) + whole(2, 8) + name + field(9, kTwoFloats) << QStringLiteral("conv_w");
    QTest::newRow("in another file") << whole(1, 2) + whole(2, 1) + name + whole(14, 1) << QStringLiteral("conv_w");
    // 2^62 * 2^62 elements
    const QByteArray huge("\x08\x80\x80\x80\x80\x80\x80\x80\x80\x40", 10);
    QTest::newRow("more elements than memory")
        << huge + huge + whole(2, 1) + name + field(9, kTwoFloats) << QStringLiteral("conv_w");
    QTest::newRow("negative extent") << QByteArray("\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11) + whole(2, 1) +
                                            name + field(9, kTwoFloats)
                                     << QStringLiteral("conv_w");
    QTest::newRow("field longer than the message") << QByteArray("\x4a\x7f") + "abc" << QStringLiteral("TensorProto");
    QTest::newRow("a group, which protobuf 3 has not") << QByteArray("\x0b") << QStringLiteral("TensorProto");
}

void OnnxFileTest::badInitialisersAreNamed()
{
    QFETCH(QByteArray, tensor);
    QFETCH(QString, words);
    const QString problem = problemOf(modelWith(tensor));
    QVERIFY2(problem.contains(words), qPrintable(problem));
}

/// Names, shapes and the input's arithmetic; that the network computes the same is a test of core/ssd.
void OnnxFileTest::theZoosGraphIsFollowed()
{
    const QByteArray bytes = weightFileBytes(QStringLiteral("thin_resnet50_v2.onnx"));
    const auto graph = readOnnxFile(bytes);
    QVERIFY2(graph, qPrintable(graph ? QString() : graph.error().message));
    const auto arrays = resnetFromOnnx(*graph, {{0, 0, 0}, {1, 1, 1}});
    QVERIFY2(arrays, qPrintable(arrays ? QString() : arrays.error().message));
    // Facts 2.5: 193 arguments and 100 statistics, less 40 of extra maps and heads.
    QCOMPARE(arrays->tensors.size(), size_t(253));
    const auto find = [&](const char *name) {
        return std::find_if(arrays->tensors.begin(), arrays->tensors.end(),
                            [&](const TensorView &view) { return view.name == QLatin1String(name); });
    };
    QVERIFY(find("stage1_unit1_sc_weight") != arrays->tensors.end());
    QCOMPARE(find("stage1_unit1_sc_weight")->shape, (std::vector<qint64>{4, 1, 1, 1}));
    QCOMPARE(find("stage4_unit3_conv3_weight")->shape, (std::vector<qint64>{32, 8, 1, 1}));
    QVERIFY(find("stage1_unit2_sc_weight") == arrays->tensors.end());
    // bn_data of ours: pixels where the zoo's normalised input has its mean.
    const auto zooMean = numbersOf(graph->initialisers.tensors[2]);
    const auto ourMean = numbersOf(*find("bn_data_moving_mean"));
    QVERIFY(std::abs(ourMean[0] - 255 * (0.485 + 0.229 * zooMean[0])) < 1e-4);
}

void OnnxFileTest::anotherGraphIsRefused()
{
    const auto graph = readOnnxFile(modelWith(whole(1, 2) + whole(2, 1) + field(8, "w") + field(9, kTwoFloats)));
    QVERIFY(graph);
    const auto arrays = resnetFromOnnx(*graph, {});
    QVERIFY(!arrays);
    QVERIFY2(arrays.error().message.contains(QLatin1String("bn_data")), qPrintable(arrays.error().message));
}

void OnnxFileTest::everyCutIsRefused()
{
    const QByteArray bytes = weightFileBytes(QStringLiteral("thin_resnet50_v2.onnx"));
    for (qsizetype size = 3; size < bytes.size() - 40; size += 97) { // the last field, after the graph, may be cut off
        const auto graph = readOnnxFile(bytes.first(size));
        QVERIFY2(!graph || !resnetFromOnnx(*graph, {}), qPrintable(QString::number(size)));
    }
}

void OnnxFileTest::everyChangedByteIsHarmless()
{
    const QByteArray bytes = weightFileBytes(QStringLiteral("thin_resnet50_v2.onnx"));
    for (qsizetype at = 0; at < bytes.size(); at += 13) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto graph = readOnnxFile(changed);
        if (graph)
            (void)resnetFromOnnx(*graph, {}).has_value();
    }
}

QTEST_APPLESS_MAIN(OnnxFileTest)
#include "onnx_file_test.moc"
