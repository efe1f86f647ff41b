// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/model_folder.h"
#include "core/ssd/safetensors.h"
#include "core/ssd/ssd_detector.h"
#include "core/ssd/weight_matching.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

std::shared_ptr<SsdNetworkImpl> smallNetwork()
{
    torch::manual_seed(11);
    return makeNetwork({QStringLiteral("mobilenet-v2"), 300, 2});
}

ModelInfo infoOf(const QString &name)
{
    ModelInfo info;
    info.name = name;
    info.baseNetwork = QStringLiteral("mobilenet-v2");
    info.imageShape = 300;
    info.classes = QStringList{QStringLiteral("사과"), QStringLiteral("pear")};
    info.hyperparameters = {{QStringLiteral("nms_threshold"), QStringLiteral("0.3")}};
    info.validationMap = 0.625;
    return info;
}

QString messageOf(const Error &error)
{
    return error.message;
}

} // namespace

class ModelFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aModelComesBackWhole();
    void savingReplacesTheOldModel();
    void aFailedSaveLeavesTheOldModel();
    void weightsThatDoNotFitAreNamed();
    void truncatedWeightsAreRefused();
    void detectionsLieInsideTheImage();
    void aDetectorOfGarbageFails();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_model;
};

void ModelFolderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_model = m_folder->filePath(QStringLiteral("run/best"));
}

void ModelFolderTest::aModelComesBackWhole()
{
    const auto network = smallNetwork();
    const auto saved = saveModel(m_model, *network, infoOf(QStringLiteral("fruit")));
    QVERIFY2(saved, qPrintable(saved ? QString() : messageOf(saved.error())));
    const auto loaded = loadModel(m_model);
    QVERIFY2(loaded, qPrintable(loaded ? QString() : messageOf(loaded.error())));
    const NamedTensors before = namedTensors(*network);
    const NamedTensors after = namedTensors(**loaded);
    QCOMPARE(after.keys(), before.keys());
    for (auto entry = before.begin(); entry != before.end(); ++entry)
        QVERIFY2(torch::equal(after.value(entry.key()), entry.value()), qPrintable(entry.key()));
    const auto info = readModelInfo(m_model);
    QVERIFY(info);
    QCOMPARE(info->classes, infoOf({}).classes);
    QCOMPARE(info->validationMap, 0.625);
}

void ModelFolderTest::savingReplacesTheOldModel()
{
    QVERIFY(saveModel(m_model, *smallNetwork(), infoOf(QStringLiteral("old"))));
    QVERIFY(saveModel(m_model, *smallNetwork(), infoOf(QStringLiteral("new"))));
    QCOMPARE(readModelInfo(m_model)->name, QStringLiteral("new"));
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("run"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("best")});
}

void ModelFolderTest::aFailedSaveLeavesTheOldModel()
{
    QVERIFY(saveModel(m_model, *smallNetwork(), infoOf(QStringLiteral("old"))));
    // A file where a folder must be made.
    QFile blocker(m_folder->filePath(QStringLiteral("blocker")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const auto saved = saveModel(m_folder->filePath(QStringLiteral("blocker/best")), *smallNetwork(), infoOf({}));
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(QLatin1String("blocker")));
    QCOMPARE(readModelInfo(m_model)->name, QStringLiteral("old"));
}

void ModelFolderTest::weightsThatDoNotFitAreNamed()
{
    QVERIFY(saveModel(m_model, *smallNetwork(), infoOf({})));
    const QString file = m_model + QStringLiteral("/weights.safetensors");
    const QString name = QStringLiteral("features.0.0.weight");
    NamedTensors tensors = *readSafetensors(file);
    const torch::Tensor first = tensors.take(name);
    QVERIFY(writeSafetensors(file, tensors, {}));
    QVERIFY(loadModel(m_model).error().message.contains(name)); // missing
    tensors.insert(name, torch::zeros({1, 2, 3}));
    QVERIFY(writeSafetensors(file, tensors, {}));
    QVERIFY(loadModel(m_model).error().message.contains(QLatin1String("1 x 2 x 3 in the file, 32 x 3 x 3 x 3")));
    tensors.insert(name, first);
    tensors.insert(QStringLiteral("stranger"), torch::zeros(1));
    QVERIFY(writeSafetensors(file, tensors, {}));
    QVERIFY(loadModel(m_model).error().message.contains(QLatin1String("stranger")));
}

void ModelFolderTest::truncatedWeightsAreRefused()
{
    QVERIFY(saveModel(m_model, *smallNetwork(), infoOf({})));
    QFile file(m_model + QStringLiteral("/weights.safetensors"));
    QVERIFY(file.resize(file.size() / 2));
    const auto loaded = loadModel(m_model);
    QVERIFY(!loaded);
    QVERIFY(loaded.error().message.contains(QLatin1String("weights.safetensors")));
}

void ModelFolderTest::detectionsLieInsideTheImage()
{
    QVERIFY(saveModel(m_model, *smallNetwork(), infoOf({})));
    auto detector = SsdDetector::open(m_model, {.threads = 1});
    QVERIFY2(detector, qPrintable(detector ? QString() : messageOf(detector.error())));
    QImage image(411, 97, QImage::Format_RGB888);
    image.fill(QColor(200, 40, 90));
    const auto detections = (*detector)->detect(image, {});
    QVERIFY2(detections, qPrintable(detections ? QString() : messageOf(detections.error())));
    QVERIFY(!detections->empty()); // an untrained network finds something everywhere
    double last = 1;
    for (const Detection &detection : *detections) {
        QVERIFY(detection.classIndex >= 0 && detection.classIndex < 2);
        QVERIFY(detection.confidence >= 0.01 && detection.confidence <= last);
        QCOMPARE(detection.box.clippedTo(QSizeF(image.size())), detection.box);
        QVERIFY(!detection.box.isEmpty());
        last = detection.confidence;
    }
    DetectOptions none;
    none.minConfidence = 1.1;
    QCOMPARE((*detector)->detect(image, none)->size(), size_t(0));
    QVERIFY(!(*detector)->detect(QImage(), {}));
}

void ModelFolderTest::aDetectorOfGarbageFails()
{
    QVERIFY(QDir().mkpath(m_model));
    QFile file(m_model + QStringLiteral("/model.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{]");
    file.close();
    const auto detector = SsdDetector::open(m_model, {.threads = 1});
    QVERIFY(!detector);
    QVERIFY(detector.error().message.contains(QLatin1String("model.json")));
}

QTEST_GUILESS_MAIN(ModelFolderTest)
#include "model_folder_test.moc"
