// SPDX-License-Identifier: GPL-3.0-or-later
// Weight files into networks. What the small files should give was computed by torch:
// tests/support/make_weight_files.py.
#include "core/ssd/base_weights.h"

#include "core/mxnet/params_writer.h"
#include "core/ssd/resnet50.h"
#include "core/ssd/safetensors.h"
#include "core/ssd/vgg16.h"
#include "tests/support/weight_files.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

constexpr int kThin = 64;
constexpr int kImageShape = 300;

std::shared_ptr<SsdNetworkImpl> mobileNet()
{
    torch::manual_seed(11);
    return makeNetwork({QStringLiteral("mobilenet-v2"), kImageShape, 2});
}

/// Networks that show the maps their heads read.
class OpenVgg : public Vgg16Ssd
{
public:
    OpenVgg()
        : Vgg16Ssd({QStringLiteral("vgg-16"), kImageShape, 2, kThin})
    {
    }
    using Vgg16Ssd::bodyMaps;
};

class OpenResnet : public Resnet50Ssd
{
public:
    OpenResnet()
        : Resnet50Ssd({QStringLiteral("resnet-50"), kImageShape, 2, kThin})
    {
    }
    using Resnet50Ssd::bodyMaps;
};

/// The image of make_weight_files.py, as the network's input.
torch::Tensor thinInput(const Preprocessing &preprocessing)
{
    const torch::Tensor index = torch::arange(3 * kImageShape * kImageShape, torch::kInt64);
    const torch::Tensor pixels = ((index * 7919 + index.div(977, "floor")) % 256).to(torch::kFloat32);
    const torch::Tensor mean = torch::tensor(at::ArrayRef<float>(preprocessing.mean)).view({1, 3, 1, 1});
    const torch::Tensor deviation = torch::tensor(at::ArrayRef<float>(preprocessing.deviation)).view({1, 3, 1, 1});
    const torch::Tensor input = (pixels.view({1, 3, kImageShape, kImageShape}) - mean) / deviation;
    return input.contiguous(torch::MemoryFormat::ChannelsLast);
}

/// The largest difference to what torch sampled of the map, as a share of the largest number there.
double distance(const torch::Tensor &map, const nlohmann::json &expected)
{
    if (map.sizes().vec() != expected["shape"].get<std::vector<int64_t>>())
        return INFINITY;
    const torch::Tensor flat = map.contiguous().flatten().to(torch::kFloat64);
    const auto values = expected["values"].get<std::vector<double>>();
    const auto step = expected["step"].get<int64_t>();
    double worst = 0;
    double largest = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        worst = std::max(worst, std::abs(flat[int64_t(i) * step].item<double>() - values[i]));
        largest = std::max(largest, std::abs(values[i]));
    }
    return worst / largest;
}

nlohmann::json expectedOf(const char *name)
{
    return nlohmann::json::parse(weightFileBytes(QLatin1String(name)).toStdString());
}

QString sharedWeights(const char *name)
{
    return QDir(qEnvironmentVariable("BOXWRIGHT_SOURCE", QStringLiteral(".")))
        .filePath(QStringLiteral("../shared/weights/") + QLatin1String(name));
}

} // namespace

class BaseWeightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappenedIsToldByName();
    void aFileOfOtherWeightsIsRefused();
    void whatIsNoWeightFileIsRefused_data();
    void whatIsNoWeightFileIsRefused();
    void pthAndSafetensorsGiveIdenticalNetworks();
    void torchvisionsVgg16BecomesTheReducedOne();
    void theZoosResnetComputesTheSame();
    void paramsFilesFitByName();
    void rawInputMeansOfResnetAreShifted();

private:
    QTemporaryDir m_folder;
};

void BaseWeightsTest::whatHappenedIsToldByName()
{
    const auto network = mobileNet();
    const QString file = m_folder.filePath(QStringLiteral("base.safetensors"));
    NamedTensors tensors;
    tensors.insert(QStringLiteral("features.0.0.weight"), torch::full({32, 3, 3, 3}, 0.5F).to(torch::kFloat16));
    tensors.insert(QStringLiteral("features.0.1.weight"), torch::zeros({33}));
    tensors.insert(QStringLiteral("classifier.1.bias"), torch::zeros({1000}));
    QVERIFY(writeSafetensors(file, tensors, {}));
    const auto report = loadBaseWeights(*network, file);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->taken, QStringList{QStringLiteral("features.0.0.weight")});
    QCOMPARE(report->misshapen.size(), qsizetype(1));
    QCOMPARE(report->unused, QStringList{QStringLiteral("classifier.1.bias")});
    QCOMPARE(report->missing.size(), qsizetype(312 - 2)); // torchvision's features hold 312 tensors
    QVERIFY((namedTensors(*network).value(QStringLiteral("features.0.0.weight")) == 0.5).all().item<bool>());
    const QString lines = reportLines(*report, file).join(QLatin1Char('\n'));
    for (const char *word : {"1 of 312", "features.0.1.weight: 33", "classifier.1.bias", "310"})
        QVERIFY2(lines.contains(QLatin1String(word)), qPrintable(lines));
}

void BaseWeightsTest::aFileOfOtherWeightsIsRefused()
{
    const QString file = m_folder.filePath(QStringLiteral("other.safetensors"));
    QVERIFY(writeSafetensors(file, {{QStringLiteral("layer1.0.weight"), torch::zeros({4})}}, {}));
    for (const QString &other : {file, weightFilePath(QStringLiteral("state_zip.pth"))}) {
        const auto report = loadBaseWeights(*mobileNet(), other);
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(other.endsWith(QLatin1String("pth"))
                                                     ? QLatin1String("a.weight")
                                                     : QLatin1String("layer1.0.weight")),
                 qPrintable(report.error().message));
    }
}

void BaseWeightsTest::whatIsNoWeightFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("text") << QByteArray("weights, please") << QStringLiteral("neither");
    QTest::newRow("a pickle that runs a program")
        << QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.\x80\x02}.\x80\x02"
                      "cposix\nsystem\nX\x02\x00\x00\x00ls\x85R.",
                      58)
        << QStringLiteral("posix.system");
}

void BaseWeightsTest::whatIsNoWeightFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const QString path = m_folder.filePath(QStringLiteral("weights.bin"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto report = loadBaseWeights(*mobileNet(), path);
    QVERIFY(!report);
    QVERIFY2(report.error().message.contains(words) && report.error().message.contains(QLatin1String("weights.bin")),
             qPrintable(report.error().message));
}

void BaseWeightsTest::pthAndSafetensorsGiveIdenticalNetworks()
{
    const QString pth = sharedWeights("mobilenet_v2-imagenet.pth");
    const QString safetensors = sharedWeights("mobilenet_v2-imagenet.safetensors");
    if (!QFile::exists(pth) || !QFile::exists(safetensors))
        QSKIP("the shared weights are absent");
    const auto first = mobileNet();
    const auto second = mobileNet();
    for (const auto &[network, file] : {std::pair(first, pth), std::pair(second, safetensors)}) {
        const auto report = loadBaseWeights(*network, file);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->taken.size(), qsizetype(312));
        QCOMPARE(report->missing + report->misshapen + report->unused, QStringList());
        network->eval();
    }
    const torch::NoGradGuard noGradients;
    const torch::Tensor input = thinInput(first->preprocessing());
    const SsdOutput a = first->forward(input);
    const SsdOutput b = second->forward(input);
    QVERIFY(torch::equal(a.classLogits, b.classLogits));
    QVERIFY(torch::equal(a.boxOffsets, b.boxOffsets));
}

void BaseWeightsTest::torchvisionsVgg16BecomesTheReducedOne()
{
    const auto network = std::make_shared<OpenVgg>();
    const auto report = loadBaseWeights(*network, weightFilePath(QStringLiteral("thin_vgg16.pth")));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->taken.size(), qsizetype(30)); // 13 convolutions, fc6 and fc7
    QCOMPARE(report->missing + report->misshapen, QStringList());
    QCOMPARE(report->unused, (QStringList{QStringLiteral("classifier.6.weight"), QStringLiteral("classifier.6.bias")}));
    const torch::NoGradGuard noGradients;
    const auto maps = network->bodyMaps(thinInput(network->preprocessing()));
    const auto expected = expectedOf("thin_vgg16.json");
    QVERIFY2(distance(maps[0], expected["relu4_3"]) < 1e-4,
             qPrintable(QString::number(distance(maps[0], expected["relu4_3"]))));
    QVERIFY2(distance(maps[1], expected["relu7"]) < 1e-4,
             qPrintable(QString::number(distance(maps[1], expected["relu7"]))));
}

void BaseWeightsTest::theZoosResnetComputesTheSame()
{
    const auto network = std::make_shared<OpenResnet>();
    const auto report = loadBaseWeights(*network, weightFilePath(QStringLiteral("thin_resnet50_v2.onnx")));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->missing + report->misshapen + report->unused, QStringList());
    network->eval();
    const torch::NoGradGuard noGradients;
    const auto maps = network->bodyMaps(thinInput(network->preprocessing()));
    const auto expected = expectedOf("thin_resnet50_v2.json");
    QVERIFY2(distance(maps[0], expected["_plus12"]) < 1e-4,
             qPrintable(QString::number(distance(maps[0], expected["_plus12"]))));
    QVERIFY2(distance(maps[1], expected["_plus15"]) < 1e-4,
             qPrintable(QString::number(distance(maps[1], expected["_plus15"]))));
}

/// As MXNet's zoo has them: "arg:" and "aux:" before the names, and a classifier that has no place here.
void BaseWeightsTest::paramsFilesFitByName()
{
    torch::manual_seed(1);
    const auto from = std::make_shared<OpenVgg>();
    std::vector<TensorView> views;
    std::vector<torch::Tensor> plain; // which the views lie in
    const NamedTensors tensors = namedTensors(*from);
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        const torch::Tensor tensor = plain.emplace_back(entry.value().detach().contiguous());
        views.push_back({QStringLiteral("arg:") + entry.key(), TensorType::Float32,
                         std::vector<qint64>(tensor.sizes().begin(), tensor.sizes().end()),
                         QByteArrayView(static_cast<const char *>(tensor.data_ptr()), qsizetype(tensor.nbytes()))});
    }
    views.push_back({QStringLiteral("arg:fc8_bias"), TensorType::Float32, {1}, QByteArrayView("\0\0\0\0", 4)});
    const QString path = m_folder.filePath(QStringLiteral("vgg16_reduced-0001.params"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(writeParams(file, views, path));
    file.close();

    torch::manual_seed(2);
    const auto to = std::make_shared<OpenVgg>();
    const auto report = loadBaseWeights(*to, path);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->taken.size(), qsizetype(30));
    QVERIFY(report->unused.contains(QStringLiteral("arg:fc8_bias")));
    const torch::NoGradGuard noGradients;
    const torch::Tensor input = thinInput(from->preprocessing());
    QVERIFY(torch::equal(from->bodyMaps(input)[1], to->bodyMaps(input)[1]));
}

void BaseWeightsTest::rawInputMeansOfResnetAreShifted()
{
    const std::array<float, 3> raw{123.5F, 116, 103};
    const std::array<float, 3> centred{0.5F, -1, -1};
    for (const auto &means : {raw, centred}) {
        const TensorView view{QStringLiteral("aux:bn_data_moving_mean"),
                              TensorType::Float32,
                              {3},
                              QByteArrayView(reinterpret_cast<const char *>(means.data()), sizeof means)};
        const QString path = m_folder.filePath(QStringLiteral("resnet-50-0000.params"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(writeParams(file, std::span(&view, 1), path));
        file.close();
        OpenResnet network;
        QVERIFY(loadBaseWeights(network, path));
        const torch::Tensor mean = namedTensors(network).value(QStringLiteral("bn_data_moving_mean"));
        QVERIFY(torch::allclose(mean, torch::tensor({0.5F, -1.0F, -1.0F}))); // our input has 123, 117, 104 taken off
    }
}

QTEST_GUILESS_MAIN(BaseWeightsTest)
#include "base_weights_test.moc"
