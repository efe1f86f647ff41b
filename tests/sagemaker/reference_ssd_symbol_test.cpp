// SPDX-License-Identifier: GPL-3.0-or-later
// The training graphs that mxnet-ssd's own symbol builder made: every artifact below
// $BOXWRIGHT_REFERENCE/mxnet/artifacts is built again from its hyperparameters and recognised.
#include "core/sagemaker/model_artifact.h"
#include "core/sagemaker/ssd_recognition.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QString artifactsFolder()
{
    const QString shared = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", shared) + QStringLiteral("/mxnet/artifacts");
}

/// The first difference of two graphs, in words; empty where there is none.
QString difference(const SymbolGraph &ours, const SymbolGraph &theirs)
{
    for (size_t i = 0; i < std::min(ours.nodes.size(), theirs.nodes.size()); ++i) {
        const SymbolNode &a = ours.nodes[i];
        const SymbolNode &b = theirs.nodes[i];
        if (a.op != b.op || a.name != b.name)
            return QStringLiteral("node %1 is %2 %3 instead of %4 %5").arg(i).arg(a.op, a.name, b.op, b.name);
        if (a.attributes.all() != b.attributes.all())
            return QStringLiteral("node %1 %2 has other attributes").arg(i).arg(a.name);
        if (a.inputs != b.inputs)
            return QStringLiteral("node %1 %2 has other inputs").arg(i).arg(a.name);
    }
    if (ours.nodes.size() != theirs.nodes.size())
        return QStringLiteral("%1 nodes instead of %2").arg(ours.nodes.size()).arg(theirs.nodes.size());
    if (ours.heads != theirs.heads)
        return QStringLiteral("other heads");
    return ours.outputCounts == theirs.outputCounts ? QString() : QStringLiteral("other output counts");
}

} // namespace

class ReferenceSsdSymbolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArtifactIsRecognizedAndBuiltAgain_data();
    void everyArtifactIsRecognizedAndBuiltAgain();
    void deployGraphsAreRecognizedToo_data() { everyArtifactIsRecognizedAndBuiltAgain_data(); }
    void deployGraphsAreRecognizedToo();
};

void ReferenceSsdSymbolTest::everyArtifactIsRecognizedAndBuiltAgain_data()
{
    QTest::addColumn<QString>("folder");
    const QDir all(artifactsFolder());
    if (!all.exists())
        QSKIP("the folder of reference artifacts is absent");
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (QFileInfo::exists(all.filePath(name + QStringLiteral("/model.tar.gz"))))
            QTest::newRow(qPrintable(name)) << all.filePath(name);
}

void ReferenceSsdSymbolTest::everyArtifactIsRecognizedAndBuiltAgain()
{
    QFETCH(QString, folder);
    const Result<ModelArtifact> artifact = readModelArtifact(folder + QStringLiteral("/model.tar.gz"));
    QVERIFY2(artifact.has_value(), qPrintable(artifact ? QString() : artifact.error().message));
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    QVERIFY(recognized.has_value());
    QCOMPARE(hyperparameterConflict(*artifact, *recognized), QString());
    const QMap<QString, QString> &values = artifact->hyperparameters;
    QCOMPARE(recognized->spec.baseNetwork, values[QStringLiteral("base_network")]);
    QCOMPARE(QString::number(recognized->spec.classes), values[QStringLiteral("num_classes")]);

    // From the hyperparameters alone; only the divisor of the small networks is not among them.
    SsdSymbolSpec spec;
    spec.baseNetwork = values[QStringLiteral("base_network")];
    spec.imageShape = values[QStringLiteral("image_shape")].toInt();
    spec.classes = values[QStringLiteral("num_classes")].toInt();
    spec.nmsThreshold = values[QStringLiteral("nms_threshold")];
    spec.nmsTopk = values[QStringLiteral("nms_topk")];
    spec.divisor = recognized->spec.divisor;
    QCOMPARE(difference(ssdTrainingSymbol(spec), artifact->graph), QString());
    QCOMPARE(recognized->spec, spec);
    for (const QString &variable : recognized->names)
        QVERIFY2(artifact->find(variable) != nullptr, qPrintable(variable));
    QCOMPARE(size_t(recognized->names.size()), artifact->params.tensors().size());

    const Result<ModelArtifact> unpacked = readModelArtifact(folder + QStringLiteral("/model"));
    if (unpacked) {
        QVERIFY(unpacked->graph == artifact->graph);
        QCOMPARE(unpacked->hyperparameters, artifact->hyperparameters);
        QCOMPARE(unpacked->params.tensors().size(), artifact->params.tensors().size());
    }
}

void ReferenceSsdSymbolTest::deployGraphsAreRecognizedToo()
{
    QFETCH(QString, folder);
    const QString deploy = folder + QStringLiteral("/deploy_model_algo_1-symbol.json");
    if (!QFileInfo::exists(deploy))
        QSKIP("no deploy graph in this folder");
    QTemporaryDir mixed;
    QVERIFY(QFile::copy(deploy, mixed.filePath(QStringLiteral("deploy_model_algo_1-symbol.json"))));
    for (const char *name : {"hyperparams.json", "model_algo_1-0000.params"})
        QVERIFY(
            QFile::copy(folder + QStringLiteral("/model/") + QLatin1String(name), mixed.filePath(QLatin1String(name))));
    const Result<ModelArtifact> artifact = readModelArtifact(mixed.path());
    QVERIFY2(artifact.has_value(), qPrintable(artifact ? QString() : artifact.error().message));
    QCOMPARE(artifact->symbolName, QStringLiteral("deploy_model_algo_1-symbol.json"));
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    QVERIFY(recognized.has_value());
    for (const QString &variable : recognized->names)
        QVERIFY2(artifact->find(variable) != nullptr, qPrintable(variable));
}

QTEST_GUILESS_MAIN(ReferenceSsdSymbolTest)
#include "reference_ssd_symbol_test.moc"
