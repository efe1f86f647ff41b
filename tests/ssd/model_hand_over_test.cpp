// SPDX-License-Identifier: GPL-3.0-or-later
// Models of our own handed to the cloud and opened again as what the cloud would have made: the same parameters, and
// the same detections.
#include "core/detect/artifact_export.h"
#include "core/ssd/artifact_detector.h"
#include "core/ssd/artifact_network.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/ssd_detector.h"
#include "core/ssd/weight_matching.h"

#include <torch/torch.h>

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class ModelHandOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parametersComeBackEqual_data();
    void parametersComeBackEqual();
    void detectionsAreTheSame_data() { parametersComeBackEqual_data(); }
    void detectionsAreTheSame();
    void hyperparametersGoAlong_data() { parametersComeBackEqual_data(); }
    void hyperparametersGoAlong();

private:
    [[nodiscard]] QString folderOf(const QString &network) const { return m_folder.filePath(network); }
    [[nodiscard]] QString archiveOf(const QString &network) const
    {
        return m_folder.filePath(network + QStringLiteral(".tar.gz"));
    }

    QTemporaryDir m_folder;
};

namespace {

const QStringList kHandedNetworks{QStringLiteral("vgg-16"), QStringLiteral("resnet-50")};

/// As a training leaves it: no parameter is where it began, and norms have seen something.
std::shared_ptr<SsdNetworkImpl> learnedNetwork(const QString &baseNetwork)
{
    torch::manual_seed(5);
    NetworkSpec spec;
    spec.baseNetwork = baseNetwork;
    spec.classes = 2;
    spec.widthDivisor = 16;
    std::shared_ptr<SsdNetworkImpl> network = makeNetwork(spec);
    const torch::NoGradGuard noGrad;
    NamedTensors tensors = namedTensors(*network);
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry)
        entry->add_(torch::rand_like(*entry) - 0.5, 0.02);
    return network;
}

QImage colourfulImage()
{
    QImage image(240, 160, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor((x * 7) % 256, (y * 5) % 256, (x * y) % 256));
    return image;
}

} // namespace

void ModelHandOverTest::initTestCase()
{
    for (const QString &network : kHandedNetworks) {
        ModelInfo info;
        info.name = network;
        info.baseNetwork = network;
        info.imageShape = 300;
        info.classes = QStringList{QStringLiteral("bee"), QStringLiteral("wasp")};
        info.hyperparameters = {{QStringLiteral("nms_threshold"), QStringLiteral("0.3")},
                                {QStringLiteral("nms_topk"), QStringLiteral("50")},
                                {QStringLiteral("learning_rate"), QStringLiteral("0.00225")}};
        QVERIFY(saveModel(folderOf(network), *learnedNetwork(network), info).has_value());
        const Result<> exported = exportArtifact(folderOf(network), archiveOf(network));
        QVERIFY2(exported.has_value(), qPrintable(exported ? QString() : exported.error().message));
    }
}

void ModelHandOverTest::parametersComeBackEqual_data()
{
    QTest::addColumn<QString>("network");
    for (const QString &network : kHandedNetworks)
        QTest::newRow(qPrintable(network)) << network;
}

void ModelHandOverTest::parametersComeBackEqual()
{
    QFETCH(QString, network);
    const auto ours = loadModel(folderOf(network));
    QVERIFY2(ours.has_value(), qPrintable(ours ? QString() : ours.error().message));
    const Result<ModelArtifact> artifact = readModelArtifact(archiveOf(network));
    QVERIFY2(artifact.has_value(), qPrintable(artifact ? QString() : artifact.error().message));
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    QVERIFY(recognized);
    QCOMPARE(recognized->spec.baseNetwork, network);
    QCOMPARE(recognized->spec.classes, 2);
    const auto theirs = networkOfArtifact(*artifact, *recognized);
    QVERIFY2(theirs.has_value(), qPrintable(theirs ? QString() : theirs.error().message));
    const NamedTensors before = namedTensors(**ours);
    const NamedTensors after = namedTensors(**theirs);
    QVERIFY(before.size() > 50);
    QCOMPARE(after.keys(), before.keys());
    for (auto entry = before.begin(); entry != before.end(); ++entry)
        QVERIFY2(torch::equal(after.value(entry.key()), entry.value()), qPrintable(entry.key()));
}

void ModelHandOverTest::detectionsAreTheSame()
{
    QFETCH(QString, network);
    const auto ours = SsdDetector::open(folderOf(network), {.threads = 1});
    QVERIFY2(ours.has_value(), qPrintable(ours ? QString() : ours.error().message));
    const auto theirs = openArtifactDetector(archiveOf(network), {.threads = 1});
    QVERIFY2(theirs.has_value(), qPrintable(theirs ? QString() : theirs.error().message));
    const auto before = (*ours)->detect(colourfulImage(), {});
    const auto after = (*theirs)->detect(colourfulImage(), {});
    QVERIFY(before.has_value() && after.has_value());
    QVERIFY(!before->empty());
    QCOMPARE(after->size(), before->size());
    for (size_t i = 0; i < before->size(); ++i) {
        QCOMPARE((*after)[i].classIndex, (*before)[i].classIndex);
        QCOMPARE((*after)[i].confidence, (*before)[i].confidence);
        QCOMPARE((*after)[i].box, (*before)[i].box);
    }
}

void ModelHandOverTest::hyperparametersGoAlong()
{
    QFETCH(QString, network);
    const Result<ModelArtifact> artifact = readModelArtifact(archiveOf(network));
    QVERIFY(artifact.has_value());
    const QMap<QString, QString> &values = artifact->hyperparameters;
    QCOMPARE(values.size(), 26);
    QCOMPARE(values[QStringLiteral("base_network")], network);
    QCOMPARE(values[QStringLiteral("num_classes")], QStringLiteral("2"));
    QCOMPARE(values[QStringLiteral("image_shape")], QStringLiteral("300"));
    QCOMPARE(values[QStringLiteral("learning_rate")], QStringLiteral("0.00225"));
    QCOMPARE(values[QStringLiteral("nms_threshold")], QStringLiteral("0.3"));
}

QTEST_GUILESS_MAIN(ModelHandOverTest)
#include "model_hand_over_test.moc"
