// SPDX-License-Identifier: GPL-3.0-or-later
// A model of the cloud, at full size with generated parameters, as the start of a training here.
#include "core/base/file_io.h"
#include "core/detect/model_settings.h"
#include "core/mxnet/symbol_writer.h"
#include "core/sagemaker/ssd_symbol.h"
#include "core/ssd/graph_tensor.h"
#include "core/ssd/model_folder.h"
#include "core/ssd/start_network.h"
#include "core/ssd/weight_matching.h"
#include "core/sagemaker/model_artifact.h"
#include "tests/support/generated_params.h"

#include <torch/torch.h>

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

class ArtifactTrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyParameterIsTaken();
    void pixelsWithoutMeanAreTakenIn();
    void otherClassesTakeTheBackboneAlone();
    void aNarrowerNetworkStaysNarrow();

private:
    [[nodiscard]] TrainingRequest request(int classes) const
    {
        TrainingRequest request;
        for (int number = 0; number < classes; ++number)
            request.classes << QStringLiteral("class %1").arg(number);
        request.hyperparameters.baseNetwork = QStringLiteral("resnet-50");
        request.hyperparameters.numClasses = classes;
        request.startModel = m_folder.path();
        return request;
    }

    QTemporaryDir m_folder;
};

void ArtifactTrainingTest::initTestCase()
{
    SsdSymbolSpec spec;
    spec.baseNetwork = QStringLiteral("resnet-50");
    spec.classes = 2;
    const SymbolGraph graph = ssdTrainingSymbol(spec);
    QVERIFY(writeFile(m_folder.filePath(QStringLiteral("model_algo_1-symbol.json")), symbolJson(graph)));
    QVERIFY(writeFile(m_folder.filePath(QStringLiteral("model_algo_1-0000.params")), GeneratedParams(graph).file()));
}

void ArtifactTrainingTest::everyParameterIsTaken()
{
    QStringList notes;
    const auto network = makeStartNetwork(request(2), [&](const TrainingEvent &event) {
        if (const auto *note = std::get_if<NoteEvent>(&event))
            notes << note->text;
    });
    QVERIFY2(network.has_value(), qPrintable(network ? QString() : network.error().message));
    const Result<ModelArtifact> artifact = readModelArtifact(m_folder.path());
    QVERIFY(artifact.has_value());
    const NamedTensors tensors = namedTensors(**network);
    QVERIFY(tensors.size() > 250);
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        const TensorView *view = artifact->find(entry.key());
        QVERIFY2(view != nullptr, qPrintable(entry.key()));
        const Result<torch::Tensor> expected = toTensor(*view);
        QVERIFY2(expected && torch::equal(entry.value(), *expected), qPrintable(entry.key()));
    }
    QVERIFY2(!notes.isEmpty(), "where the training starts is told");
}

/// The running mean moves by the mean of the pixels: 123, 117, 104.
void ArtifactTrainingTest::pixelsWithoutMeanAreTakenIn()
{
    const auto plain = makeStartNetwork(request(2), {});
    QVERIFY(writeModelSettings(m_folder.path(), {{}, PixelInput::RgbRaw}));
    const auto moved = makeStartNetwork(request(2), {});
    QVERIFY(QFile::remove(modelSettingsFile(m_folder.path())));
    QVERIFY(plain.has_value() && moved.has_value());
    const QString mean = QStringLiteral("bn_data_moving_mean");
    const torch::Tensor difference = namedTensors(**plain)[mean] - namedTensors(**moved)[mean];
    QVERIFY(torch::allclose(difference, torch::tensor({123.0F, 117.0F, 104.0F}), 1e-4, 1e-3));
}

void ArtifactTrainingTest::otherClassesTakeTheBackboneAlone()
{
    const auto refused = makeStartNetwork(request(3), {});
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.contains(QLatin1String("--backbone-only")), qPrintable(refused.error().message));
    TrainingRequest backbone = request(3);
    backbone.backboneOnly = true;
    const auto network = makeStartNetwork(backbone, {});
    QVERIFY2(network.has_value(), qPrintable(network ? QString() : network.error().message));
    const Result<ModelArtifact> artifact = readModelArtifact(m_folder.path());
    const Result<torch::Tensor> expected = toTensor(*artifact->find(QStringLiteral("stage4_unit3_conv2_weight")));
    QVERIFY(expected && torch::equal(namedTensors(**network)[QStringLiteral("stage4_unit3_conv2_weight")], *expected));
}

/// As the small artifacts of the reference are: a part of the filters of each layer.
void ArtifactTrainingTest::aNarrowerNetworkStaysNarrow()
{
    const QTemporaryDir folder;
    SsdSymbolSpec spec;
    spec.baseNetwork = QStringLiteral("vgg-16");
    spec.classes = 2;
    spec.divisor = 16;
    const SymbolGraph graph = ssdTrainingSymbol(spec);
    QVERIFY(writeFile(folder.filePath(QStringLiteral("model_algo_1-symbol.json")), symbolJson(graph)));
    QVERIFY(writeFile(folder.filePath(QStringLiteral("model_algo_1-0000.params")), GeneratedParams(graph).file()));
    TrainingRequest narrow = request(2);
    narrow.hyperparameters.baseNetwork = spec.baseNetwork;
    narrow.startModel = folder.path();
    const auto network = makeStartNetwork(narrow, {});
    QVERIFY2(network.has_value(), qPrintable(network ? QString() : network.error().message));
    QCOMPARE(namedTensors(**network)[QStringLiteral("conv1_1_weight")].size(0), int64_t{4});

    ModelInfo info;
    info.baseNetwork = spec.baseNetwork;
    info.imageShape = 300;
    info.classes = narrow.classes;
    const QString saved = folder.filePath(QStringLiteral("best"));
    QVERIFY(saveModel(saved, **network, info).has_value());
    const auto again = loadModel(saved);
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().message));
    QCOMPARE(namedTensors(**again)[QStringLiteral("conv1_1_weight")].size(0), int64_t{4});
}

QTEST_GUILESS_MAIN(ArtifactTrainingTest)
#include "artifact_training_test.moc"
