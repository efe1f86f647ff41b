// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/start_network.h"

#include "core/ssd/model_folder.h"
#include "core/ssd/safetensors.h"
#include "core/ssd/weight_matching.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::ssd;

namespace {

struct Made
{
    Result<std::shared_ptr<SsdNetworkImpl>> network = failure(QString());
    QStringList notes;
};

Made made(const TrainingRequest &request)
{
    Made result;
    result.network = makeStartNetwork(request, [&](const TrainingEvent &event) {
        if (const auto *note = std::get_if<NoteEvent>(&event))
            result.notes << note->text;
    });
    return result;
}

} // namespace

/// Incremental training: facts 1.8.
class StartNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameSeedGivesTheSameStart();
    void anEarlierModelIsTakenWhole();
    void anotherSizeOfImageIsNoObstacleWhereLayersAgree();
    void otherNamesOfClassesAreTold();
    void whatDoesNotAgreeIsRefused_data();
    void whatDoesNotAgreeIsRefused();
    void theBackboneAloneCanBeKept();

private:
    [[nodiscard]] TrainingRequest request() const;
    QTemporaryDir m_folder;
    QString m_model;
    std::shared_ptr<SsdNetworkImpl> m_earlier;
};

void StartNetworkTest::initTestCase()
{
    torch::manual_seed(77);
    m_earlier = makeNetwork({QStringLiteral("mobilenet-v2"), 300, 2});
    m_model = m_folder.filePath(QStringLiteral("run/best"));
    ModelInfo info;
    info.name = QStringLiteral("fruit");
    info.baseNetwork = QStringLiteral("mobilenet-v2");
    info.imageShape = 300;
    info.classes = QStringList{QStringLiteral("red"), QStringLiteral("blue")};
    QVERIFY(saveModel(m_model, *m_earlier, info));
}

TrainingRequest StartNetworkTest::request() const
{
    TrainingRequest request;
    request.classes = QStringList{QStringLiteral("red"), QStringLiteral("blue")};
    request.hyperparameters.baseNetwork = QStringLiteral("mobilenet-v2");
    request.hyperparameters.numClasses = 2;
    request.startModel = m_model;
    return request;
}

void StartNetworkTest::theSameSeedGivesTheSameStart()
{
    TrainingRequest scratch = request();
    scratch.startModel.clear();
    const Made first = made(scratch);
    const Made second = made(scratch);
    QVERIFY(first.network && second.network);
    const NamedTensors other = namedTensors(**second.network);
    const NamedTensors tensors = namedTensors(**first.network);
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry)
        QVERIFY(torch::equal(entry.value(), other.value(entry.key())));
    QVERIFY(first.notes.isEmpty());
}

void StartNetworkTest::anEarlierModelIsTakenWhole()
{
    const Made result = made(request());
    QVERIFY2(result.network, qPrintable(result.network ? QString() : result.network.error().message));
    const NamedTensors earlier = namedTensors(*m_earlier);
    const NamedTensors tensors = namedTensors(**result.network);
    QCOMPARE(tensors.keys(), earlier.keys());
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry)
        QVERIFY2(torch::equal(entry.value(), earlier.value(entry.key())), qPrintable(entry.key()));
    QCOMPARE(result.notes.size(), 1);
    QVERIFY(result.notes[0].contains(QLatin1String("fruit")));
}

void StartNetworkTest::anotherSizeOfImageIsNoObstacleWhereLayersAgree()
{
    TrainingRequest larger = request();
    larger.hyperparameters.imageShape = 352;
    const Made result = made(larger);
    QVERIFY2(result.network, qPrintable(result.network ? QString() : result.network.error().message));
    QVERIFY((*result.network)->featureSizes() != m_earlier->featureSizes());
}

void StartNetworkTest::otherNamesOfClassesAreTold()
{
    TrainingRequest renamed = request();
    renamed.classes = QStringList{QStringLiteral("crimson"), QStringLiteral("navy")};
    const Made result = made(renamed);
    QVERIFY(result.network);
    QCOMPARE(result.notes.size(), 2);
    QVERIFY2(result.notes[1].contains(QLatin1String("red, blue")) &&
                 result.notes[1].contains(QLatin1String("crimson, navy")),
             qPrintable(result.notes[1]));
}

void StartNetworkTest::whatDoesNotAgreeIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("classes") << QStringLiteral("classes")
                             << QStringList{QStringLiteral("2 classes"), QStringLiteral("--backbone-only")};
    QTest::newRow("base network") << QStringLiteral("network")
                                  << QStringList{QStringLiteral("mobilenet-v2"), QStringLiteral("vgg-16")};
    QTest::newRow("layers") << QStringLiteral("layers")
                            << QStringList{QStringLiteral("image_shape 300"), QStringLiteral("--backbone-only")};
    QTest::newRow("no model") << QStringLiteral("model") << QStringList{QStringLiteral("nowhere")};
}

void StartNetworkTest::whatDoesNotAgreeIsRefused()
{
    QFETCH(QString, fault);
    QFETCH(QStringList, words);
    TrainingRequest bad = request();
    if (fault == QLatin1String("classes")) {
        bad.classes << QStringLiteral("green");
        bad.hyperparameters.numClasses = 3;
    } else if (fault == QLatin1String("network")) {
        bad.hyperparameters.baseNetwork = QStringLiteral("vgg-16");
    } else if (fault == QLatin1String("model")) {
        bad.startModel = m_folder.filePath(QStringLiteral("nowhere"));
    } else {
        ModelInfo info = *readModelInfo(m_model);
        bad.startModel = m_folder.filePath(QStringLiteral("other"));
        QVERIFY(saveModel(bad.startModel, *m_earlier, info));
        const QString file = bad.startModel + QStringLiteral("/weights.safetensors");
        NamedTensors tensors = *readSafetensors(file);
        tensors.remove(QStringLiteral("extra.0.0.0.weight"));
        QVERIFY(writeSafetensors(file, tensors, {}));
        bad.hyperparameters.imageShape = 512;
    }
    const Made result = made(bad);
    QVERIFY(!result.network);
    for (const QString &word : words)
        QVERIFY2(result.network.error().message.contains(word), qPrintable(result.network.error().message));
}

void StartNetworkTest::theBackboneAloneCanBeKept()
{
    TrainingRequest other = request();
    other.classes << QStringLiteral("green");
    other.hyperparameters.numClasses = 3;
    other.backboneOnly = true;
    const Made result = made(other);
    QVERIFY2(result.network, qPrintable(result.network ? QString() : result.network.error().message));
    const NamedTensors earlier = namedTensors(*m_earlier);
    const NamedTensors tensors = namedTensors(**result.network);
    int kept = 0;
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry) {
        if (!(*result.network)->isBaseWeight(entry.key().toStdString()))
            continue;
        QVERIFY2(torch::equal(entry.value(), earlier.value(entry.key())), qPrintable(entry.key()));
        ++kept;
    }
    QCOMPARE(kept, 312);
    QVERIFY(!torch::equal(tensors.value(QStringLiteral("extra.0.0.0.weight")),
                          earlier.value(QStringLiteral("extra.0.0.0.weight"))));
}

QTEST_GUILESS_MAIN(StartNetworkTest)
#include "start_network_test.moc"
